package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.mingzhang.text.AmountFinder;

/**
 * The cost of one unit, computed from the total cost and the number of units. The tolerance is
 * wide, because numbers of vehicles change during a year and guests may be counted in several ways.
 *
 * @param yuan cost of one unit in 元
 */
record UnitCost(BigDecimal yuan) {
  private static final int MIN_DECIMALS = 2;

  /** Computes the cost of one unit of a total in 元; {@code number} is above zero. */
  static UnitCost compute(BigDecimal total, BigDecimal number) {
    return new UnitCost(total.divide(number, MIN_DECIMALS, RoundingMode.HALF_UP));
  }

  /** Whether a stated cost is within a tenth, or within 1元 if that is more. */
  boolean agreesWith(BigDecimal stated, String unit) {
    BigDecimal slack = yuan.movePointLeft(1).max(BigDecimal.ONE);
    BigDecimal other = stated.scaleByPowerOfTen(AmountFinder.powerOfTen(unit));
    return other.subtract(yuan).abs().compareTo(slack) <= 0;
  }

  /** The cost in the unit and with at least the decimals of a stated cost. */
  String format(BigDecimal stated, String unit) {
    return yuan.movePointLeft(AmountFinder.powerOfTen(unit))
            .setScale(Math.max(MIN_DECIMALS, stated.scale()), RoundingMode.HALF_UP)
            .toPlainString()
        + unit;
  }
}
