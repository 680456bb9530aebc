package org.mingzhang.audit.check;

import java.math.BigDecimal;
import org.mingzhang.text.ChineseNumerals;

/** Operations on printed numbers: their value, their rounding, and slips in their digits. */
public final class PrintedNumbers {
  private PrintedNumbers() {}

  /**
   * The number that digits say, with separators of thousands or without.
   *
   * @throws NumberFormatException for anything else
   */
  public static BigDecimal number(String printed) {
    return new BigDecimal(printed.replace(",", ""));
  }

  /** A count in digits or in Chinese; -1 for other text. */
  public static int count(String printed) {
    return Character.isDigit(printed.charAt(0))
        ? Integer.parseInt(printed)
        : ChineseNumerals.parse(printed).map(Long::intValue).orElse(-1);
  }

  /** Half a unit of the last printed digit. */
  public static BigDecimal halfUnit(BigDecimal printed) {
    return BigDecimal.ONE.movePointLeft(Math.max(printed.scale(), 0)).divide(BigDecimal.TWO);
  }

  /** Whether two numbers differ only in that two neighbouring digits changed places. */
  public static boolean areSwapped(BigDecimal left, BigDecimal right) {
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
}
