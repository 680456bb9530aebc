package org.mingzhang.audit.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A printed total with the numbers that should add up to it, all in one unit.
 *
 * @param parts the numbers with their signs
 */
public record StatedSum(BigDecimal total, List<BigDecimal> parts) {
  private static final BigDecimal CENT = new BigDecimal("0.01");

  /** The sum of the parts, each with its sign. */
  public BigDecimal sum() {
    return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The sum of the parts minus the total, negative if they are less. */
  public BigDecimal difference() {
    return sum().subtract(total);
  }

  /** Whether the sum of the parts equals the total exactly. */
  public boolean addsUpExactly() {
    return difference().signum() == 0;
  }

  /** Whether the sum of the parts equals the total within {@link #tolerance}. */
  public boolean addsUpWithinTolerance() {
    return difference().abs().compareTo(tolerance(parts.size() + 1)) <= 0;
  }

  /**
   * The tolerance of a sum of numbers rounded to two decimals: 0.01 for every two numbers, at least
   * 0.01.
   *
   * @param numberCount how many numbers are rounded, the total included
   */
  public static BigDecimal tolerance(int numberCount) {
    return CENT.multiply(BigDecimal.valueOf(Math.max(1, (numberCount + 1) / 2)));
  }

  /**
   * Creates the finding that the sum of the parts is not the total.
   *
   * @param unit printed after both amounts
   * @param totalLabel words for the location of the total in the formula: 总分写 or 表中写
   */
  public CheckResult createFinding(FindingDraft draft, String unit, String totalLabel) {
    return draft
        .setNumbers(total.toPlainString() + unit, sum().toPlainString() + unit)
        .setFormulaPattern(
            "%s = %s，%s %s", formatTerms(), sum(), totalLabel, total.toPlainString() + unit)
        .toResult(sum(), total);
  }

  /** The addition as text: {@code 1.00 + 2.00 − 0.50}. */
  public String formatTerms() {
    return parts.stream()
        .map(BigDecimal::toPlainString)
        .collect(Collectors.joining(" + "))
        .replace("+ -", "− ");
  }
}
