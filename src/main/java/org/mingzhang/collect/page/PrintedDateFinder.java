package org.mingzhang.collect.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds dates as sites print them: 2023-02-10, 2023年2月10日, 2023/2/10, 2023.02.10, 10 2023-02. */
public final class PrintedDateFinder {
  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)\\s*[-年/.]\\s*(\\d{1,2})\\s*[-月/.]\\s*(\\d{1,2})(?!\\d)日?");

  /** A day printed above year and month: 10 2023-02. */
  private static final Pattern DAY_ABOVE_MONTH =
      Pattern.compile("(?<!\\d)(\\d{2})\\s+((?:19|20)\\d\\d)-(\\d{2})(?![-\\d])");

  private static final Pattern DATE_IN_PATH =
      Pattern.compile(
          "/((?:19|20)\\d\\d)[-/]?(\\d{2})[-/]?(\\d{2})(?=[/_])|[/_a-zA-Z]((?:19|20)\\d\\d)(\\d{2})(\\d{2})_");

  private PrintedDateFinder() {}

  /**
   * A date with the words that print it.
   *
   * @param day the day
   * @param words the date as printed
   */
  public record PrintedDate(LocalDate day, String words) {}

  /**
   * The first valid date in a text; a day printed above year and month only if there is no other.
   * Empty if there is none.
   */
  static Optional<PrintedDate> findIn(String text) {
    Matcher m = DATE.matcher(text);
    while (m.find()) {
      Optional<PrintedDate> found = parseDate(m.group(1), m.group(2), m.group(3), m.group());
      if (found.isPresent()) {
        return found;
      }
    }
    Matcher split = DAY_ABOVE_MONTH.matcher(text);
    return split.find()
        ? parseDate(split.group(2), split.group(3), split.group(1), split.group())
        : Optional.empty();
  }

  /** The date in the path of an address; empty if there is none or it is not valid. */
  static Optional<PrintedDate> findInPath(String path) {
    Matcher m = DATE_IN_PATH.matcher(path);
    if (!m.find()) {
      return Optional.empty();
    }
    int g = m.group(1) != null ? 1 : 4;
    return parseDate(m.group(g), m.group(g + 1), m.group(g + 2), m.group());
  }

  private static Optional<PrintedDate> parseDate(
      String year, String month, String day, String words) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return Optional.of(new PrintedDate(date, words.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
