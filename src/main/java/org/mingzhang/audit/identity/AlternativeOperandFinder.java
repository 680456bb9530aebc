package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;

/**
 * Finds other amounts of a sentence from which a printed rate may have been computed, so that the
 * rate is not reported: in 甲60万元，乙120万元，两项合计180万元，占600万元的30%, the rate belongs to 180 whichever amount
 * was read as its part. Two amounts whose quotient is already printed as another rate do not
 * explain a second one.
 */
final class AlternativeOperandFinder {
  private static final int PART = 1;
  private static final int WHOLE = 2;

  private final NearbyAmountFinder nearbyAmounts;
  private final SectionTexts texts;
  private final Set<Set<BigDecimal>> operandsOfRates;

  /**
   * @param results results of a section; those that hold tell which amounts have a rate of their
   *     own
   */
  AlternativeOperandFinder(
      List<IdentityResult> results, NearbyAmountFinder nearbyAmounts, SectionTexts texts) {
    this.nearbyAmounts = nearbyAmounts;
    this.texts = texts;
    operandsOfRates =
        results.stream()
            .filter(r -> r.violation().isEmpty() && r.relation() != null)
            .map(IdentityResult::relation)
            .filter(r -> r != null && r.kind() == NumberRelation.Kind.PERCENT)
            .map(r -> operands(r.terms().get(PART).value(), r.terms().get(WHOLE).value()))
            .collect(Collectors.toCollection(HashSet::new));
  }

  /** The result as undecided if other amounts of its sentence explain it, otherwise the same. */
  IdentityResult withoutExplained(IdentityResult result) {
    return result
        .violation()
        .filter(this::isExplained)
        .map(
            v ->
                IdentityResult.undecidedBecauseOfOtherAmount(
                    result.rule().id(), texts.toLocation(v.span())))
        .orElse(result);
  }

  private boolean isExplained(Violation violation) {
    NumberRelation relation = violation.relation();
    return relation.kind() == NumberRelation.Kind.PERCENT
        && relation.terms().get(WHOLE).value().signum() > 0
        && (isExplainedByOther(relation, PART) || isExplainedByOther(relation, WHOLE));
  }

  /** Whether a percentage is right with another amount of its sentence as part or as whole. */
  private boolean isExplainedByOther(NumberRelation percentage, int replaced) {
    Span rate = percentage.terms().getFirst().printed().span();
    ComputedInterval printed = magnitude(percentage.terms().getFirst());
    IdentityTerm kept = percentage.terms().get(replaced == PART ? WHOLE : PART);
    return nearbyAmounts.findAmountsNear(rate).stream()
        .filter(q -> texts.areInOneSentence(q.span(), rate))
        .filter(q -> replaced == WHOLE || q.span().start() < rate.start())
        .filter(q -> !operandsOfRates.contains(operands(q.value(), kept.value())))
        .map(nearbyAmounts::narrowInterval)
        .anyMatch(
            other ->
                replaced == PART
                    ? other.percentOf(magnitude(kept)).intersects(printed)
                    : other.isPositive() && magnitude(kept).percentOf(other).intersects(printed));
  }

  private static ComputedInterval magnitude(IdentityTerm term) {
    return term.value().signum() < 0 ? term.interval().negate() : term.interval();
  }

  private static Set<BigDecimal> operands(BigDecimal one, BigDecimal other) {
    return Set.copyOf(
        List.of(one.abs().stripTrailingZeros(), other.abs().stripTrailingZeros()));
  }
}
