package org.mingzhang.structure.clean;

import org.mingzhang.model.TextBlock;
import org.mingzhang.model.TextBlock.Layout;

/**
 * Two consecutive lines, for comparing their typography. If the layout of a line is unknown, the
 * font sizes are assumed to be similar, and the other tests of this record return false.
 */
record ConsecutiveLines(TextBlock firstLine, TextBlock secondLine) {
  /**
   * Share of the page height, measured from the top. A line that ends above it and is the first of
   * its page ends its paragraph.
   */
  private static final float HALF_PAGE = 0.5f;

  /** Minimum difference of font sizes, in points, between lines of different paragraphs. */
  private static final float MIN_FONT_SIZE_DIFFERENCE = 2.5f;

  /**
   * Whether the second line is on a later page although the first one ends in the upper half of its
   * page; a continuing paragraph would fill that page.
   */
  boolean leavesPageHalfEmpty() {
    Layout place = firstLine.layout();
    return secondLine.page() > firstLine.page()
        && place != null
        && place.bottom() < HALF_PAGE * place.pageHeight();
  }

  /** Whether the second line is bold and the line before it is a sentence that is not bold. */
  boolean isSentenceFollowedByBold() {
    Layout a = firstLine.layout();
    Layout b = secondLine.layout();
    return a != null && b != null && b.bold() && !a.bold() && firstLine.text().endsWith("。");
  }

  /** Whether both lines have about the same font size, as lines of one paragraph do. */
  boolean haveSimilarFontSize() {
    Layout a = firstLine.layout();
    Layout b = secondLine.layout();
    return a == null
        || b == null
        || Math.abs(a.fontSize() - b.fontSize()) < MIN_FONT_SIZE_DIFFERENCE;
  }

  /**
   * Whether both lines look like lines of one title: on the same page, of about the same font size,
   * both bold or both not, and with little space between them.
   */
  boolean looksLikeOneTitle() {
    Layout a = firstLine.layout();
    Layout b = secondLine.layout();
    return a != null
        && b != null
        && firstLine.page() == secondLine.page()
        && Math.abs(a.fontSize() - b.fontSize()) < 0.6f
        && a.bold() == b.bold()
        && b.top() - a.bottom() < 1.6f * a.fontSize();
  }
}
