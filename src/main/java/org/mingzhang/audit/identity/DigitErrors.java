package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Slips of the pen that turn one number into another. What a relation requires of a number is
 * vouched for where such a slip leads from it to what was printed.
 */
public final class DigitErrors {
  private static final List<Integer> POWERS = List.of(1, -1, 2, -2, 4, -4);
  private static final int UNIT = 4;

  private DigitErrors() {}

  /** How a printed number came of one within an interval, in Chinese; empty where no slip tells. */
  public static Optional<String> from(Term printed, ComputedInterval right) {
    Optional<String> turned = swapped(printed, right);
    return turned.isPresent() ? turned : moved(printed, right);
  }

  /** A decimal point or a unit that slipped. */
  private static Optional<String> moved(Term printed, ComputedInterval right) {
    for (int power : POWERS) {
      BigDecimal other = printed.value().scaleByPowerOfTen(power);
      if (other.signum() != 0 && right.meets(ComputedInterval.exactly(other))) {
        return Optional.of(Math.abs(power) == UNIT ? "单位相差一万倍" : "小数点错位");
      }
    }
    return Optional.empty();
  }

  /** Two neighbouring digits that changed places. */
  static Optional<String> swapped(Term printed, ComputedInterval right) {
    BigDecimal scale = printed.printed().scale();
    String digits = printed.value().abs().divide(scale).toPlainString();
    ComputedInterval wanted = printed.value().signum() < 0 ? right.negate() : right;
    for (int i = 0; i + 1 < digits.length(); i++) {
      int next = digits.charAt(i + 1) == '.' ? i + 2 : i + 1;
      boolean differ =
          digits.charAt(i) != '.'
              && next < digits.length()
              && digits.charAt(i) != digits.charAt(next);
      if (differ) {
        StringBuilder turned = new StringBuilder(digits);
        turned.setCharAt(i, digits.charAt(next));
        turned.setCharAt(next, digits.charAt(i));
        BigDecimal other = new BigDecimal(turned.toString()).multiply(scale);
        if (wanted.meets(ComputedInterval.exactly(other))) {
          return Optional.of("相邻两位数字对调");
        }
      }
    }
    return Optional.empty();
  }
}
