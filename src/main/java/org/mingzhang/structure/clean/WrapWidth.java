package org.mingzhang.structure.clean;

import java.util.ArrayList;
import java.util.List;

/**
 * The width, in full-width characters, at which lines without positions are wrapped: the upper end
 * of the band of {@link #WIDTH_TOLERANCE} characters that contains the most widths of lines that do
 * not end a paragraph.
 */
final class WrapWidth {
  /** Width, in full-width characters, of the band in which the widths of wrapped lines lie. */
  static final double WIDTH_TOLERANCE = 2.5;

  /** Narrowest width, in full-width characters, at which lines are assumed to be wrapped. */
  private static final int MIN_WRAP_WIDTH = 18;

  /** Widest width, in full-width characters, at which lines are assumed to be wrapped. */
  private static final int MAX_WRAP_WIDTH = 60;

  private static final int MIN_WRAPPED_LINES = 5;

  /** The wrap width is known only if more than one in this many lines is in the band. */
  private static final int MAX_LINES_PER_WRAPPED_LINE = 8;

  private final List<Double> unfinishedLineWidths = new ArrayList<>();
  private int lineCount;

  /**
   * Adds the width of a line to the measurement.
   *
   * @param endsParagraph whether the line ends its paragraph or heading, so that its width does not
   *     show where lines are wrapped
   */
  void addLineWidth(double width, boolean endsParagraph) {
    lineCount += width >= MIN_WRAP_WIDTH / 2.0 ? 1 : 0;
    if (!endsParagraph) {
      unfinishedLineWidths.add(width);
    }
  }

  /** Whether the wrap width is known, because enough line widths are in one narrow band. */
  boolean isKnown() {
    return width() < Double.POSITIVE_INFINITY;
  }

  /** The wrap width; infinite if it is not known. */
  double width() {
    double best = Double.POSITIVE_INFINITY;
    long limit = Math.max(MIN_WRAPPED_LINES, lineCount / MAX_LINES_PER_WRAPPED_LINE);
    for (double width = MIN_WRAP_WIDTH; width <= MAX_WRAP_WIDTH; width += 0.5) {
      double upper = width;
      long near =
          unfinishedLineWidths.stream()
              .filter(w -> w > upper - WIDTH_TOLERANCE && w <= upper)
              .count();
      if (near > limit) {
        limit = near;
        best = width;
      }
    }
    return best;
  }
}
