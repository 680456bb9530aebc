package org.mingzhang.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses dates and ranges of dates: {@code 2024-03-05}, {@code 2024年3月}, {@code 2024}, {@code
 * 2024-01..2024-06}, {@code >=2024-03-01}. A month or year stands for all its days. Dates are
 * stored as eight-digit numbers (20240305), a form that is also accepted in queries.
 */
final class DateRangeParser {
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})[-./年]?(?:(\\d{2})(\\d{2})|(\\d{1,2})(?:[-./月](\\d{1,2})日?|月)?)?");

  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>|=|≤|≥)(.+)");
  private static final Pattern RANGE = Pattern.compile("(.*?)(?:\\.{2,3}|~|至)(.*)");

  private DateRangeParser() {}

  /** The first and the last day of a date that may be a month or a year. */
  private record DateSpan(LocalDate firstDay, LocalDate lastDay) {}

  /**
   * Parses a normalized text; null if it is not a date or range, or if a date does not exist.
   * Reversed bounds are swapped.
   */
  static QueryNode.@Nullable Range parse(QueryField field, String text) {
    Matcher comparison = COMPARISON.matcher(text);
    if (comparison.matches()) {
      DateSpan days = parseDate(comparison.group(2));
      return days == null ? null : parseComparison(field, comparison.group(1), days);
    }
    Matcher span = RANGE.matcher(text);
    if (span.matches()) {
      return parseSpan(field, span.group(1), span.group(2));
    }
    DateSpan days = parseDate(text);
    return days == null ? null : createRange(field, days.firstDay(), days.lastDay());
  }

  private static QueryNode.@Nullable Range parseSpan(QueryField field, String from, String to) {
    DateSpan low = from.isEmpty() ? null : parseDate(from);
    DateSpan high = to.isEmpty() ? null : parseDate(to);
    boolean invalid = (low == null && !from.isEmpty()) || (high == null && !to.isEmpty());
    if (invalid || (low == null && high == null)) {
      return null;
    }
    boolean reversed = low != null && high != null && low.firstDay().isAfter(high.lastDay());
    DateSpan first = reversed ? high : low;
    DateSpan last = reversed ? low : high;
    return createRange(
        field, first == null ? null : first.firstDay(), last == null ? null : last.lastDay());
  }

  private static QueryNode.Range createRange(
      QueryField field, @Nullable LocalDate from, @Nullable LocalDate to) {
    return new QueryNode.Range(
        field, from == null ? null : toNumber(from), true, to == null ? null : toNumber(to), true);
  }

  private static QueryNode.Range parseComparison(
      QueryField field, String operator, DateSpan dateSpan) {
    return switch (operator) {
      case "<" -> new QueryNode.Range(field, null, true, toNumber(dateSpan.firstDay()), false);
      case "<=", "≤" -> new QueryNode.Range(field, null, true, toNumber(dateSpan.lastDay()), true);
      case ">" -> new QueryNode.Range(field, toNumber(dateSpan.lastDay()), false, null, true);
      case ">=", "≥" -> new QueryNode.Range(field, toNumber(dateSpan.firstDay()), true, null, true);
      default -> createRange(field, dateSpan.firstDay(), dateSpan.lastDay());
    };
  }

  private static BigDecimal toNumber(LocalDate day) {
    return BigDecimal.valueOf(
        day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth());
  }

  private static @Nullable DateSpan parseDate(String text) {
    Matcher m = DATE.matcher(text);
    if (!m.matches()) {
      return null;
    }
    String month = m.group(2) == null ? m.group(4) : m.group(2);
    String day = m.group(2) == null ? m.group(5) : m.group(3);
    int year = Integer.parseInt(m.group(1));
    try {
      if (month == null) {
        return new DateSpan(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
      }
      YearMonth of = YearMonth.of(year, Integer.parseInt(month));
      return day == null
          ? new DateSpan(of.atDay(1), of.atEndOfMonth())
          : new DateSpan(of.atDay(Integer.parseInt(day)), of.atDay(Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
