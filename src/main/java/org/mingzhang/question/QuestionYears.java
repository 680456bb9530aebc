package org.mingzhang.question;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The years of a question, including relative ones such as 去年 and 近三年.
 *
 * @param years fiscal years in ascending order; empty if the question names none
 * @param latestYearCount number of latest years asked for (近三年), at least 1
 * @param remainingText the question with each expression of time replaced by a space
 */
record QuestionYears(List<Integer> years, int latestYearCount, String remainingText) {
  private static final int MAX_YEARS_OF_RANGE = 10;
  private static final String DIGITS = "〇一二三四五六七八九";
  private static final String YEAR =
      "(?:20[0-4]\\d|(?<!\\d)[0-4]\\d(?=年)|二[〇零o0][〇零一二三四][〇零一二三四五六七八九])";
  private static final Pattern YEAR_OR_RANGE =
      Pattern.compile(
          "(?<![\\d.,])(?<from>"
              + YEAR
              + ")(?![\\d.,%亿万千百元人个])(?:年度|年)?(?:\\s*[-—–~至到]\\s*(?<to>"
              + YEAR
              + ")(?:年度|年)?)?"
              + "|(?<relative>大前年|前年|(?<![比较])(?:去年|上一年)(?!相?比)|今年|本年度|last year|this year)(?:度)?"
              + "|(?:最近|近|过去)(?<last>[2-9]|[二两三四五六七八九])年(?:来)?");

  /**
   * Finds the years in a folded question. A range may name its years in either order; it is cut off
   * after {@link #MAX_YEARS_OF_RANGE} years more than the first.
   *
   * @param currentYear the current calendar year
   */
  static QuestionYears parse(String question, int currentYear) {
    TreeSet<Integer> years = new TreeSet<>();
    int latest = 1;
    StringBuilder remainingText = new StringBuilder();
    Matcher time = YEAR_OR_RANGE.matcher(question);
    while (time.find()) {
      if (time.group("last") != null) {
        latest = Math.max(latest, digitValue(time.group("last").charAt(0)));
      } else if (time.group("relative") != null) {
        years.add(currentYear - yearsAgo(time.group("relative")));
      } else {
        int from = parseYear(time.group("from"));
        @Nullable String to = time.group("to");
        int end = to == null ? from : parseYear(to);
        int first = Math.min(from, end);
        IntStream.rangeClosed(first, Math.min(Math.max(from, end), first + MAX_YEARS_OF_RANGE))
            .forEach(years::add);
      }
      time.appendReplacement(remainingText, " ");
    }
    return new QuestionYears(List.copyOf(years), latest, time.appendTail(remainingText).toString());
  }

  private static int yearsAgo(String word) {
    return switch (word) {
      case "大前年" -> 3;
      case "前年" -> 2;
      case "今年", "本年度", "this year" -> 0;
      default -> 1;
    };
  }

  private static int parseYear(String printedYear) {
    if (Character.isDigit(printedYear.charAt(0))) {
      int number = Integer.parseInt(printedYear);
      return number < 100 ? 2000 + number : number;
    }
    int value = 0;
    for (int i = 0; i < printedYear.length(); i++) {
      char c = printedYear.charAt(i);
      value = 10 * value + (c == '零' || c == 'o' || c == '0' ? 0 : digitValue(c));
    }
    return value;
  }

  private static int digitValue(char c) {
    return c == '两' ? 2 : Character.isDigit(c) ? c - '0' : DIGITS.indexOf(c);
  }
}
