package org.mingzhang.structure.lattice;

import java.util.List;
import org.mingzhang.text.EastAsianWidth;

/**
 * Computes the cost of the line widths of a wrapped cell: all lines but the last should fill the
 * column. If the width of the column is unknown, the widest line so far is used instead. Stateless.
 */
final class LineWidthCosts {
  /**
   * Tolerance of the width of a line, in full-width characters: a line break never splits a word or
   * number, so lines may be shorter than the column.
   */
  private static final double WIDTH_TOLERANCE = 1.5;

  private static final double FULL_LINE_TOLERANCE = 0.6;

  private LineWidthCosts() {}

  /**
   * The cost of a cell's lines; negative if the only evidence is a first line that fills the
   * column.
   *
   * @param chunks the chunks of the cell
   * @param columnWidth width of the column in full-width characters; 0 if it is not known
   */
  static double cost(List<Chunk> chunks, double columnWidth) {
    double sum = 0;
    double full = columnWidth;
    double width = 0;
    boolean wraps = false;
    for (int i = 0; i < chunks.size(); i++) {
      boolean breaks = i > 0 && chunks.get(i).opensLine();
      if (breaks) {
        sum += full > 0 && width < full - WIDTH_TOLERANCE ? LatticeCosts.parameter("ragged") : 0;
        boolean fills = columnWidth > 0 && Math.abs(width - columnWidth) <= FULL_LINE_TOLERANCE;
        sum -= fills && !wraps ? LatticeCosts.parameter("fills") : 0;
        wraps = true;
        full = columnWidth > 0 ? columnWidth : Math.max(full, width);
        width = 0;
      }
      width += EastAsianWidth.measure(chunks.get(i).text());
      boolean last = i + 1 == chunks.size() || chunks.get(i + 1).opensLine();
      sum +=
          last && full > 0 && width > full + WIDTH_TOLERANCE
              ? LatticeCosts.parameter("too_wide")
              : 0;
    }
    return sum;
  }
}
