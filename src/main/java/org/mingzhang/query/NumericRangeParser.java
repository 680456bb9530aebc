package org.mingzhang.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.SearchNormalizer;

/**
 * Parses ranges of years, scores, percentages and amounts: {@code 2020..2024}, {@code >100万},
 * {@code 5万..2亿}, {@code 2024年}.
 */
final class NumericRangeParser {
  private static final Pattern NUMBER =
      Pattern.compile("(-?\\d{1,15}(?:\\.\\d{1,9})?)(亿元|亿|千万元|千万|百万元|百万|万元|万|千元|元|年度|年|分|天|%)?");
  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>|=|≤|≥)(.+)");
  private static final Pattern RANGE = Pattern.compile("(.*?)(?:\\.{2,3}|~|至)(.*)");
  private static final Pattern YEAR_RANGE = Pattern.compile("(\\d{4})年?-(\\d{4})年?");

  private static final Pattern BELOW_FULL_SCORE = Pattern.compile("<(weight|分值|100%)");
  private static final Pattern TWO_DIGIT_YEAR = Pattern.compile("\\d{2}");

  /** Units of numbers that are not amounts. */
  private static final Pattern NON_MONEY_UNIT = Pattern.compile("年度?|分|天|%");

  private static final BigDecimal CENTURY_START = BigDecimal.valueOf(2000);

  private NumericRangeParser() {}

  /**
   * Parses a text as typed; null if it is not a number or range. Reversed bounds are swapped, and
   * 2000 is added to a two-digit year. A score below the full one ({@code <weight}, {@code <100%})
   * becomes a range of {@link QueryField#LOST}, and a field of dates ({@link QueryField#isDate}) is
   * parsed by {@link DateRangeParser}.
   *
   * <p>A {@link QueryField#GAP} given in percent becomes a range of {@link QueryField#GAP_PERCENT}.
   * A lower bound without a unit has the unit of the upper one ({@code 5..8万}).
   *
   * @param notices receives {@link QueryNotices#AMOUNT_IN_YUAN} if an amount has no unit
   */
  static QueryNode.@Nullable Range parse(
      QueryField typedField, String typed, List<QueryNotice> notices) {
    String text = SearchNormalizer.fold(typed).replace(",", "");
    QueryField field =
        typedField == QueryField.GAP && text.contains("%") ? QueryField.GAP_PERCENT : typedField;
    if (field.isDate()) {
      return DateRangeParser.parse(field, text);
    }
    if (field == QueryField.SCORE && BELOW_FULL_SCORE.matcher(text).matches()) {
      return new QueryNode.Range(QueryField.LOST, BigDecimal.ZERO, false, null, true);
    }
    Matcher comparison = COMPARISON.matcher(text);
    if (comparison.matches()) {
      return createComparison(
          field, comparison.group(1), parseNumber(field, comparison.group(2), "", notices));
    }
    Matcher years = YEAR_RANGE.matcher(text);
    if (field == QueryField.YEAR && years.matches()) {
      return createRange(field, new BigDecimal(years.group(1)), new BigDecimal(years.group(2)));
    }
    Matcher span = RANGE.matcher(text);
    if (span.matches()) {
      return parseSpan(field, span.group(1), span.group(2), notices);
    }
    BigDecimal exact = parseNumber(field, text, "", notices);
    return exact == null ? null : createRange(field, exact, exact);
  }

  private static QueryNode.@Nullable Range parseSpan(
      QueryField field, String from, String to, List<QueryNotice> notices) {
    if (from.isEmpty() && to.isEmpty()) {
      return null;
    }
    String unit = unitOf(to);
    BigDecimal low = from.isEmpty() ? null : parseNumber(field, from, unit, notices);
    BigDecimal high = to.isEmpty() ? null : parseNumber(field, to, "", notices);
    boolean invalid = (low == null && !from.isEmpty()) || (high == null && !to.isEmpty());
    return invalid ? null : createRange(field, low, high);
  }

  private static QueryNode.Range createRange(
      QueryField field, @Nullable BigDecimal first, @Nullable BigDecimal second) {
    boolean reversed = first != null && second != null && first.compareTo(second) > 0;
    return new QueryNode.Range(
        field, reversed ? second : first, true, reversed ? first : second, true);
  }

  private static QueryNode.@Nullable Range createComparison(
      QueryField field, String operator, @Nullable BigDecimal number) {
    if (number == null) {
      return null;
    }
    return switch (operator) {
      case "<" -> new QueryNode.Range(field, null, true, number, false);
      case "<=", "≤" -> new QueryNode.Range(field, null, true, number, true);
      case ">" -> new QueryNode.Range(field, number, false, null, true);
      case ">=", "≥" -> new QueryNode.Range(field, number, true, null, true);
      default -> createRange(field, number, number);
    };
  }

  private static String unitOf(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.matches() && number.group(2) != null ? number.group(2) : "";
  }

  private static @Nullable BigDecimal parseNumber(
      QueryField field, String text, String defaultUnit, List<QueryNotice> notices) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      return null;
    }
    String unit = number.group(2) == null ? defaultUnit : number.group(2);
    BigDecimal value = new BigDecimal(number.group(1));
    if (field.isMoney() && NON_MONEY_UNIT.matcher(unit).matches()) {
      return null;
    }
    if (!field.isMoney()) {
      BigDecimal year = withoutTrailingZeros(value);
      boolean shortYear =
          field == QueryField.YEAR
              && (TWO_DIGIT_YEAR.matcher(number.group(1)).matches()
                  || TWO_DIGIT_YEAR.matcher(year.toPlainString()).matches());
      return shortYear ? year.add(CENTURY_START) : year;
    }
    if (unit.isEmpty() && value.signum() != 0 && !notices.contains(QueryNotices.AMOUNT_IN_YUAN)) {
      notices.add(QueryNotices.AMOUNT_IN_YUAN);
    }
    int power =
        switch (unit) {
          case "亿", "亿元" -> 8;
          case "千万", "千万元" -> 7;
          case "百万", "百万元" -> 6;
          case "万", "万元" -> 4;
          case "千元" -> 3;
          default -> 0;
        };
    return withoutTrailingZeros(value.scaleByPowerOfTen(power));
  }

  /** The number without trailing zeros and exponent, so that equal numbers are equal objects. */
  private static BigDecimal withoutTrailingZeros(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
