package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.List;
import org.mingzhang.audit.identity.ComputedInterval;
import org.mingzhang.model.Fact;

/**
 * The facts of a document to which an identity applies.
 *
 * @param whole the whole, or the first side
 * @param parts the parts; for an equation, the other side
 * @param partsAreComplete whether the parts must add up to the whole; otherwise they must not
 *     exceed it
 */
record FactRelation(
    AccountingIdentity identity, Fact whole, List<Fact> parts, boolean partsAreComplete) {

  BigDecimal sum() {
    return parts.stream().map(Fact::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The sum of the parts minus the whole; negative if the parts are less. */
  BigDecimal difference() {
    return sum().subtract(whole.value());
  }

  /**
   * Whether the identity holds for some values within the intervals of the printed numbers. A cost
   * holds if it is above zero or the counts are zero.
   */
  boolean holds(DocumentFacts facts) {
    if (identity.kind() == AccountingIdentity.Kind.COST) {
      return whole.value().signum() > 0 || sum().signum() == 0;
    }
    return isSatisfied(
        facts,
        whole,
        parts,
        partsAreComplete && identity.kind() != AccountingIdentity.Kind.AT_MOST);
  }

  /**
   * Whether the parts add up to the whole for some values within the intervals of the printed
   * numbers.
   *
   * @param partsAreComplete whether the parts must add up to the whole; otherwise they must only
   *     not exceed it
   */
  static boolean isSatisfied(
      DocumentFacts facts, Fact whole, List<Fact> parts, boolean partsAreComplete) {
    ComputedInterval sum = ComputedInterval.sumOf(parts.stream().map(facts::toInterval));
    ComputedInterval stated = facts.toInterval(whole);
    return partsAreComplete ? sum.intersects(stated) : !sum.isAbove(stated);
  }
}
