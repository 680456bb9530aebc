package org.mingzhang.target;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Indicator.TargetResult;

/** Judges targets with a date of completion: 2024年12月31日之前完成, 12月底前, 年底前. */
final class CompletionDateJudge {
  private static final Pattern DATE_PATTERN =
      Pattern.compile("(?:(\\d{4})年度?)?(?:(\\d{1,2})月份?)?(?:(\\d{1,2})日|底|末)?");
  private static final Pattern COMPLETION_WORDS =
      Pattern.compile(".*(完成|达成|达标|落实|及时|按时|按期|前).*|100%");
  private static final String[][] DATE_REPLACEMENTS = {
    {"(20\\d\\d)[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d)", "$1年$2月$3日"},
    {"(20\\d\\d)[-./](\\d{1,2})(?=前|底|月)月?", "$1年$2月"},
    {"第?[一1]季度末?", "3月"},
    {"第?[二2]季度末?", "6月"},
    {"第?[三3]季度末?", "9月"},
    {"第?[四4]季度末?", "12月"},
    {"上旬", "10日"},
    {"中旬", "20日"},
    {"下旬", "28日"},
    {"上半年", "6月"},
    {"下半年", "12月"},
    {"(?<!\\d)\\d{1,2}[-—~至](?=\\d{1,2}月)", ""}
  };

  private CompletionDateJudge() {}

  /**
   * Writes dates with 年, 月 and 日; quarters and half-years become their last month, 上旬, 中旬 and 下旬
   * the days 10, 20 and 28, and of a range of months the last remains.
   */
  static String normalizeDates(String normal) {
    String text = normal;
    for (String[] form : DATE_REPLACEMENTS) {
      text = text.replaceAll(form[0], form[1]);
    }
    return text;
  }

  /**
   * Judges a result by a target with a date, both after {@link #normalizeDates}. Dates are compared
   * by month and day alone unless both have a year. If either has no date, the target is met if the
   * result says without negation that it was completed; otherwise the outcome is unknown.
   */
  static TargetResult judge(String targetText, String resultText) {
    Integer limit = findLastDay(targetText);
    Integer done = findLastDay(resultText);
    if (limit == null || done == null) {
      return COMPLETION_WORDS.matcher(resultText).matches() && !resultText.matches(".*[未不没].*")
          ? TargetResult.MET
          : TargetResult.UNKNOWN;
    }
    boolean bothYears = limit >= 10000 && done >= 10000;
    int latest = bothYears ? limit : limit % 10000;
    int actual = bothYears ? done : done % 10000;
    return actual <= latest ? TargetResult.MET : TargetResult.MISSED;
  }

  /**
   * The last date of a text as a number yyyymmdd; null if there is none. A month without a day
   * counts as its day 31, a year without a month as its December. A month without a year has that
   * of the date before it, or 0.
   */
  private static @Nullable Integer findLastDay(String text) {
    Matcher matcher = DATE_PATTERN.matcher(text);
    Integer last = null;
    int year = 0;
    while (matcher.find()) {
      if (matcher.group(1) != null || matcher.group(2) != null) {
        year = matcher.group(1) == null ? year : Integer.parseInt(matcher.group(1));
        int month = matcher.group(2) == null ? 12 : Integer.parseInt(matcher.group(2));
        int day = matcher.group(3) == null ? 31 : Integer.parseInt(matcher.group(3));
        last = year * 10000 + month * 100 + day;
      }
    }
    return last;
  }
}
