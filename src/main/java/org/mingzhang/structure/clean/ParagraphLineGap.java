package org.mingzhang.structure.clean;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.TextBlock.Layout;
import org.mingzhang.text.EastAsianWidth;

/** The usual vertical gap between two lines of one paragraph; larger gaps separate paragraphs. */
final class ParagraphLineGap {
  private static final int MIN_GAPS = 8;

  /** Index, in ascending order, from which a gap is no outlier. */
  private static final int MIN_GAP_RANK = 2;

  /**
   * The number of gaps is divided by this to give the rank, in ascending order, of the usual gap.
   */
  private static final int QUANTILE_DIVISOR = 16;

  private static final double MIN_LINE_WIDTH = 18;
  private static final float FONT_SIZE_TOLERANCE = 0.6f;

  /** Minimum difference, in font sizes, between the usual gap and one that separates paragraphs. */
  private static final float MIN_EXTRA_GAP = 0.35f;

  private final float usualGap;

  private ParagraphLineGap(float usualGap) {
    this.usualGap = usualGap;
  }

  /**
   * Measures the lines of a document. The smallest gaps below long lines are taken to be gaps
   * within paragraphs, except for the very smallest, which are ignored as outliers.
   */
  static ParagraphLineGap measure(List<Block> blocks) {
    List<Float> gaps = new ArrayList<>();
    for (int i = 0; i + 1 < blocks.size(); i++) {
      if (blocks.get(i) instanceof TextBlock last
          && blocks.get(i + 1) instanceof TextBlock next
          && EastAsianWidth.measure(last.text()) >= MIN_LINE_WIDTH
          && areComparable(last, next)) {
        gaps.add(gapInFontSizes(last, next));
      }
    }
    Collections.sort(gaps);
    return new ParagraphLineGap(
        gaps.size() < MIN_GAPS
            ? Float.POSITIVE_INFINITY
            : gaps.get(Math.max(MIN_GAP_RANK, gaps.size() / QUANTILE_DIVISOR)));
  }

  /**
   * Whether the gap between two lines is larger than the usual gap within paragraphs; always false
   * if the document has too few lines to measure the usual gap.
   */
  boolean isWiderThanUsual(TextBlock last, TextBlock next) {
    return areComparable(last, next) && gapInFontSizes(last, next) > usualGap + MIN_EXTRA_GAP;
  }

  private static boolean areComparable(TextBlock last, TextBlock next) {
    Layout a = last.layout();
    Layout b = next.layout();
    return a != null
        && b != null
        && last.page() == next.page()
        && a.fontSize() > 0
        && b.top() > a.top()
        && Math.abs(a.fontSize() - b.fontSize()) < FONT_SIZE_TOLERANCE;
  }

  /** The vertical gap of two lines in multiples of the font size; 0 if a position is unknown. */
  private static float gapInFontSizes(TextBlock last, TextBlock next) {
    Layout a = last.layout();
    Layout b = next.layout();
    return a == null || b == null ? 0 : (b.top() - a.bottom()) / a.fontSize();
  }
}
