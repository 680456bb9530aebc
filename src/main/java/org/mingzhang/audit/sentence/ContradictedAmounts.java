package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.identity.StatedIdentities;
import org.mingzhang.audit.identity.Term;
import org.mingzhang.audit.identity.Violation;

/**
 * Amounts that a rate or a list of their own text contradicts. A total that does not add up because
 * of such an amount is not accused as well. The sets compare by value, whatever zeros are printed.
 *
 * @param amounts amounts of rates that are not theirs, in the unit in which they are printed
 * @param wholes wholes that are not the sum of their parts
 */
public record ContradictedAmounts(SortedSet<BigDecimal> amounts, SortedSet<BigDecimal> wholes) {
  /** Those of a document. */
  public static ContradictedAmounts of(AuditedDocument reading) {
    return reading.derived(ContradictedAmounts.class, ContradictedAmounts::find);
  }

  private static ContradictedAmounts find(AuditedDocument reading) {
    SortedSet<BigDecimal> amounts = new TreeSet<>();
    SortedSet<BigDecimal> wholes = new TreeSet<>();
    for (Violation violation : StatedIdentities.of(reading).violations()) {
      List<Term> terms = violation.relation().terms();
      switch (violation.relation().kind()) {
        case PERCENT -> terms.stream().skip(1).forEach(t -> amounts.add(printed(t)));
        case SUM -> wholes.add(printed(terms.getFirst()));
        default -> {}
      }
    }
    return new ContradictedAmounts(amounts, wholes);
  }

  private static BigDecimal printed(Term term) {
    return term.value().abs().divide(term.printed().scale());
  }

  /** Whether the parts of an amount, by its own sentence all of it, make another amount. */
  public boolean whole(BigDecimal amount) {
    return wholes.contains(amount);
  }

  /** Whether one of some amounts is contradicted. */
  public boolean any(Stream<BigDecimal> parts) {
    return parts.anyMatch(p -> p.signum() != 0 && amounts.contains(p));
  }
}
