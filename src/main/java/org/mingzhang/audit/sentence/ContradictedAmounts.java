package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.identity.IdentityTerm;
import org.mingzhang.audit.identity.ProseIdentityChecks;
import org.mingzhang.audit.identity.Violation;

/**
 * Amounts contradicted by a rate or a list in the same text; totals that fail because of them are
 * not reported again. Amounts are equal if their values are (1.0 = 1.00).
 *
 * @param amounts amounts that do not match a printed rate, in the unit in which they are printed
 * @param wrongTotals totals that differ from the sum of their parts
 */
public record ContradictedAmounts(
    SortedSet<BigDecimal> amounts, SortedSet<BigDecimal> wrongTotals) {
  public static ContradictedAmounts forDocument(AuditedDocument document) {
    return document.computeOnce(ContradictedAmounts.class, ContradictedAmounts::collectFrom);
  }

  private static ContradictedAmounts collectFrom(AuditedDocument document) {
    SortedSet<BigDecimal> amounts = new TreeSet<>();
    SortedSet<BigDecimal> wholes = new TreeSet<>();
    for (Violation violation : ProseIdentityChecks.checkAll(document).violations()) {
      List<IdentityTerm> terms = violation.relation().terms();
      switch (violation.relation().kind()) {
        case PERCENT -> terms.stream().skip(1).forEach(t -> amounts.add(printedValue(t)));
        case SUM -> wholes.add(printedValue(terms.getFirst()));
        default -> {}
      }
    }
    return new ContradictedAmounts(amounts, wholes);
  }

  private static BigDecimal printedValue(IdentityTerm term) {
    return term.value().abs().divide(term.printed().scale());
  }

  /** Whether an amount is a total that differs from the sum of its parts. */
  public boolean isWrongTotal(BigDecimal amount) {
    return wrongTotals.contains(amount);
  }

  /** Whether at least one of several amounts is contradicted. */
  public boolean containsAny(Stream<BigDecimal> parts) {
    return parts.anyMatch(p -> p.signum() != 0 && amounts.contains(p));
  }
}
