package org.mingzhang.structure.clean;

import org.mingzhang.model.TextBlock;
import org.mingzhang.model.TextBlock.Layout;

/**
 * Two consecutive lines whose typography is compared. Where a position is unknown, the comparison
 * decides nothing.
 */
record ConsecutiveLines(TextBlock last, TextBlock next) {
  /** Share of the page height: a page's last line that ends above it ends its paragraph. */
  private static final float HALF_PAGE = 0.5f;

  /** Minimum difference of font sizes, in points, that is not due to justification. */
  private static final float MIN_SIZE_DIFFERENCE = 2.5f;

  /**
   * Whether the page stays at least half empty after the line; continued text fills its page first.
   */
  boolean leavesPageHalfEmpty() {
    Layout place = last.layout();
    return next.page() > last.page()
        && place != null
        && place.bottom() < HALF_PAGE * place.pageHeight();
  }

  /** Whether bold text follows a sentence that is not bold. */
  boolean startsBold() {
    Layout a = last.layout();
    Layout b = next.layout();
    return a != null && b != null && b.bold() && !a.bold() && last.text().endsWith("。");
  }

  /** Whether both lines have about the same size, as lines of one paragraph do. */
  boolean haveSameSize() {
    Layout a = last.layout();
    Layout b = next.layout();
    return a == null || b == null || Math.abs(a.fontSize() - b.fontSize()) < MIN_SIZE_DIFFERENCE;
  }

  /** Whether both lines look like lines of one title. */
  boolean haveSameDisplay() {
    Layout a = last.layout();
    Layout b = next.layout();
    return a != null
        && b != null
        && last.page() == next.page()
        && Math.abs(a.fontSize() - b.fontSize()) < 0.6f
        && a.bold() == b.bold()
        && b.top() - a.bottom() < 1.6f * a.fontSize();
  }
}
