package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.indicator.CellHeader;
import org.mingzhang.structure.lattice.CellLattice;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.Layout;
import org.mingzhang.structure.lattice.Reading;
import org.mingzhang.structure.lattice.schema.FormColumns;

/**
 * Finds the rows of indicators of performance forms: a header and the cells below it that fit its
 * columns.
 */
final class FormFinder {
  /** Levels that no form has first. */
  private static final Pattern LATER_LEVEL = Pattern.compile("效益|满意度|$");

  private static final int MOST_TITLES = 24;

  private FormFinder() {}

  /**
   * The rows below the header that starts at a chunk; null where none starts.
   *
   * @param warnings takes a sentence where the cells below a header fit it in no way
   */
  static @Nullable Found at(Passage passage, int at, List<String> warnings) {
    CellHeader header = CellHeader.at(passage.words(), at);
    if (header == null || inside(passage, at) || passage.brokenHeader(at)) {
      return null;
    }
    List<Column> columns = FormColumns.of(header);
    int from = at + header.lines();
    int end = FormBody.end(passage, from);
    if (end == from) {
      return null;
    }
    List<Integer> kept = FormBody.filled(passage, from, end);
    if (kept.isEmpty()) {
      return null;
    }
    List<Chunk> body = kept.stream().map(passage::chunk).toList();
    Layout layout = passage.layoutOf(from, end);
    Reading reading = new CellLattice(body, columns, layout).read();
    if (reading.none() || !reading.within("dearest_row")) {
      warnings.add(Refusal.of(passage, at, reading));
      return null;
    }
    if (centred(passage, columns, reading)) {
      return null;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(Column::title).toList());
    rows.addAll(new IndicatorRows(columns).valid(reading.rows()));
    if (rows.size() == 1 || 2L * (rows.size() - 1) < named(columns, reading.rows())) {
      warnings.add(Refusal.of(passage, at, reading));
      return null;
    }
    return new Found(at, kept.get(reading.chunks() - 1) + 1, rows);
  }

  /** Whether a chunk stands inside of a header that starts before it. */
  private static boolean inside(Passage passage, int at) {
    for (int from = Math.max(0, at - MOST_TITLES); from < at; from++) {
      CellHeader before = CellHeader.at(passage.words(), from);
      if (before != null && from + before.lines() > at) {
        return true;
      }
    }
    return false;
  }

  /** Whether the first row of lines stands above its level, which is in the middle of its rows. */
  private static boolean centred(Passage passage, List<Column> columns, Reading reading) {
    String named =
        reading.rows().stream()
            .map(List::getFirst)
            .filter(level -> !level.isEmpty())
            .findFirst()
            .orElse("");
    return passage.layout() == Layout.ROWS
        && columns.getFirst().type() == ColumnType.LEVEL1
        && reading.rows().getFirst().getFirst().isEmpty()
        && !LATER_LEVEL.matcher(named).lookingAt();
  }

  private static long named(List<Column> columns, List<List<String>> rows) {
    return rows.stream().filter(row -> !new IndicatorRows(columns).name(row).isEmpty()).count();
  }
}
