package org.mingzhang.audit.check;

import java.math.BigDecimal;
import java.math.MathContext;
import org.mingzhang.text.ChineseNumeralParser;

/**
 * Operations on printed numbers: parsing, half units for their rounding, and comparison of their
 * digits.
 */
public final class PrintedNumbers {
  private PrintedNumbers() {}

  /**
   * Parses a number with or without thousands separators, which may be in 万: 3.86万.
   *
   * @throws NumberFormatException if the text is not such a number
   */
  public static BigDecimal parse(String printed) {
    return new BigDecimal(printed.replace(",", "").replace("万", "E4"));
  }

  /**
   * Parses a count in digits or as a Chinese numeral; -1 if the text is neither. The text must not
   * be empty.
   *
   * @throws NumberFormatException if the text begins with a digit but is not an {@code int}
   */
  public static int parseCount(String printed) {
    return Character.isDigit(printed.charAt(0))
        ? Integer.parseInt(printed)
        : ChineseNumeralParser.parse(printed).map(Long::intValue).orElse(-1);
  }

  public static int countDecimals(String printed) {
    int point = printed.indexOf('.');
    return point < 0 ? 0 : printed.length() - point - 1;
  }

  /**
   * Part ÷ whole in percent, rounded to 16 significant digits.
   *
   * @throws ArithmeticException if the whole is zero
   */
  public static BigDecimal computePercentage(BigDecimal part, BigDecimal whole) {
    return part.movePointRight(2).divide(whole, MathContext.DECIMAL64);
  }

  /** Half a unit of the last printed digit. */
  public static BigDecimal halfUnitInLastPlace(BigDecimal printed) {
    return BigDecimal.ONE.movePointLeft(Math.max(printed.scale(), 0)).divide(BigDecimal.TWO);
  }

  /** Whether two numbers differ only by the exchange of two neighboring digits. */
  public static boolean differBySwappedDigits(BigDecimal left, BigDecimal right) {
    int scale = Math.max(left.scale(), right.scale());
    String a = left.setScale(scale).toPlainString().replace(".", "");
    String b = right.setScale(scale).toPlainString().replace(".", "");
    int at = 0;
    while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return a.length() == b.length()
        && at + 1 < a.length()
        && a.charAt(at) == b.charAt(at + 1)
        && a.charAt(at + 1) == b.charAt(at)
        && a.substring(at + 2).equals(b.substring(at + 2));
  }

  /** Whether two numbers have the same digits and differ only by a power of ten. */
  public static boolean differByPowerOfTen(BigDecimal left, BigDecimal right) {
    return left.compareTo(right) != 0
        && left.stripTrailingZeros()
            .unscaledValue()
            .equals(right.stripTrailingZeros().unscaledValue());
  }

  /** Whether two numbers differ by one digit that is replaced, missing or added. */
  public static boolean differInOneDigit(BigDecimal left, BigDecimal right) {
    int scale = Math.max(left.scale(), right.scale());
    String a = left.setScale(scale).toPlainString().replace(".", "");
    String b = right.setScale(scale).toPlainString().replace(".", "");
    int same = 0;
    while (same < a.length() && same < b.length() && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    int after = 0;
    int rest = Math.min(a.length(), b.length()) - same;
    while (after < rest && a.charAt(a.length() - 1 - after) == b.charAt(b.length() - 1 - after)) {
      after++;
    }
    return Math.max(a.length(), b.length()) - same - after == 1;
  }
}
