package org.mingzhang.audit.check;

import java.math.BigDecimal;

/** Printed numbers, and how those differ that should be the same. */
public final class DigitComparison {
  private DigitComparison() {}

  /**
   * The number that digits say, with separators of thousands or without.
   *
   * @throws NumberFormatException for anything else
   */
  public static BigDecimal number(String printed) {
    return new BigDecimal(printed.replace(",", ""));
  }

  /** Whether two neighbouring digits changed places, the most common slip in copying a number. */
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
