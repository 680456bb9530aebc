package org.mingzhang.audit.blame;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.mingzhang.audit.identity.ComputedInterval;
import org.mingzhang.audit.identity.Term;
import org.mingzhang.audit.identity.Violation;
import org.mingzhang.model.Finding;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;

/** A violation with what its finding says of the place that is blamed. */
final class PlacedViolation {
  private PlacedViolation() {}

  /** The violation, whose finding says which number would have to be what. */
  static Violation with(Violation main, Span place, ComputedInterval correction, int others) {
    int index = main.relation().at(place);
    Term blamed = main.relation().terms().get(index);
    String right = right(blamed.printed(), correction);
    Finding said = main.finding();
    Finding finding =
        new Finding(
            said.rule(),
            said.kind(),
            said.severity(),
            said.section(),
            said.page(),
            said.quote(),
            said.stated(),
            said.computed(),
            said.formula(),
            said.tolerance(),
            said.message() + "若%s应为%s，另有%d处不符也可由此解释。".formatted(blamed.text(), right, others),
            said.messageEnglish()
                + " If %s were %s, %d more contradictions would be explained."
                    .formatted(blamed.text(), right, others),
            said.other(),
            said.gap());
    return new Violation(finding, main.span(), main.relation());
  }

  private static String right(Quantity printed, ComputedInterval correction) {
    int point = printed.printed().indexOf('.');
    int decimals = point < 0 ? 0 : printed.printed().length() - point - 1;
    BigDecimal shown =
        correction.middle().divide(printed.scale()).setScale(decimals, RoundingMode.HALF_UP);
    return shown.toPlainString() + printed.unit();
  }
}
