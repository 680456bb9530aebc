package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.statement.Quantity;

/**
 * The unit and decimals in which a finding writes the amounts of one computation: the unit of the
 * first for all, with the decimals of the most precise of them, at most {@link #MAX_DECIMALS}, and
 * with commas between thousands if one of them is printed so.
 *
 * @param scale number of 元 in one unit; 1 for numbers that are not money
 */
record AmountNotation(String unit, BigDecimal scale, int decimals, boolean groupsThousands) {
  private static final int MAX_DECIMALS = 6;

  /** A comma between digits, ASCII or full width. */
  private static final Pattern THOUSANDS = Pattern.compile("\\d[,，]\\d{3}");

  static AmountNotation forOperands(List<Quantity> operands) {
    Quantity first = operands.getFirst();
    int decimals = 0;
    for (Quantity operand : operands) {
      BigDecimal step = operand.unitInLastPlace().divide(first.scale()).stripTrailingZeros();
      decimals = Math.max(decimals, Math.min(step.scale(), MAX_DECIMALS));
    }
    boolean groupsThousands =
        operands.stream().anyMatch(o -> THOUSANDS.matcher(o.printed()).find());
    return new AmountNotation(first.unit(), first.scale(), decimals, groupsThousands);
  }

  String formatNumber(BigDecimal value) {
    BigDecimal shown = value.divide(scale).setScale(decimals, RoundingMode.HALF_UP);
    return groupsThousands
        ? String.format(Locale.ROOT, "%,." + Math.max(0, decimals) + "f", shown)
        : shown.toPlainString();
  }

  String formatAmount(BigDecimal value) {
    return formatNumber(value) + unit;
  }

  /**
   * A rate with two decimals, or with as many as were printed if there are more; as a multiple (倍)
   * if the stated rate is a multiple.
   *
   * @param value in percent
   */
  static String formatPercent(BigDecimal value, Quantity stated) {
    int decimals = Math.max(2, PrintedNumbers.countDecimals(stated.printed()));
    boolean multiple = stated.measure() == Quantity.Measure.TIMES;
    BigDecimal shown = multiple ? value.divide(stated.scale()) : value;
    return shown.setScale(decimals, RoundingMode.HALF_UP).toPlainString()
        + (multiple ? stated.unit() : "%");
  }
}
