package org.mingzhang.audit.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A printed total with the numbers that should add up to it, all in one unit.
 *
 * @param parts the numbers with their signs
 */
public record StatedSum(BigDecimal stated, List<BigDecimal> parts) {
  private static final BigDecimal CENT = new BigDecimal("0.01");

  /** What the parts make. */
  public BigDecimal sum() {
    return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The sum of the parts minus the total, negative if they are less. */
  public BigDecimal difference() {
    return sum().subtract(stated);
  }

  /** Whether the parts make exactly the total. */
  public boolean isExact() {
    return difference().signum() == 0;
  }

  /** Whether the parts make the total but for their rounding. */
  public boolean agrees() {
    return difference().abs().compareTo(tolerance(parts.size() + 1)) <= 0;
  }

  /** By how much a sum of so many rounded numbers, its total included, may be off: 0.01 for two. */
  public static BigDecimal tolerance(int numbers) {
    return CENT.multiply(BigDecimal.valueOf(Math.max(1, (numbers + 1) / 2)));
  }

  /**
   * The finding that the parts do not make the total.
   *
   * @param unit printed after both amounts
   * @param place what the formula calls the place of the total, 总分写 or 表中写
   */
  public CheckResult createFinding(FindingDraft draft, String unit, String place) {
    return draft
        .withNumbers(stated.toPlainString() + unit, sum().toPlainString() + unit)
        .withFormulaPattern(
            "%s = %s，%s %s", formatTerms(), sum(), place, stated.toPlainString() + unit)
        .report(sum(), stated);
  }

  /** The addition written out: {@code 1.00 + 2.00 − 0.50}. */
  public String formatTerms() {
    return parts.stream()
        .map(BigDecimal::toPlainString)
        .collect(Collectors.joining(" + "))
        .replace("+ -", "− ");
  }
}
