package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.statement.Quantity;

/**
 * How a document prints its numbers, determined once for all of its prose. A document that prints
 * amounts in 万元 with two decimals omits final zeros: its 42万元 is 42.00, not any value from 41.5 to
 * 42.5. All numbers are assumed to be rounded, or all to be truncated.
 *
 * @param decimals decimals of 万元 to which amounts without decimals are exact; 0 if the document
 *     prints whole 万元
 * @param numbersTruncated whether numbers were truncated to their last digit and not rounded
 */
public record PrintedPrecision(int decimals, boolean numbersTruncated) {
  private static final int MAX_DECIMALS = 2;

  /**
   * Width of the interval of a rate in units in the last place: the interval of rounding, extended
   * by one unit on either side.
   */
  private static final BigDecimal RATE_INTERVAL_UNITS = BigDecimal.valueOf(3);

  /**
   * Determines the precision of the amounts in 万元 of a document, for numbers that are rounded. The
   * decimals are those of the most precise amount, at most {@link #MAX_DECIMALS}, if at least two
   * thirds of the nonzero amounts have decimals.
   */
  public static PrintedPrecision determine(Collection<Quantity> quantities) {
    int all = 0;
    int fine = 0;
    int decimals = 0;
    for (Quantity quantity : quantities) {
      if (quantity.unit().equals("万元") && quantity.value().signum() != 0) {
        all++;
        fine += quantity.printed().indexOf('.') >= 0 ? 1 : 0;
        decimals = Math.max(decimals, PrintedNumbers.countDecimals(quantity.printed()));
      }
    }
    return new PrintedPrecision(
        all > 0 && fine * 3 >= all * 2 ? Math.min(decimals, MAX_DECIMALS) : 0, false);
  }

  /** The same precision for a document that truncates its numbers. */
  PrintedPrecision withTruncation() {
    return new PrintedPrecision(decimals, true);
  }

  /**
   * The interval of the values that a printed number can represent. A count is exact; the interval
   * of a percentage is {@link #RATE_INTERVAL_UNITS} units in the last place wide, also if numbers
   * are truncated.
   */
  public ComputedInterval toInterval(Quantity printed) {
    BigDecimal value = printed.value();
    if (printed.measure() == Quantity.Measure.COUNT) {
      return ComputedInterval.exactly(value);
    }
    BigDecimal step = unitInLastPlace(printed);
    // Rates were computed from unrounded amounts that are not printed, so their last digit may be
    // off by one.
    return printed.measure() == Quantity.Measure.PERCENT
        ? ComputedInterval.ofPrinted(value, step.multiply(RATE_INTERVAL_UNITS), false)
        : ComputedInterval.ofPrinted(value, step, numbersTruncated);
  }

  /** The term for a printed number; null if the number is null. */
  public @Nullable IdentityTerm toTerm(@Nullable Quantity quantity) {
    return quantity == null
        ? null
        : new IdentityTerm(quantity, quantity.value(), toInterval(quantity));
  }

  /** The term for a rate in percent or 倍; null for other quantities, such as percentage points. */
  @Nullable IdentityTerm toRateTerm(@Nullable Quantity quantity) {
    boolean rate =
        quantity != null
            && (quantity.measure() == Quantity.Measure.PERCENT
                || quantity.measure() == Quantity.Measure.TIMES);
    return rate ? toTerm(quantity) : null;
  }

  private BigDecimal unitInLastPlace(Quantity printed) {
    BigDecimal step = printed.unitInLastPlace();
    return printed.measure() == Quantity.Measure.MONEY
        ? step.min(printed.scale().movePointLeft(decimals))
        : step;
  }
}
