package org.mingzhang.audit.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FindingGap;
import org.mingzhang.text.AmountParser;

/**
 * A number of a finding with its unit, from which the gap to a second number is computed. Counts,
 * points and words have no gap.
 *
 * @param unit 元, 万元 …, %, or empty
 */
record NumberWithUnit(BigDecimal value, String unit) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[≤≥<>]?\\s*(?<sign>[-−+]?)(?<number>\\d[\\d,]*(?:\\.\\d+)?)(?<unit>百万元|千元|万元|亿元|元|%)?");
  private static final String PERCENT = "%";

  private static final int DECIMALS_OF_YUAN = 2;
  private static final int DECIMALS_OF_PERCENT = 4;

  /**
   * The absolute gap between the stated and the computed number, in which a number without a unit
   * has the unit of the other; null unless both are amounts of money or both are percentages.
   *
   * @param base the amount in 元 that a rate refers to, or null
   */
  static @Nullable FindingGap computeGap(
      @Nullable String stated, @Nullable String computed, @Nullable BigDecimal base) {
    NumberWithUnit one = parse(stated);
    NumberWithUnit other = parse(computed);
    if (one == null || other == null) {
      return null;
    }
    String unit = one.unit.isEmpty() ? other.unit : one.unit;
    boolean rates = unit.equals(PERCENT);
    if (unit.isEmpty() || (!other.unit.isEmpty() && other.unit.equals(PERCENT) != rates)) {
      return null;
    }
    return rates
        ? gapOfRates(one, other, base)
        : gapOfAmounts(one.toYuan(unit), other.toYuan(unit));
  }

  private static @Nullable NumberWithUnit parse(@Nullable String text) {
    Matcher number = NUMBER.matcher(text == null ? "" : text);
    if (!number.matches()) {
      return null;
    }
    BigDecimal value = new BigDecimal(number.group("number").replace(",", ""));
    boolean below = "-−".contains(number.group("sign")) && !number.group("sign").isEmpty();
    String unit = number.group("unit");
    return new NumberWithUnit(below ? value.negate() : value, unit == null ? "" : unit);
  }

  private BigDecimal toYuan(String otherwise) {
    return value.scaleByPowerOfTen(AmountParser.powerOfTen(unit.isEmpty() ? otherwise : unit));
  }

  private static FindingGap gapOfRates(
      NumberWithUnit statedRate, NumberWithUnit computedRate, @Nullable BigDecimal base) {
    BigDecimal points = statedRate.value.subtract(computedRate.value).abs();
    BigDecimal yuan = base == null ? null : points.multiply(base.abs()).movePointLeft(2);
    return new FindingGap(
        yuan == null ? null : round(yuan, DECIMALS_OF_YUAN), round(points, DECIMALS_OF_PERCENT));
  }

  private static FindingGap gapOfAmounts(BigDecimal statedYuan, BigDecimal computedYuan) {
    BigDecimal gap = statedYuan.subtract(computedYuan).abs();
    BigDecimal percent =
        computedYuan.signum() == 0
            ? null
            : round(PrintedNumbers.computePercentage(gap, computedYuan.abs()), DECIMALS_OF_PERCENT);
    return new FindingGap(round(gap, DECIMALS_OF_YUAN), percent);
  }

  /**
   * Rounds a number and removes trailing zeros and the exponent, so that gaps of equal value are
   * equal objects.
   */
  private static BigDecimal round(BigDecimal value, int decimals) {
    BigDecimal plain = value.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
