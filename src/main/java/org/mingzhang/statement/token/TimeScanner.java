package org.mingzhang.statement.token;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scans a year, a date or months of a year at an offset of a folded text. */
final class TimeScanner {
  private static final String MONTHS =
      "(?<months>\\d{1,2}(?:月份?)?(?:-|至|到)\\d{1,2}月份?)|(?<month>\\d{1,2}月(?!\\d{1,2}日)(?:份|底|末)?)|(?<day>\\d{1,2}月\\d{1,2}日)";

  /**
   * A year directly before 年初预算, with which it shares the character 年: 2023年初预算 is the initial
   * budget of 2023.
   */
  private static final String YEAR_OF_INITIAL_BUDGET = "(?=年初(?:预算|部门预算|批复|下达|计划|安排))";

  private static final Pattern YEAR =
      Pattern.compile(
          "(?<year>(?:19|20)\\d{2})(?:(?:年度?)?(?:[-~—]{1,2}|至|到)(?<last>20\\d{2}))?(?:"
              + YEAR_OF_INITIAL_BUDGET
              + "|年度?|(?=决算|预算|度))(?:"
              + MONTHS
              + "|(?<end>末|底)|(?<begin>初(?!预算))|以来|至今|起(?=累计|共|连续))?");
  private static final Pattern MONTH = Pattern.compile(MONTHS);
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2060;

  private TimeScanner() {}

  /** Scans the time that starts at an offset; null if none starts there. */
  static ProseToken.@Nullable Time scan(String text, int from) {
    char c = text.charAt(from);
    if (c < '0' || c > '9' || (from > 0 && isDigit(text.charAt(from - 1)))) {
      return null;
    }
    Matcher year = YEAR.matcher(text).region(from, text.length()).useTransparentBounds(true);
    if (year.lookingAt()) {
      int first = Integer.parseInt(year.group("year"));
      if (first >= FIRST_YEAR && first <= LAST_YEAR) {
        return new ProseToken.Time(
            from, year.end(), expandYearRange(first, year.group("last")), readPeriod(year, true));
      }
    }
    Matcher month = MONTH.matcher(text).region(from, text.length());
    return month.lookingAt()
        ? new ProseToken.Time(from, month.end(), List.of(), readPeriod(month, false))
        : null;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * The years from the first to the last; only the first if the last precedes it or is more than 20
   * years later.
   */
  private static List<Integer> expandYearRange(int firstYear, @Nullable String lastYear) {
    int end = lastYear == null ? firstYear : Integer.parseInt(lastYear);
    return end < firstYear || end - firstYear > 20
        ? List.of(firstYear)
        : IntStream.rangeClosed(firstYear, end).boxed().toList();
  }

  /**
   * The part of the year; empty for the whole year, which the text may also name by its end:
   * 12月31日.
   */
  private static String readPeriod(Matcher match, boolean includesYear) {
    String months = match.group("months");
    if (months != null) {
      return isWholeYear(months) ? "" : months;
    }
    String month = match.group("month");
    if (month != null) {
      return month.startsWith("12月") && includesYear && !month.endsWith("份") ? "" : month;
    }
    String day = match.group("day");
    return day == null || day.equals("12月31日") ? "" : day;
  }

  private static boolean isWholeYear(String months) {
    return months.replaceAll("月份?", "").matches("1(?:-|至|到)12");
  }
}
