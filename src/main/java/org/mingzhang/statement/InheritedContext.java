package org.mingzhang.statement;

import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Fund;

/**
 * What a text inherits from where it stands: the titles above it and the document. What a clause
 * says itself always comes first.
 *
 * @param chart the chart of the document's kind
 * @param frame stage and time of amounts that say none
 * @param fund fund that the titles say, or null
 * @param subject what the nearest title names, or null
 * @param agency the document's agency, or null
 * @param perHead whether the title speaks of amounts per head
 */
record InheritedContext(
    Chart chart,
    Frame frame,
    @Nullable Fund fund,
    @Nullable Subject subject,
    @Nullable String agency,
    boolean perHead) {

  InheritedContext withFrame(Frame other) {
    return new InheritedContext(chart, other, fund, subject, agency, perHead);
  }

  InheritedContext withSubject(Subject other) {
    return new InheritedContext(chart, frame, fund, other, agency, perHead);
  }

  /** The money of the one project that the text is about, or null. */
  @Nullable Subject project() {
    return subject != null && !subject.charted() && subject.item() != null ? subject : null;
  }
}
