package org.mingzhang.structure.figure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The year of the amounts below a head: {@code 2023年决算数}, {@code 上年预算数}. */
final class TableYear {
  private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})年");

  /** What was carried over from the year before is of the year itself. */
  private static final Pattern LAST_YEAR = Pattern.compile("上年(?!.{0,6}(?:结转|结余))");

  private TableYear() {}

  /** Whether the head says a year of its own. */
  static boolean isPrinted(String header) {
    return YEAR.matcher(header).find();
  }

  /**
   * The year; null where neither the head nor the document says it.
   *
   * @param own fiscal year of the document
   */
  static @Nullable Integer of(String header, @Nullable Integer own) {
    Matcher match = YEAR.matcher(header);
    if (match.find()) {
      return Integer.valueOf(match.group(1));
    }
    return own != null && LAST_YEAR.matcher(header).find() ? Integer.valueOf(own - 1) : own;
  }
}
