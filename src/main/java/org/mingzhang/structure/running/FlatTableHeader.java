package org.mingzhang.structure.running;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.PatternTable;

/**
 * The column header of a table that was flattened to running text: the lines between the unit above
 * the table and its first row.
 *
 * @param lines the lines
 * @param end index of the first row among all lines
 */
record FlatTableHeader(List<FlatTableLine> lines, int end) {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(FlatTableHeader.class);
  static final Pattern UNIT = PATTERNS.get("unit");

  /**
   * Reads the header that starts at a line.
   *
   * @param limit maximum number of lines of the header
   * @param startsRow whether the line at an index is the first row
   * @return null if no row begins within that many lines or another unit line comes first
   */
  static @Nullable FlatTableHeader read(
      List<FlatTableLine> lines, int from, int limit, IntPredicate startsRow) {
    for (int at = from; at < lines.size() && at <= from + limit; at++) {
      if (startsRow.test(at)) {
        return new FlatTableHeader(lines.subList(from, at), at);
      }
      if (UNIT.matcher(lines.get(at).unspacedText()).matches()) {
        return null;
      }
    }
    return null;
  }

  /** The lines of the header, joined without white space. */
  String unspacedText() {
    return lines.stream().map(FlatTableLine::unspacedText).collect(Collectors.joining());
  }
}
