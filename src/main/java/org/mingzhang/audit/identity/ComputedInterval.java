package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Stream;
import org.mingzhang.audit.check.PrintedNumbers;

/**
 * The range of values that a printed number, or a computation with printed numbers, can have.
 *
 * @param high highest value, not below {@code low}
 */
public record ComputedInterval(BigDecimal low, BigDecimal high) {
  public ComputedInterval {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException(low + " is above " + high);
    }
  }

  public static ComputedInterval exactly(BigDecimal value) {
    return new ComputedInterval(value, value);
  }

  /**
   * The interval of the values that are printed as a number when they are rounded or truncated.
   *
   * @param unitInLastPlace one unit in the last place of the number
   * @param isTruncated whether values are truncated toward zero instead of rounded
   */
  public static ComputedInterval ofPrinted(
      BigDecimal value, BigDecimal unitInLastPlace, boolean isTruncated) {
    if (!isTruncated) {
      BigDecimal half = unitInLastPlace.divide(BigDecimal.TWO);
      return new ComputedInterval(value.subtract(half), value.add(half));
    }
    return value.signum() < 0
        ? new ComputedInterval(value.subtract(unitInLastPlace), value)
        : new ComputedInterval(value, value.add(unitInLastPlace));
  }

  /**
   * The interval of a rate that was computed from unrounded amounts and then rounded or truncated:
   * one unit in the last place to either side.
   *
   * @param rate the printed rate
   */
  public static ComputedInterval ofRate(BigDecimal rate) {
    BigDecimal unit = PrintedNumbers.halfUnitInLastPlace(rate).multiply(BigDecimal.TWO);
    return new ComputedInterval(rate.subtract(unit), rate.add(unit));
  }

  /** The interval of the sum of some numbers. */
  public static ComputedInterval sumOf(Stream<ComputedInterval> terms) {
    return terms.reduce(exactly(BigDecimal.ZERO), ComputedInterval::plus);
  }

  public ComputedInterval plus(ComputedInterval other) {
    return new ComputedInterval(low.add(other.low), high.add(other.high));
  }

  public ComputedInterval minus(ComputedInterval other) {
    return new ComputedInterval(low.subtract(other.high), high.subtract(other.low));
  }

  public ComputedInterval negate() {
    return new ComputedInterval(high.negate(), low.negate());
  }

  /** This interval as a percentage of a whole, which must be above zero. */
  public ComputedInterval percentOf(ComputedInterval whole) {
    if (whole.low.signum() <= 0) {
      throw new IllegalArgumentException("a percentage of " + whole);
    }
    return new ComputedInterval(
        PrintedNumbers.computePercentage(low, low.signum() >= 0 ? whole.high : whole.low),
        PrintedNumbers.computePercentage(high, high.signum() >= 0 ? whole.low : whole.high));
  }

  /** The interval of the amount that is this percentage of a whole. */
  ComputedInterval applyAsPercentTo(ComputedInterval whole) {
    BigDecimal[] products = {
      low.multiply(whole.low),
      low.multiply(whole.high),
      high.multiply(whole.low),
      high.multiply(whole.high)
    };
    BigDecimal minimum = products[0];
    BigDecimal highest = products[0];
    for (BigDecimal product : products) {
      minimum = minimum.min(product);
      highest = highest.max(product);
    }
    return new ComputedInterval(minimum.movePointLeft(2), highest.movePointLeft(2));
  }

  /** The intersection of two intervals, which must not be empty. */
  public ComputedInterval intersect(ComputedInterval other) {
    return new ComputedInterval(low.max(other.low), high.min(other.high));
  }

  /** The value in the middle. */
  public BigDecimal midpoint() {
    return low.add(high).divide(BigDecimal.TWO, MathContext.DECIMAL64);
  }

  /** Whether two intervals have a value in common. */
  public boolean intersects(ComputedInterval other) {
    return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
  }

  /** Whether every value is above every value of another. */
  public boolean isAbove(ComputedInterval other) {
    return low.compareTo(other.high) > 0;
  }

  boolean isPositive() {
    return low.signum() > 0;
  }
}
