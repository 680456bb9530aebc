package org.mingzhang.audit.check;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A printed rate with the two numbers of which it is the ratio.
 *
 * @param rate the printed percentage
 */
public record StatedRate(BigDecimal rate, BigDecimal part, BigDecimal whole) {
  private static final BigDecimal TOLERANCE_POINTS = new BigDecimal("0.1");
  private static final BigDecimal HALF_CENT = new BigDecimal("0.005");

  /** Formats a percentage with two decimals. */
  public static String formatPercent(BigDecimal percent) {
    return percent.setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
  }

  /** Part ÷ whole, formatted as a percentage with two decimals. The whole must not be zero. */
  public String computedText() {
    return formatPercent(PrintedNumbers.computePercentage(part, whole));
  }

  /** The printed rate with a percent sign, which is added if the document does not print it. */
  public String printedText() {
    return rate.toPlainString() + "%";
  }

  /**
   * Whether the rate agrees with part ÷ whole. It must lie within the interval that the rounding of
   * the two numbers allows, extended by half a unit of its last digit and {@link
   * #TOLERANCE_POINTS}. It must also be between 0.8 and 1.25 times the exact ratio, or within one
   * unit of its last digit of the interval. True if the whole may have been zero before rounding.
   *
   * @param printsTwoDecimals whether the document prints amounts with two decimals, so that {@code
   *     3万元} means 3.00 and not any number between 2.5 and 3.5
   */
  public boolean agrees(boolean printsTwoDecimals) {
    BigDecimal slackPart = tolerance(part, printsTwoDecimals);
    BigDecimal slackWhole = tolerance(whole, printsTwoDecimals);
    BigDecimal smallest = whole.subtract(slackWhole);
    if (smallest.signum() <= 0) {
      return true;
    }
    BigDecimal low =
        PrintedNumbers.computePercentage(part.subtract(slackPart), whole.add(slackWhole));
    BigDecimal high = PrintedNumbers.computePercentage(part.add(slackPart), smallest);
    BigDecimal difference = rate.subtract(high).max(low.subtract(rate)).max(BigDecimal.ZERO);
    BigDecimal half = PrintedNumbers.halfUnitInLastPlace(rate);
    if (difference.compareTo(half.add(TOLERANCE_POINTS)) > 0) {
      return false;
    }
    BigDecimal exact = PrintedNumbers.computePercentage(part, whole);
    boolean near =
        rate.compareTo(exact.multiply(new BigDecimal("0.8"))) >= 0
            && rate.compareTo(exact.multiply(new BigDecimal("1.25"))) <= 0;
    return near || difference.compareTo(half.multiply(BigDecimal.TWO)) <= 0;
  }

  /**
   * Whether the rate agrees as printed or as a fraction of one, in case the percent sign is
   * missing.
   */
  public boolean agreesAsPercentOrFraction(boolean printsTwoDecimals) {
    return agrees(printsTwoDecimals)
        || new StatedRate(rate.movePointRight(2), part, whole).agrees(printsTwoDecimals);
  }

  private static BigDecimal tolerance(BigDecimal printed, boolean printsTwoDecimals) {
    BigDecimal half = PrintedNumbers.halfUnitInLastPlace(printed);
    return printsTwoDecimals ? half.min(HALF_CENT) : half;
  }

  /** Creates the finding that the rate is not the ratio of the two numbers. */
  public CheckResult createFinding(FindingDraft draft) {
    return draft
        .setNumbers(printedText(), computedText())
        .setFormula(
            part.toPlainString() + " ÷ " + whole.toPlainString(), computedText(), printedText())
        .toResult(computedText(), printedText());
  }
}
