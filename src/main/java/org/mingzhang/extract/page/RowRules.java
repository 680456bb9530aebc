package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The horizontal lines of a page that draws no others. Where they run between the rows of a table
 * they part them, below a merged cell as below a row: what stands between two lines is one cell,
 * however its lines are set. Confined to one thread and one page.
 */
final class RowRules {
  /** Fewest lines inside a body that part its rows. */
  private static final int MIN_RULES = 2;

  private final List<Ruling> rulings;
  private @Nullable List<Ruling> horizontals;

  /** Rules from the rulings of a page; most pages have no such table and are not looked at. */
  RowRules(List<Ruling> rulings) {
    this.rulings = rulings;
  }

  private Stream<Ruling> rulesAt(float x) {
    if (horizontals == null) {
      horizontals = RulingMerger.merge(rulings, true);
    }
    return horizontals.stream().filter(r -> r.from() <= x && x <= r.to());
  }

  /** Whether lines part what stands at a place from one height to another into rows. */
  boolean separateRows(float x, float top, float bottom) {
    return countBetween(x, top, bottom) >= MIN_RULES;
  }

  /** Number of lines at a place from one height to another. */
  int countBetween(float x, float top, float bottom) {
    return (int) rulesAt(x).filter(r -> r.at() > top && r.at() < bottom).count();
  }

  /** Number of lines above a height at a place. */
  int countAbove(float x, float y) {
    return (int) rulesAt(x).filter(r -> r.at() < y).count();
  }

  /** The nearest line above a height at a place; the height itself where none is. */
  float lineAbove(float x, float y) {
    return (float) rulesAt(x).filter(r -> r.at() < y).mapToDouble(Ruling::at).max().orElse(y);
  }

  /** Lines of text by the rows that the rules at a place make, from top to bottom. */
  List<List<TextLine>> rows(List<TextLine> lines, float x) {
    List<List<TextLine>> rows = new ArrayList<>();
    int last = -1;
    for (TextLine line : lines) {
      int row = countAbove(x, (line.top() + line.bottom()) / 2);
      if (rows.isEmpty() || row != last) {
        rows.add(new ArrayList<>());
        last = row;
      }
      rows.getLast().add(line);
    }
    return rows;
  }
}
