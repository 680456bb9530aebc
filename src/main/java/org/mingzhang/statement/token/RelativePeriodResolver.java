package org.mingzhang.statement.token;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.PatternTable;

/**
 * Reads words for a part of the year that depend on the month before them: after 3月份, 当月 is March
 * and 累计 the months from January to March.
 */
public final class RelativePeriodResolver {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(RelativePeriodResolver.class);
  private static final Pattern MONTHS = PATTERNS.get("months");
  private static final Pattern MONTH_ITSELF = PATTERNS.get("month-itself");
  private static final Pattern SINCE_JANUARY = PATTERNS.get("since-january");

  private RelativePeriodResolver() {}

  /**
   * The part of the year that a word states.
   *
   * @param word the folded text of the word
   * @param before the part of the year before it, as printed, or null
   * @return null if the word states none, or if nothing before it names a month
   */
  public static @Nullable String resolve(String word, @Nullable String before) {
    Matcher months = MONTHS.matcher(before == null ? "" : before);
    if (!months.matches()) {
      return null;
    }
    String last = months.group("last") + "月";
    return MONTH_ITSELF.matcher(word).matches()
        ? last
        : SINCE_JANUARY.matcher(word).lookingAt()
            ? months.group("first") == null && !last.equals("1月") ? "1-" + last : before
            : null;
  }
}
