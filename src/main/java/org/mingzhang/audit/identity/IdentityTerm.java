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
  /**
   * Whether two quantities have the same measure and comparable units; a missing quantity is
   * comparable with any.
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

  /** The same term with another value of the same precision. */
  IdentityTerm shiftTo(BigDecimal other) {
    return new IdentityTerm(
        printed, other, interval.plus(ComputedInterval.exactly(other.subtract(value))));
  }

  /** Whether the value has the opposite sign of the printed number. */
  public boolean hasOppositeSign() {
    return value.signum() * printed.value().signum() < 0;
  }

  /** The number as printed, with its unit; has a sign only if one is printed. */
  public String printedText() {
    String unit = printed.unit();
    return printed.printed() + (unit.endsWith("%") ? "%" : unit);
  }
}
