package org.mingzhang.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Indicator;

/**
 * The deviation of a result from its target (偏离度), relative to the target.
 *
 * @param percent result minus target, in percent of the target, rounded to four decimals; negative
 *     if the result is smaller
 * @param ratio result divided by target, rounded to four decimals
 * @param betterDirection which side of the target is better
 * @param yuan absolute difference in 元 where both are amounts of money, otherwise null
 */
public record TargetDeviation(
    BigDecimal percent,
    BigDecimal ratio,
    BetterDirection betterDirection,
    @Nullable BigDecimal yuan) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 4;
  private static final String MONEY_UNIT = "元";

  /** Whether a result above or below the target is the better one, as far as this is known. */
  public enum BetterDirection {
    /** More than the target is better. */
    MORE,
    /** Less than the target is better. */
    LESS,
    /** Neither; the target is to be met exactly. */
    EXACT,
    /** Unknown, as for money and time without a sign. */
    UNKNOWN
  }

  /**
   * The deviation of an indicator. Empty if the target is not a number or range, is a date, or is
   * not positive or cannot be met; if the result is not a single exact number, or is negative; if
   * target and result count different things; and if the indicator has no judgement although target
   * and result can be compared, as for the results of a part of the year.
   */
  public static Optional<TargetDeviation> compute(Indicator indicator) {
    String target = indicator.target();
    String actual = indicator.actual();
    boolean cost = TargetJudge.isCostIndicator(indicator.level1(), indicator.level2());
    boolean unjudged =
        indicator.met() == Indicator.TargetResult.UNKNOWN
            && TargetJudge.judge(target, actual, cost) != Indicator.TargetResult.UNKNOWN;
    return unjudged || TargetJudge.isImpossible(indicator.level3(), target)
        ? Optional.empty()
        : compute(target, actual, cost);
  }

  /**
   * The deviation of a result from its target, both as printed or null; empty if either is null, if
   * the target has a date or is not a positive number or range, if the two cannot be compared, or
   * if the result is not a single exact number or is negative.
   *
   * @param isCostIndicator whether less than a target without sign is better
   */
  static Optional<TargetDeviation> compute(
      @Nullable String target, @Nullable String actual, boolean isCostIndicator) {
    if (target == null || actual == null) {
      return Optional.empty();
    }
    String wanted = TargetQuantity.normalize(target);
    if (TargetJudge.isDated(wanted)) {
      return Optional.empty();
    }
    ComparedQuantities compared =
        ComparedQuantities.compare(wanted, TargetQuantity.normalize(actual));
    return compared == null || compared.results().size() != 1
        ? Optional.empty()
        : computeExact(compared.target(), compared.results().getFirst(), isCostIndicator);
  }

  private static Optional<TargetDeviation> computeExact(
      TargetQuantity target, TargetQuantity result, boolean isCostIndicator) {
    boolean exact = result.comparisonSign() == ' ' || result.comparisonSign() == '=';
    if (!exact || result.low().compareTo(result.high()) != 0) {
      return Optional.empty();
    }
    BigDecimal value = result.low();
    BigDecimal bound = nearestBound(target, value);
    if (bound.signum() <= 0 || value.signum() < 0) {
      return Optional.empty();
    }
    BigDecimal difference = value.subtract(bound);
    return Optional.of(
        new TargetDeviation(
            stripTrailingZeros(
                difference.multiply(HUNDRED).divide(bound, DECIMALS, RoundingMode.HALF_UP)),
            stripTrailingZeros(value.divide(bound, DECIMALS, RoundingMode.HALF_UP)),
            betterDirection(target, isCostIndicator),
            target.unit().equals(MONEY_UNIT) ? difference.abs() : null));
  }

  private static BigDecimal stripTrailingZeros(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  /**
   * The end of the target's range that is nearest to the result, or the result itself if it is
   * within the range; the target if it is a single number.
   */
  private static BigDecimal nearestBound(TargetQuantity target, BigDecimal value) {
    if (target.low().compareTo(target.high()) == 0) {
      return target.low();
    }
    return value.max(target.low()).min(target.high());
  }

  private static BetterDirection betterDirection(TargetQuantity target, boolean isCostIndicator) {
    return switch (target.comparisonSign()) {
      case '≥', '>' -> BetterDirection.MORE;
      case '≤', '<' -> BetterDirection.LESS;
      case '=', '≈' -> BetterDirection.EXACT;
      default ->
          isCostIndicator
              ? BetterDirection.LESS
              : hasUnknownDirection(target) ? BetterDirection.UNKNOWN : BetterDirection.MORE;
    };
  }

  /** Whether the better direction is unknown, as for money, durations and a target of zero. */
  private static boolean hasUnknownDirection(TargetQuantity target) {
    return target.unit().contains(MONEY_UNIT) || target.isDuration() || target.high().signum() == 0;
  }
}
