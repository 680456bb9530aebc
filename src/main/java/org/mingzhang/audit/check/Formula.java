package org.mingzhang.audit.check;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;

/** Computations written out as findings show them. */
public final class Formula {
  private Formula() {}

  /** {@code 1.00 + 2.00 − 0.50}. */
  public static String sum(Collection<BigDecimal> parts) {
    return parts.stream()
        .map(BigDecimal::toPlainString)
        .collect(Collectors.joining(" + "))
        .replace("+ -", "− ");
  }

  /** {@code 1.00 + 2.00 = 3.00万元，文中写4.00万元，差1.00万元}. */
  public static String sumOff(String terms, String sum, String stated, String gap) {
    return "%s = %s，文中写%s，差%s".formatted(terms, sum, stated, gap);
  }

  /** {@code 3.00 ÷ 2.00}. */
  public static String quotient(BigDecimal part, BigDecimal whole) {
    return part.toPlainString() + " ÷ " + whole.toPlainString();
  }
}
