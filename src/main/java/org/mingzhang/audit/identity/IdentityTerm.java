package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Quantity.Measure;

/**
 * A printed number of prose or of a cell, as it enters an identity. Its location is {@link
 * Quantity#span}.
 *
 * @param value its value with its sign; percent for a rate, also if 倍 is printed
 */
public record IdentityTerm(Quantity printed, BigDecimal value, ComputedInterval interval) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Creates the term for a printed number; null if the number is null. */
  public static @Nullable IdentityTerm ofNumber(
      @Nullable Quantity quantity, PrintedPrecision precision) {
    return quantity == null
        ? null
        : new IdentityTerm(quantity, quantity.value(), precision.interval(quantity));
  }

  /** The term for a rate in percent; null for percentage points. */
  static @Nullable IdentityTerm ofRate(@Nullable Quantity quantity, PrintedPrecision precision) {
    IdentityTerm term = ofNumber(quantity, precision);
    if (term == null || term.printed.measure() == Measure.PERCENT) {
      return term;
    }
    return term.printed.measure() == Measure.TIMES
        ? new IdentityTerm(
            term.printed,
            term.value.multiply(HUNDRED),
            new ComputedInterval(
                term.interval.low().multiply(HUNDRED), term.interval.high().multiply(HUNDRED)))
        : null;
  }

  /**
   * Whether both measure the same thing in comparable units; a missing one is comparable with any.
   */
  static boolean areComparable(@Nullable Quantity one, @Nullable Quantity other) {
    return one == null
        || other == null
        || (one.measure() == other.measure()
            && (one.measure() == Measure.MONEY || one.unit().equals(other.unit())));
  }

  public IdentityTerm negate() {
    return new IdentityTerm(printed, value.negate(), interval.negate());
  }

  /** Whether the value has the opposite sign of the printed number. */
  public boolean hasOppositeSign() {
    return value.signum() * printed.value().signum() < 0;
  }

  public String signedText() {
    String unit = printed.unit();
    return printed.printed() + (unit.endsWith("%") ? "%" : unit);
  }
}
