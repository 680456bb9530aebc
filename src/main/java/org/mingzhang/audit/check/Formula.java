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

  /** {@code 3.00 − 2.00}. */
  public static String difference(BigDecimal from, BigDecimal less) {
    return from.toPlainString() + " − " + less.toPlainString();
  }

  /** {@code 3.00 ÷ 2.00}. */
  public static String quotient(BigDecimal part, BigDecimal whole) {
    return part.toPlainString() + " ÷ " + whole.toPlainString();
  }
}
