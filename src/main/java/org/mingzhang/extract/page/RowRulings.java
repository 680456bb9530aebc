package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The horizontal rulings of a page, as they concern tables without ruled cells: where they run
 * between rows they separate them, and whatever is between two of them is one cell. Confined to one
 * thread and one page.
 */
final class RowRulings {
  /** Minimum number of rulings inside a body for them to separate its rows. */
  private static final int MIN_RULINGS = 2;

  private final List<Ruling> rulings;
  private @Nullable List<Ruling> horizontals;

  /**
   * Takes the rulings of a page; they are merged on first use, since most pages have no table
   * without ruled cells.
   */
  RowRulings(List<Ruling> rulings) {
    this.rulings = rulings;
  }

  private Stream<Ruling> rulingsAt(float x) {
    if (horizontals == null) {
      horizontals = RulingMerger.merge(rulings, true);
    }
    return horizontals.stream().filter(r -> r.start() <= x && x <= r.end());
  }

  /**
   * Whether at least two rulings at {@code x} lie between two heights, so that they separate rows.
   * Heights and {@code x} are in points here and below.
   */
  boolean areRowsSeparatedBetween(float x, float top, float bottom) {
    return countRulingsBetween(x, top, bottom) >= MIN_RULINGS;
  }

  /** Number of rulings at {@code x} between two heights. */
  int countRulingsBetween(float x, float top, float bottom) {
    return (int) rulingsAt(x).filter(r -> r.position() > top && r.position() < bottom).count();
  }

  /** Number of rulings at {@code x} above a height. */
  int countRulingsAbove(float x, float y) {
    return (int) rulingsAt(x).filter(r -> r.position() < y).count();
  }

  /** Height of the nearest ruling at {@code x} above a height; that height if there is none. */
  float rulingAbove(float x, float y) {
    return (float)
        rulingsAt(x).filter(r -> r.position() < y).mapToDouble(Ruling::position).max().orElse(y);
  }

  /** Lines of text grouped into the rows between the rulings at {@code x}, from top to bottom. */
  List<List<TextLine>> splitIntoRows(List<TextLine> lines, float x) {
    List<List<TextLine>> rows = new ArrayList<>();
    int last = -1;
    for (TextLine line : lines) {
      int row = countRulingsAbove(x, (line.top() + line.bottom()) / 2);
      if (rows.isEmpty() || row != last) {
        rows.add(new ArrayList<>());
        last = row;
      }
      rows.getLast().add(line);
    }
    return rows;
  }
}
