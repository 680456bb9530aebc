package org.mingzhang.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses numbers in table cells, texts that are one amount of money, and units of money. */
public final class AmountParser {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?");
  private static final Pattern AMOUNT =
      Pattern.compile("(?<number>" + NUMBER.pattern() + ")(?<unit>百万元|千元|[万亿]?元|[万亿])");

  /**
   * Negative number as in bookkeeping: in brackets, or after a triangle. A short integer in
   * brackets does not match, since it may be the number of a note or a line.
   */
  private static final Pattern BOOKKEEPING_NEGATIVE =
      Pattern.compile(
          "\\((?<bracketed>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+\\.\\d+)\\)"
              + "|[▲△](?<triangle>(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)");

  private AmountParser() {}

  /**
   * Parses a text that consists of one amount with its unit, such as {@code 100万}, and returns the
   * amount in 元; empty for any other text, also for a number without a unit.
   */
  public static Optional<BigDecimal> parseYuan(String text) {
    Matcher amount = AMOUNT.matcher(CompactText.compact(text).text());
    return amount.matches()
        ? parseNumber(amount.group("number"))
            .map(n -> n.scaleByPowerOfTen(powerOfTen(amount.group("unit"))))
        : Optional.empty();
  }

  /**
   * Parses a table cell that consists of one number: {@code 1,050.00}, {@code -3.5}, {@code +20},
   * also in full-width characters, and negative numbers as in bookkeeping: {@code (15.25)}, {@code
   * ▲15.25}; empty for any other text, such as a dash or words.
   */
  public static Optional<BigDecimal> parseNumber(String cell) {
    if (!mayStartWithNumber(cell)) {
      return Optional.empty();
    }
    String plain = CompactText.compact(cell).text().replace("，", ",");
    String number = plain.startsWith("+") ? plain.substring(1) : plain;
    if (NUMBER.matcher(number).matches()) {
      return Optional.of(new BigDecimal(number.replace(",", "")));
    }
    Matcher negative = BOOKKEEPING_NEGATIVE.matcher(plain);
    if (!negative.matches()) {
      return Optional.empty();
    }
    String bracketed = negative.group("bracketed");
    String digits = bracketed == null ? negative.group("triangle") : bracketed;
    return Optional.of(new BigDecimal(digits.replace(",", "")).negate());
  }

  /** Whether the first visible character of a cell may be the first of a number. */
  private static boolean mayStartWithNumber(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (!CompactText.isBlank(c)) {
        return switch (CompactText.fold(c)) {
          case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '-', '(', '▲', '△' -> true;
          default -> false;
        };
      }
    }
    return false;
  }

  /**
   * The power of ten of a unit of money: 4 for 万元.
   *
   * @throws IllegalArgumentException if the unit is not 元, 千元, 万, 万元, 百万元, 亿 or 亿元
   */
  public static int powerOfTen(String unit) {
    return switch (unit) {
      case "元" -> 0;
      case "千元" -> 3;
      case "万元", "万" -> 4;
      case "百万元" -> 6;
      case "亿元", "亿" -> 8;
      default -> throw new IllegalArgumentException("not a unit of money: " + unit);
    };
  }

  /** The power of ten of a unit of money; 0 for any other unit, such as 辆 or %. */
  public static int powerOfTenOrZero(String unit) {
    return switch (unit) {
      case "元", "千元", "万元", "万", "百万元", "亿元", "亿" -> powerOfTen(unit);
      default -> 0;
    };
  }
}
