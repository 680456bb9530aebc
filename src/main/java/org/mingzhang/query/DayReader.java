package org.mingzhang.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads days and spans of days: {@code 2024-03-05}, {@code 2024年3月}, {@code 2024}, {@code
 * 2024-01..2024-06}, {@code >=2024-03-01}. A month or a year stands for all its days. Days are
 * numbers of eight digits, which are read, too.
 */
final class DayReader {
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})[-./年]?(?:(\\d{2})(\\d{2})|(\\d{1,2})(?:[-./月](\\d{1,2})日?|月)?)?");

  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>|=|≤|≥)(.+)");
  private static final Pattern SPAN = Pattern.compile("(.*?)(?:\\.{2,3}|~|至)(.*)");

  private DayReader() {}

  private record Days(LocalDate first, LocalDate last) {}

  /** The range, or null where the text is none. */
  static QueryNode.@Nullable Range read(QueryField field, String text) {
    Matcher comparison = COMPARISON.matcher(text);
    if (comparison.matches()) {
      Days days = days(comparison.group(2));
      return days == null ? null : compare(field, comparison.group(1), days);
    }
    Matcher span = SPAN.matcher(text);
    if (span.matches()) {
      return span(field, span.group(1), span.group(2));
    }
    Days days = days(text);
    return days == null ? null : between(field, days.first(), days.last());
  }

  private static QueryNode.@Nullable Range span(QueryField field, String from, String to) {
    Days low = from.isEmpty() ? null : days(from);
    Days high = to.isEmpty() ? null : days(to);
    boolean broken = (low == null && !from.isEmpty()) || (high == null && !to.isEmpty());
    if (broken || (low == null && high == null)) {
      return null;
    }
    boolean turned = low != null && high != null && low.first().isAfter(high.last());
    Days first = turned ? high : low;
    Days last = turned ? low : high;
    return between(field, first == null ? null : first.first(), last == null ? null : last.last());
  }

  private static QueryNode.Range between(
      QueryField field, @Nullable LocalDate from, @Nullable LocalDate to) {
    return new QueryNode.Range(
        field, from == null ? null : number(from), true, to == null ? null : number(to), true);
  }

  private static QueryNode.Range compare(QueryField field, String sign, Days days) {
    return switch (sign) {
      case "<" -> new QueryNode.Range(field, null, true, number(days.first()), false);
      case "<=", "≤" -> new QueryNode.Range(field, null, true, number(days.last()), true);
      case ">" -> new QueryNode.Range(field, number(days.last()), false, null, true);
      case ">=", "≥" -> new QueryNode.Range(field, number(days.first()), true, null, true);
      default -> between(field, days.first(), days.last());
    };
  }

  private static BigDecimal number(LocalDate day) {
    return BigDecimal.valueOf(
        day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth());
  }

  private static @Nullable Days days(String text) {
    Matcher m = DAY.matcher(text);
    if (!m.matches()) {
      return null;
    }
    String month = m.group(2) == null ? m.group(4) : m.group(2);
    String day = m.group(2) == null ? m.group(5) : m.group(3);
    int year = Integer.parseInt(m.group(1));
    try {
      if (month == null) {
        return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
      }
      YearMonth of = YearMonth.of(year, Integer.parseInt(month));
      return day == null
          ? new Days(of.atDay(1), of.atEndOfMonth())
          : new Days(of.atDay(Integer.parseInt(day)), of.atDay(Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
