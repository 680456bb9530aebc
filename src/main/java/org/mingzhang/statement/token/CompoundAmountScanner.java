package org.mingzhang.statement.token;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Quantity.Measure;
import org.mingzhang.text.ChineseNumeralParser;

/** Scans amounts of money written with several units: 3亿5000万元, 六十八万五千元, 一百二十万零三百元. */
final class CompoundAmountScanner {
  private static final Pattern NUMBER_WITH_UNIT =
      Pattern.compile(
          "零?(?:(?<digits>\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)|(?<words>[一二三四五六七八九十百千两零〇]+))(?<unit>[亿万千百]?)");
  private static final int MAX_AMOUNT_PARTS = 4;

  private CompoundAmountScanner() {}

  /**
   * The amount of two to {@link #MAX_AMOUNT_PARTS} parts that starts at an offset, with units in
   * descending order and 元 after the last; otherwise null.
   */
  static ProseToken.@Nullable Numeral scan(String text, int from) {
    Matcher part =
        NUMBER_WITH_UNIT.matcher(text).region(from, text.length()).useTransparentBounds(true);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal last = BigDecimal.valueOf(Long.MAX_VALUE);
    int at = from;
    for (int parts = 1; parts <= MAX_AMOUNT_PARTS && at < text.length(); parts++) {
      part.region(at, text.length());
      BigDecimal number = part.lookingAt() ? parseNumber(part) : null;
      BigDecimal factor = number == null ? null : factorOf(part.group("unit"));
      if (number == null || factor == null || factor.compareTo(last) >= 0) {
        return null;
      }
      sum = sum.add(number.multiply(factor));
      last = factor;
      at = part.end();
      if (text.startsWith("元", at)) {
        return parts == 1 ? null : toNumeral(from, at + 1, sum, factor);
      }
      if (factor.compareTo(BigDecimal.ONE) == 0) {
        return null;
      }
    }
    return null;
  }

  private static @Nullable BigDecimal parseNumber(Matcher part) {
    String digits = part.group("digits");
    return digits != null
        ? new BigDecimal(digits.replace(",", ""))
        : ChineseNumeralParser.parse(part.group("words")).map(BigDecimal::valueOf).orElse(null);
  }

  private static BigDecimal factorOf(String unit) {
    return switch (unit) {
      case "亿" -> BigDecimal.TEN.pow(8);
      case "万" -> BigDecimal.TEN.pow(4);
      case "千" -> BigDecimal.valueOf(1000);
      case "百" -> BigDecimal.valueOf(100);
      default -> BigDecimal.ONE;
    };
  }

  private static ProseToken.Numeral toNumeral(int from, int end, BigDecimal sum, BigDecimal scale) {
    return new ProseToken.Numeral(
        from,
        end,
        sum.divide(scale).stripTrailingZeros().toPlainString(),
        sum,
        scale,
        "元",
        Measure.MONEY);
  }
}
