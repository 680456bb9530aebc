package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Joins the lines of a drawn box into rows. Where rules separate the rows, the lines between two
 * rules are one row, and each of its cells is wrapped within its column.
 */
final class RuledRowJoiner {
  /**
   * Maximum mean number of lines between two rules if the rules separate rows and not groups of
   * rows.
   */
  private static final int MAX_MEAN_LINES = 3;

  private RuledRowJoiner() {}

  /**
   * The rows of a box; empty if the rules may separate groups of rows. Rules are taken to separate
   * groups if two lines between the same rules have different numbers of cells or numbers in the
   * same column, or if there are many lines between rules.
   *
   * @param lines the cells of each line
   * @param linesAboveRules number of lines above each rule, in ascending order, then the number of
   *     all lines
   */
  static List<List<String>> join(List<List<String>> lines, List<Integer> linesAboveRules) {
    List<Integer> ends = linesAboveRules.stream().distinct().toList();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 1; i < ends.size(); i++) {
      List<List<String>> row = lines.subList(ends.get(i - 1), ends.get(i));
      if (!isOneRow(row)) {
        return List.of();
      }
      rows.add(WrappedRowJoiner.joinColumns(row));
    }
    return lines.size() <= MAX_MEAN_LINES * rows.size() ? rows : List.of();
  }

  private static boolean isOneRow(List<List<String>> lines) {
    int columns = lines.getFirst().size();
    return lines.stream().allMatch(line -> line.size() == columns)
        && IntStream.range(0, columns)
            .allMatch(
                column ->
                    lines.stream()
                            .filter(line -> TextTable.isNumber(line.get(column)))
                            .limit(2)
                            .count()
                        < 2);
  }
}
