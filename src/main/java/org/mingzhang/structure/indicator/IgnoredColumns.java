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
  private static final Pattern TITLE = PATTERNS.get("title");
  private static final Pattern LEADING_COLUMNS = PATTERNS.get("leading-columns");
  private static final Pattern VALUE_PART = PATTERNS.get("value-part");
  private static final Pattern WHOLE_PERIOD = PATTERNS.get("whole-period");

  private IgnoredColumns() {}

  /** Whether a heading is that of targets for more than one year. */
  static boolean isWholePeriod(String title) {
    return WHOLE_PERIOD.matcher(title).matches();
  }

  /** Whether a heading may stand to the left of the headings of the levels. */
  static boolean mayPrecedeLevels(String title) {
    return LEADING_COLUMNS.matcher(REMARK.matcher(title).replaceAll("")).matches();
  }

  /**
   * Whether a heading is that of the number of a value (数值), whose sign and unit may have columns
   * of their own. The value is named above it, or is the target if a column of signs is beside it.
   */
  static boolean isValuePart(String title) {
    return VALUE_PART.matcher(title).matches();
  }

  /** Whether a heading is that of a column that is not read. */
  static boolean isIgnoredTitle(String title) {
    return mayPrecedeLevels(title) || TITLE.matcher(REMARK.matcher(title).replaceAll("")).matches();
  }
}
