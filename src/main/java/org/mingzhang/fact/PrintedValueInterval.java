package org.mingzhang.fact;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.mingzhang.model.Fact;
import org.mingzhang.text.AmountParser;

/**
 * The interval of the values that are printed as one number when they are rounded or truncated to
 * its digits. Bounds are in the unit of {@link Fact#value()}.
 *
 * @param low lower bound
 * @param high upper bound
 */
record PrintedValueInterval(BigDecimal low, BigDecimal high) {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final Pattern DECIMAL_PLACES = Pattern.compile("[^.．]*[.．](\\d+)\\D*");

  /** How numbers were shortened for printing. */
  enum NumberShortening {
    /** To the nearest printed value. */
    ROUNDED,
    /** By omitting digits. */
    TRUNCATED
  }

  /**
   * One unit of the last printed digit of a fact, in the unit of its value: 100 元 for 12.34万元, 0.1
   * for 3.2%.
   */
  static BigDecimal unitInLastPlace(Fact fact) {
    var fraction = DECIMAL_PLACES.matcher(fact.printed());
    int digits = fraction.matches() ? fraction.group(1).length() : 0;
    return BigDecimal.ONE.scaleByPowerOfTen(powerOfTen(fact.unit()) - digits);
  }

  private static int powerOfTen(String unit) {
    return unit.equals("成") ? 1 : AmountParser.powerOfTenOrZero(unit);
  }

  /** The interval of the values that give the printed number of a fact. */
  static PrintedValueInterval of(Fact fact, NumberShortening shortening) {
    BigDecimal step = unitInLastPlace(fact);
    BigDecimal value = fact.value();
    if (shortening == NumberShortening.ROUNDED) {
      BigDecimal half = step.multiply(HALF);
      return new PrintedValueInterval(value.subtract(half), value.add(half));
    }
    return value.signum() < 0
        ? new PrintedValueInterval(value.subtract(step), value)
        : new PrintedValueInterval(value, value.add(step));
  }

  /**
   * Whether two intervals have no value in common except a common bound that, rounded, would print
   * as another number in one of them.
   */
  boolean excludes(PrintedValueInterval other) {
    return high.compareTo(other.low) <= 0 || other.high.compareTo(low) <= 0;
  }

  /** The values in both intervals, which must not exclude each other. */
  PrintedValueInterval intersect(PrintedValueInterval other) {
    return new PrintedValueInterval(low.max(other.low), high.min(other.high));
  }
}
