package org.mingzhang.structure.indicator;

import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;

/**
 * Headings of columns of performance forms that are not read as indicator data: completion rates,
 * explanations, results of earlier years, lower grades, parts of a reason.
 */
final class IgnoredColumns {
  /** A remark in brackets, or the star that marks mandatory columns. */
  private static final Pattern REMARK = Pattern.compile("[（(][^（()）]{0,12}[）)]|[*＊★]");

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(IgnoredColumns.class);
  private static final Pattern IGNORED_TITLE = PATTERNS.get("title");
  private static final Pattern LEADING_TITLE = PATTERNS.get("leading-columns");
  private static final Pattern NUMBER_TITLE = PATTERNS.get("number-title");
  private static final Pattern WHOLE_PERIOD_TITLE = PATTERNS.get("whole-period");

  private IgnoredColumns() {}

  /** Whether a heading is that of targets for more than one year. */
  static boolean isWholePeriodTitle(String title) {
    return WHOLE_PERIOD_TITLE.matcher(title).matches();
  }

  /** Whether a heading may stand to the left of the headings of the levels. */
  static boolean mayPrecedeLevels(String title) {
    return LEADING_TITLE.matcher(REMARK.matcher(title).replaceAll("")).matches();
  }

  /**
   * Whether a heading is that of a column of numbers (数值), whose signs and units may have columns
   * of their own. The title above it says which value the numbers are; without such a title, they
   * are targets if there is a column of signs.
   */
  static boolean isNumberTitle(String title) {
    return NUMBER_TITLE.matcher(title).matches();
  }

  /** Whether a heading is that of a column that is not read. */
  static boolean isIgnoredTitle(String title) {
    return mayPrecedeLevels(title)
        || IGNORED_TITLE.matcher(REMARK.matcher(title).replaceAll("")).matches();
  }
}
