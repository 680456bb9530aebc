package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.structure.lattice.LatticeCosts;
import org.mingzhang.text.EastAsianWidth;

/**
 * Costs of the lines of a cell within its row: their distance from the center or the top of the
 * row, the wraps, and the lines left empty. How well the text fits the type of the column is not
 * considered here but in {@link RowCosts}. Immutable.
 */
final class CellLayoutCosts {
  private final FixedPitchTableBody body;
  private final CellAlignment alignment;
  private final double[] columnWidths;

  CellLayoutCosts(FixedPitchTableBody body, CellAlignment alignment) {
    this.body = body;
    this.alignment = alignment;
    this.columnWidths = new double[body.columns().size()];
    for (int column = 0; column < columnWidths.length; column++) {
      for (int line = 0; line < body.size(); line++) {
        columnWidths[column] =
            Math.max(columnWidths[column], EastAsianWidth.measure(body.text(line, column)));
      }
    }
  }

  /** The lines of a range on which a column has text. */
  List<Integer> filledLines(int column, int from, int to) {
    List<Integer> lines = new ArrayList<>();
    for (int line = from; line < to; line++) {
      if (!body.text(line, column).isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  List<String> texts(int column, List<Integer> lines) {
    return lines.stream().map(line -> body.text(line, column)).toList();
  }

  /** Mean of line indexes, which is the vertical center of these lines; 0 if there are none. */
  static double center(List<Integer> lines) {
    return lines.stream().mapToInt(line -> line).average().orElse(0);
  }

  /**
   * The cost of the position of a cell's lines within its row.
   *
   * @param lines the lines with text, at least one
   * @param firstLine first line of the row
   * @param anchor vertical position of the numbers of the row, in lines
   */
  double cost(int column, List<Integer> lines, int firstLine, double anchor) {
    boolean top = alignment == CellAlignment.TOP;
    double distance =
        top ? lines.getFirst() - firstLine : alignment.signedOffset(center(lines), anchor);
    double weight = LatticeCosts.parameter(top ? "pitch_off_top" : "pitch_off_center");
    int further = lines.size() - 1;
    boolean besideNumbers = !top && further == 0 && Math.abs(distance) >= 1;
    return Math.min(LatticeCosts.parameter("pitch_most_off"), weight * distance * distance)
        + (besideNumbers ? LatticeCosts.parameter("pitch_line_off") : 0)
        + further * LatticeCosts.parameter("pitch_wrapped")
        + further * further * LatticeCosts.parameter("pitch_many_lines")
        + CellWrapCosts.cost(
            texts(column, lines),
            columnWidths[column],
            LatticeCosts.parameter(
                isCenteredOnEmptyLine(lines, anchor) ? "pitch_ragged_around" : "ragged"))
        + countUnexpectedEmptyLines(lines, anchor) * LatticeCosts.parameter("pitch_skipped_line");
  }

  /**
   * The number of empty lines inside a cell. The line of the numbers, which a centered cell with an
   * even number of lines may leave empty, is not counted.
   */
  private int countUnexpectedEmptyLines(List<Integer> lines, double anchor) {
    return isCenteredOnEmptyLine(lines, anchor) ? 0 : countEmptyLines(lines);
  }

  private static int countEmptyLines(List<Integer> lines) {
    return lines.getLast() - lines.getFirst() + 1 - lines.size();
  }

  /**
   * Whether a centered cell has as many lines above the line of the numbers as below it and leaves
   * that line empty.
   */
  private boolean isCenteredOnEmptyLine(List<Integer> lines, double anchor) {
    return alignment != CellAlignment.TOP
        && lines.size() % 2 == 0
        && center(lines) == anchor
        && countEmptyLines(lines) == 1;
  }
}
