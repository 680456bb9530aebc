package org.mingzhang.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds years from 2000 to 2049 in {@linkplain UnspacedText text without white space}: 2024年,
 * 2024年度, 二〇二四年, 2024-2025年 (the first year), and 2024度部门决算 with a lost character; not in 12024元,
 * document numbers such as 〔2024〕5号, or telephone numbers.
 */
public final class YearFinder {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2049;

  private static final Pattern YEAR =
      Pattern.compile(
          "(?:(?<![\\d.])|(?<=(?:^|附件)\\d{1,2}\\.))(?<digits>20[0-4]\\d)(?:[-—–~至](?:20)?[0-4]\\d)?(?<unit>年度?|度(?=部门|单位|决算|预算))"
              + "|(?<han>二[〇零O0][〇零一二三四][〇零一二三四五六七八九])(?<hanunit>年度?)");
  private static final Pattern TWO_DIGIT_YEAR =
      Pattern.compile("(?<![\\d.])(?<digits>[12]\\d)(?<unit>年度?)(?![\\d来内期])");
  private static final Pattern YEAR_WITHOUT_UNIT =
      Pattern.compile("(?<![\\d.])(?<digits>20[0-4]\\d)(?![\\d.年])");
  private static final Pattern MONTH_RANGE = Pattern.compile("1月?[-—–~至到]1?\\d月");

  /** A count after a year, which is not a month: 2021年10个重点项目. */
  private static final Pattern COUNT_AFTER_YEAR =
      Pattern.compile("\\d{1,4}(?:个|项|家|批|类|件|户|所|条|座)");

  private YearFinder() {}

  /** The years before 年 in a text, in reading order. */
  public static List<YearInText> findYears(String compact) {
    List<YearInText> found = new ArrayList<>();
    Matcher year = YEAR.matcher(compact);
    while (year.find()) {
      String digits = year.group("digits");
      int value =
          digits == null
              ? ChineseNumeralParser.parse(year.group("han").replaceAll("[O0]", "〇"))
                  .orElse(0L)
                  .intValue()
              : Integer.parseInt(digits);
      String unit = digits == null ? year.group("hanunit") : year.group("unit");
      if (isPlausible(value)) {
        found.add(
            new YearInText(
                year.start(), year.end(), value, unit.endsWith("度"), isDate(compact, year.end())));
      }
    }
    return found;
  }

  /**
   * The years from 2010 to 2029 that a text prints with two digits, such as 25年, in reading order.
   * Only for file names and titles, where the number cannot mean anything else.
   */
  public static List<YearInText> findTwoDigitYears(String compact) {
    return findAll(TWO_DIGIT_YEAR, compact, 2000);
  }

  /** The years without 年, as in file names: 某局2024决算公开; in reading order. */
  public static List<YearInText> findYearsWithoutUnit(String compact) {
    return findAll(YEAR_WITHOUT_UNIT, compact, 0);
  }

  private static List<YearInText> findAll(Pattern pattern, String compact, int century) {
    List<YearInText> found = new ArrayList<>();
    Matcher year = pattern.matcher(compact);
    while (year.find()) {
      int value = century + Integer.parseInt(year.group("digits"));
      if (isPlausible(value)) {
        found.add(
            new YearInText(year.start(), year.end(), value, false, isDate(compact, year.end())));
      }
    }
    return found;
  }

  private static boolean isPlausible(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /**
   * Whether a number follows the year, so that it is probably part of a date and no fiscal year. A
   * range of months from January on (1-9月) and a count (10个) after the year do not make it a date.
   */
  private static boolean isDate(String compact, int end) {
    return end < compact.length()
        && !MONTH_RANGE
            .matcher(compact.substring(end, Math.min(end + 8, compact.length())))
            .lookingAt()
        && !COUNT_AFTER_YEAR
            .matcher(compact.substring(end, Math.min(end + 8, compact.length())))
            .lookingAt()
        && (Character.isDigit(compact.charAt(end))
            || (end + 1 < compact.length()
                && "一二三四五六七八九十".indexOf(compact.charAt(end)) >= 0
                && compact.substring(end, Math.min(end + 3, compact.length())).contains("月")));
  }

  /**
   * A year in a text, with its position.
   *
   * @param start index of its first character
   * @param end index after 年 or 年度
   * @param year the year
   * @param printedAsFiscalYear whether it is printed with 年度 or 度
   * @param isPartOfDate whether a month or another number follows, other than a range of months or
   *     a count
   */
  public record YearInText(
      int start, int end, int year, boolean printedAsFiscalYear, boolean isPartOfDate) {}
}
