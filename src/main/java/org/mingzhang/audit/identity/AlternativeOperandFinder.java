package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.text.PatternTable;

/**
 * Finds other amounts near a printed rate from which it may have been computed, so that the rate is
 * not reported: in 总投资500万元，累计投资400万元，占总投资的80%，本年投资完成年度计划200万元的100%, the last rate is not a rate of
 * 400万元.
 */
record AlternativeOperandFinder(NearbyAmountFinder nearbyAmounts, SectionTexts texts) {
  private static final String SHARE = "share";
  private static final Set<String> CHECKED_RULES = Set.of(SHARE, "completion-rate");
  private static final Pattern CLAUSE_END = Pattern.compile("[，；。]");
  private static final Pattern ENUMERATED_NAME = Pattern.compile("\\s*[、和及与][^，。；、\\d]*");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AlternativeOperandFinder.class);
  private static final Pattern NAMED_WHOLE = PATTERNS.get("named-whole");
  private static final int PART_INDEX = 1;
  private static final int WHOLE_INDEX = 2;

  /**
   * The results of a section in their order; a violated rate becomes undecided if other amounts of
   * its sentence explain the rate. Two amounts that already explain one printed rate do not explain
   * a second one.
   */
  List<IdentityResult> leaveExplainedRatesUndecided(List<IdentityResult> results) {
    Set<Set<BigDecimal>> operandsOfRates =
        results.stream()
            .filter(r -> r.violation().isEmpty())
            .flatMap(r -> Stream.ofNullable(r.relation()))
            .filter(r -> r.kind() == NumberRelation.Kind.PERCENT)
            .map(
                r ->
                    operandPair(
                        r.terms().get(PART_INDEX).value(), r.terms().get(WHOLE_INDEX).value()))
            .collect(Collectors.toUnmodifiableSet());
    return results.stream()
        .map(
            result ->
                result
                    .violation()
                    .filter(v -> isExplained(result, v.relation(), operandsOfRates))
                    .map(
                        v ->
                            IdentityResult.undecidedBecauseOfOtherAmount(
                                result.rule().id(), texts.toLocation(v.span())))
                    .orElse(result))
        .toList();
  }

  /** Whether a rate is the percentage that the part is of an amount near its clause. */
  boolean findsOtherWhole(Span clause, IdentityTerm part, ComputedInterval rate) {
    return nearbyAmounts.findAmountsNear(clause).stream()
        .filter(q -> q.span().start() != part.printed().span().start())
        .anyMatch(
            q ->
                NearbyAmountFinder.agreesWithRate(
                    part.interval(), nearbyAmounts.narrowInterval(q), rate));
  }

  /**
   * Whether a rate is the percentage that the part is of the first amounts behind its whole taken
   * together: 总投资860万元，其中中央600万元、省级180万元、自筹80万元。财政资金支付741万元，支付率95%.
   */
  boolean isRateOfFirstParts(IdentityTerm part, IdentityTerm whole, IdentityTerm rate) {
    ComputedInterval sum = null;
    for (Quantity amount : nearbyAmounts.findAmountsNear(rate.printed().span())) {
      boolean inList =
          amount.span().start() >= whole.printed().span().end()
              && amount.span().end() <= rate.printed().span().start()
              && amount.span().start() != part.printed().span().start();
      if (inList) {
        ComputedInterval one = nearbyAmounts.narrowInterval(amount);
        sum = sum == null ? one : ComputedInterval.sumOf(Stream.of(sum, one));
        if (NearbyAmountFinder.agreesWithRate(part.interval(), sum, rate.interval())) {
          return true;
        }
      }
    }
    return false;
  }

  /** The two operands of a rate in either order, whatever decimals they are printed with. */
  private static Set<BigDecimal> operandPair(BigDecimal one, BigDecimal other) {
    return Set.copyOf(List.of(one.stripTrailingZeros(), other.stripTrailingZeros()));
  }

  /**
   * Whether another amount may be the part of a share or of a completion, or the whole of a share
   * whose whole has another name than the share gives it. The rate of a change has its own rules.
   */
  private boolean isExplained(
      IdentityResult result, NumberRelation relation, Set<Set<BigDecimal>> operandsOfRates) {
    if (relation.kind() != NumberRelation.Kind.PERCENT
        || relation.terms().get(WHOLE_INDEX).value().signum() <= 0
        || !CHECKED_RULES.contains(result.rule().id())) {
      return false;
    }
    IdentityTerm printed = relation.terms().getFirst();
    IdentityTerm part = relation.terms().get(PART_INDEX);
    IdentityTerm whole = relation.terms().get(WHOLE_INDEX);
    Span rate = printed.printed().span();
    boolean isWholeStated = !result.rule().id().equals(SHARE) || isWholeNamed(relation);
    if (!isWholeStated && isLastOfSeveralParts(part.printed().span(), rate)) {
      return true;
    }
    return nearbyAmounts.findAmountsNear(rate).stream()
        .filter(q -> texts.areInOneSentence(q.span(), rate))
        .anyMatch(
            q -> {
              ComputedInterval other = nearbyAmounts.narrowInterval(q);
              boolean asPart =
                  q.span().start() < rate.start()
                      && q.span().start() != whole.printed().span().start()
                      && !operandsOfRates.contains(operandPair(q.value(), whole.value()))
                      && NearbyAmountFinder.agreesWithRate(
                          other, whole.interval(), printed.interval());
              return asPart
                  || (!isWholeStated
                      && q.value().compareTo(part.value()) != 0
                      && !operandsOfRates.contains(operandPair(q.value(), part.value()))
                      && NearbyAmountFinder.agreesWithRate(
                          part.interval(), other, printed.interval()));
            });
  }

  /**
   * Whether the part of a share is the last of several amounts, all of which the share may be of:
   * 体制补助5万元、专项补助4万元，占乡镇支出的44%.
   */
  private boolean isLastOfSeveralParts(Span part, Span rate) {
    return nearbyAmounts.findAmountsNear(rate).stream()
        .map(Quantity::span)
        .filter(s -> s.end() <= part.start())
        .anyMatch(s -> ENUMERATED_NAME.matcher(texts.textBetween(s, part)).matches());
  }

  /**
   * Whether the whole of a share is certain: its amount stands in the clause of the rate, the name
   * of the whole before the rate also stands before that amount, or no whole is named before the
   * rate.
   */
  private boolean isWholeNamed(NumberRelation share) {
    Span whole = share.terms().get(WHOLE_INDEX).printed().span();
    Span rate = share.terms().getFirst().printed().span();
    if (whole.start() < rate.start()
        && !CLAUSE_END.matcher(texts.textBetween(whole, rate)).find()) {
      return true;
    }
    Matcher named = NAMED_WHOLE.matcher(texts.textBefore(rate));
    return !named.find() || texts.textBefore(whole).contains(named.group("whole"));
  }
}
