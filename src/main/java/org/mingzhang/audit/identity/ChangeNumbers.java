package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Quantity.Measure;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Direction;

/**
 * The numbers of a change: the value now, the value before, the amount and the rate of the change.
 * Numbers that are not printed are null.
 *
 * @param isIncrease whether the text states an increase or, if it states no direction, whether the
 *     value now is not below the value before
 * @param amount signed amount of the change
 * @param rate signed rate in percent
 */
record ChangeNumbers(
    boolean isIncrease,
    @Nullable IdentityTerm now,
    @Nullable IdentityTerm valueBefore,
    @Nullable IdentityTerm amount,
    @Nullable IdentityTerm rate) {

  /**
   * Collects the numbers of a change; null if they measure different things. A word without a
   * direction (差值) gets the direction from the two values; if one of them is unknown, the result is
   * null.
   */
  static @Nullable ChangeNumbers collect(Change change, PrintedPrecision precision) {
    Quantity now = change.operand().quantity();
    Quantity before = findValueBefore(change.base().quantity(), now);
    Quantity amount = change.amount();
    boolean unsaid = change.direction() == Direction.UNSPECIFIED;
    if ((unsaid && (now == null || before == null))
        || !IdentityTerm.areComparable(now, before)
        || !IdentityTerm.areComparable(now, amount)
        || !IdentityTerm.areComparable(before, amount)) {
      return null;
    }
    boolean up =
        (now != null && before != null && unsaid)
            ? now.value().compareTo(before.value()) >= 0
            : change.direction() == Direction.INCREASE;
    return new ChangeNumbers(
        up,
        precision.toTerm(now),
        precision.toTerm(before),
        withSign(precision.toTerm(amount), up),
        withSign(precision.toRateTerm(change.rate()), up));
  }

  /** The value before the change; null if that is the same printed number as the current value. */
  private static @Nullable Quantity findValueBefore(
      @Nullable Quantity quantity, @Nullable Quantity now) {
    return quantity == null || now == null || !quantity.span().equals(now.span()) ? quantity : null;
  }

  /** A number with the sign of its direction; one that is printed with a sign keeps it. */
  private static @Nullable IdentityTerm withSign(@Nullable IdentityTerm term, boolean isIncrease) {
    return term == null || isIncrease || term.value().signum() < 0 ? term : term.negate();
  }

  /**
   * The relation that the value now is the value before plus the amount; null if one is unknown.
   */
  @Nullable NumberRelation differenceRelation() {
    return now == null || valueBefore == null || amount == null
        ? null
        : NumberRelation.sum(now, List.of(valueBefore, amount));
  }

  /**
   * The relation that the amount is at most {@link #greaterValue}; null if one of the two is
   * unknown.
   */
  @Nullable NumberRelation upperLimitRelation() {
    IdentityTerm limit = greaterValue();
    return amount == null || limit == null
        ? null
        : new NumberRelation(
            NumberRelation.Kind.AT_MOST, List.of(isIncrease ? amount : amount.negate(), limit));
  }

  /** The value that is greater according to the stated direction; null if it is unknown. */
  @Nullable IdentityTerm greaterValue() {
    return isIncrease ? now : valueBefore;
  }

  /**
   * The relation that the rate is the change divided by the value before; null if too few numbers
   * are known.
   */
  @Nullable NumberRelation rateRelation() {
    if (rate == null) {
      return null;
    }
    if (valueBefore != null) {
      return amount != null
          ? NumberRelation.percent(rate, amount, valueBefore)
          : now == null
              ? null
              : new NumberRelation(NumberRelation.Kind.GROWTH, List.of(rate, now, valueBefore));
    }
    return growthRelation();
  }

  /** The relation of the rate to the amount and the value now; null if one of them is unknown. */
  private @Nullable NumberRelation growthRelation() {
    return rate == null || now == null || amount == null
        ? null
        : new NumberRelation(NumberRelation.Kind.GROWTH_OF_CHANGE, List.of(rate, amount, now));
  }

  /**
   * Whether the value now, the amount and the rate agree with each other, whatever the value before
   * is; false if one of the three is not printed.
   */
  boolean agreeWithoutValueBefore() {
    NumberRelation relation = growthRelation();
    return relation != null && relation.holds();
  }

  /**
   * Whether the value before, the amount and the rate agree with each other, whatever the value now
   * is; false if one of the three is not printed.
   */
  boolean agreeWithoutValueNow() {
    return rate != null
        && valueBefore != null
        && amount != null
        && NumberRelation.percent(rate, amount, valueBefore).holds();
  }

  /** Whether the amount is the difference of the two values, but in the other direction. */
  boolean agreeInOtherDirection() {
    return now != null
        && valueBefore != null
        && amount != null
        && NumberRelation.sum(now, List.of(valueBefore, amount.negate())).holds();
  }

  /**
   * Whether the increase equals the current value, so that the previous value is zero and no rate
   * can be computed.
   */
  boolean isIncreaseFromZero() {
    return isIncrease
        && now != null
        && amount != null
        && amount.value().signum() > 0
        && amount.value().compareTo(now.value()) == 0
        && (valueBefore == null || valueBefore.value().signum() == 0);
  }

  /**
   * The rate of the printed amounts themselves, without intervals. Requires {@link #rateRelation}
   * to be known.
   *
   * @throws ArithmeticException if the value before is zero
   */
  BigDecimal exactRate() {
    BigDecimal step = amount == null ? exactDifference() : amount.value();
    return PrintedNumbers.computePercentage(step, baseForAmount(step));
  }

  private BigDecimal baseForAmount(BigDecimal amount) {
    return valueBefore == null
        ? Objects.requireNonNull(now).value().subtract(amount)
        : valueBefore.value();
  }

  /**
   * The amount in 元 that the rate refers to; null for counts. Requires {@link #rateRelation} to be
   * known.
   */
  @Nullable BigDecimal baseInYuan() {
    Quantity printed = Objects.requireNonNull(valueBefore == null ? now : valueBefore).printed();
    return printed.measure() == Measure.MONEY
        ? baseForAmount(amount == null ? exactDifference() : amount.value())
        : null;
  }

  /** The current value minus the previous value, both of which must be known. */
  BigDecimal exactDifference() {
    return Objects.requireNonNull(now)
        .value()
        .subtract(Objects.requireNonNull(valueBefore).value());
  }

  AmountNotation notation() {
    return AmountNotation.forOperands(
        Stream.of(now, valueBefore, amount)
            .filter(Objects::nonNull)
            .map(term -> Objects.requireNonNull(term).printed())
            .toList());
  }

  /** The division that gives the rate, as text. */
  String quotientText(AmountNotation notation) {
    IdentityTerm earlier = valueBefore;
    IdentityTerm dividend = amount;
    String part =
        dividend == null
            ? "(" + differenceText(notation) + ")"
            : notation.formatNumber(dividend.value().abs());
    if (earlier != null) {
      return part + " ÷ " + notation.formatNumber(earlier.value());
    }
    String current = notation.formatNumber(Objects.requireNonNull(now).value());
    return part + " ÷ (" + current + (isIncrease ? " − " : " + ") + part + ")";
  }

  String differenceText(AmountNotation notation) {
    return notation.formatNumber(Objects.requireNonNull(now).value())
        + " − "
        + notation.formatNumber(Objects.requireNonNull(valueBefore).value());
  }

  String directionWord() {
    return isIncrease ? "增加" : "减少";
  }

  String oppositeDirectionWord() {
    return isIncrease ? "减少" : "增加";
  }

  String directionInEnglish() {
    return isIncrease ? "an increase" : "a decrease";
  }
}
