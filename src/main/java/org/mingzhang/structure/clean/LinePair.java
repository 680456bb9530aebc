package org.mingzhang.structure.clean;

import org.mingzhang.model.TextBlock;
import org.mingzhang.model.TextBlock.Layout;

/**
 * A line and the one after it, by how they are set. What is not known of a line's place tells
 * nothing.
 */
record LinePair(TextBlock last, TextBlock next) {
  /** Part of the page's height above which a last line ends what it belongs to. */
  private static final float HALF_PAGE = 0.5f;

  /** Difference in points of two sizes that no justification makes. */
  private static final float OTHER_SIZE = 2.5f;

  /** Whether a page was left half empty after the line: what goes on fills its page first. */
  boolean leavesPage() {
    Layout place = last.layout();
    return next.page() > last.page()
        && place != null
        && place.bottom() < HALF_PAGE * place.pageHeight();
  }

  /** Whether the next is bold after a sentence that is not: it begins something. */
  boolean startsBold() {
    Layout a = last.layout();
    Layout b = next.layout();
    return a != null && b != null && b.bold() && !a.bold() && last.text().endsWith("。");
  }

  /** Lines of one paragraph are of about one size; a heading above text is larger. */
  boolean sameSize() {
    Layout a = last.layout();
    Layout b = next.layout();
    return a == null || b == null || Math.abs(a.fontSize() - b.fontSize()) < OTHER_SIZE;
  }

  /** Whether they look like two lines of one title. */
  boolean sameDisplay() {
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
