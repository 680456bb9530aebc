package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.statement.Span;
import org.mingzhang.text.PatternTable;

/**
 * Finds other amounts of a sentence from which a printed rate may have been computed, so that the
 * rate is not reported: in 甲60万元，乙120万元，两项合计180万元，占600万元的30%, the rate belongs to 180 whichever
 * amount was read as its part. Two amounts whose quotient is already printed as another rate do not
 * explain a second one.
 */
final class AlternativeOperandFinder {
  private static final String SHARE = "share";
  private static final Set<String> RULES = Set.of(SHARE, "completion-rate");
  private static final Pattern CLAUSE_END = Pattern.compile("[，；。]");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AlternativeOperandFinder.class);
  private static final Pattern NAMED_WHOLE = PATTERNS.get("named-whole");
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
            .filter(r -> r.violation().isEmpty())
            .flatMap(r -> Stream.ofNullable(r.relation()))
            .filter(r -> r.kind() == NumberRelation.Kind.PERCENT)
            .map(r -> operands(r.terms().get(PART).value(), r.terms().get(WHOLE).value()))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The two operands of a rate in either order, whatever decimals they are printed with. */
  private static Set<BigDecimal> operands(BigDecimal one, BigDecimal other) {
    return Set.copyOf(List.of(one.stripTrailingZeros(), other.stripTrailingZeros()));
  }

  /** The result as undecided if other amounts of its sentence explain it, otherwise the same. */
  IdentityResult withoutExplained(IdentityResult result) {
    return result
        .violation()
        .filter(v -> isExplained(result, v.relation()))
        .map(
            v ->
                IdentityResult.undecidedBecauseOfOtherAmount(
                    result.rule().id(), texts.toLocation(v.span())))
        .orElse(result);
  }

  /**
   * Whether another amount may be the part of a share or of a completion, or the whole of a share
   * whose whole has another name than the share gives it. The rate of a change has its own rules.
   */
  private boolean isExplained(IdentityResult result, NumberRelation relation) {
    if (relation.kind() != NumberRelation.Kind.PERCENT
        || relation.terms().get(WHOLE).value().signum() <= 0
        || !RULES.contains(result.rule().id())) {
      return false;
    }
    boolean isWholeStated = !result.rule().id().equals(SHARE) || isWholeNamed(relation);
    return isExplainedByOther(relation, PART)
        || (!isWholeStated && isExplainedByOther(relation, WHOLE));
  }

  /** Whether a share names its whole as it is named at its amount, or states the amount itself. */
  private boolean isWholeNamed(NumberRelation share) {
    Span whole = share.terms().get(WHOLE).printed().span();
    Span rate = share.terms().getFirst().printed().span();
    if (whole.start() < rate.start()
        && !CLAUSE_END.matcher(texts.textBetween(whole, rate)).find()) {
      return true;
    }
    Matcher named = NAMED_WHOLE.matcher(texts.textBefore(rate));
    String name = null;
    while (named.find()) {
      name = named.group("whole");
    }
    return name == null || texts.textBefore(whole).contains(name);
  }

  /** Whether a percentage is right with another amount of its sentence as part or as whole. */
  private boolean isExplainedByOther(NumberRelation percentage, int replaced) {
    Span rate = percentage.terms().getFirst().printed().span();
    ComputedInterval printed = percentage.terms().getFirst().interval();
    IdentityTerm kept = percentage.terms().get(replaced == PART ? WHOLE : PART);
    return nearbyAmounts.findAmountsNear(rate).stream()
        .filter(q -> texts.areInOneSentence(q.span(), rate))
        .filter(q -> replaced == WHOLE || q.span().start() < rate.start())
        .filter(
            q ->
                replaced == PART
                    ? q.span().start() != kept.printed().span().start()
                    : q.value().compareTo(kept.value()) != 0)
        .filter(q -> !operandsOfRates.contains(operands(q.value(), kept.value())))
        .map(nearbyAmounts::narrowInterval)
        .anyMatch(
            other ->
                replaced == PART
                    ? other.percentOf(kept.interval()).intersects(printed)
                    : other.isPositive() && kept.interval().percentOf(other).intersects(printed));
  }
}
