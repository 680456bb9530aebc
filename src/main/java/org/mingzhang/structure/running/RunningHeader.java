package org.mingzhang.structure.running;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lines between the unit above a table and its first row. In running text the lines of wrapped
 * titles come interleaved, so the header is one text in which a reader looks for its titles.
 *
 * @param lines the lines
 * @param end index of the first row among all lines
 */
record RunningHeader(List<RunningLine> lines, int end) {
  /** The line above a table that names the unit of its amounts. */
  static final Pattern UNIT = Pattern.compile(".*单位[:：](?:万元|元).*");

  /**
   * Reads the header that starts at a line.
   *
   * @param most largest number of lines it may have
   * @param startsRow whether the line at an index is the first row
   * @return null if no row begins within that many lines or another unit line comes first
   */
  static @Nullable RunningHeader read(
      List<RunningLine> lines, int from, int most, IntPredicate startsRow) {
    for (int at = from; at < lines.size() && at <= from + most; at++) {
      if (startsRow.test(at)) {
        return new RunningHeader(lines.subList(from, at), at);
      }
      if (UNIT.matcher(lines.get(at).textWithoutBlanks()).matches()) {
        return null;
      }
    }
    return null;
  }

  /** The lines joined, without white space. */
  String joinedText() {
    return lines.stream().map(RunningLine::textWithoutBlanks).collect(Collectors.joining());
  }
}
