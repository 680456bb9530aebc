package org.mingzhang.audit.wording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.check.StatedSum;
import org.mingzhang.text.PatternTable;

/**
 * The numbers of things to which a rate behind them may refer: 60人，其中行政38人、事业22人，比上年减少2人，下降3.23%.
 *
 * @param readings the numbers that the rate may be of, the likeliest first
 * @param firstReadingIsCertain whether the rate can only refer to the first of them
 */
record ListedNumbers(List<BigDecimal> readings, boolean firstReadingIsCertain) {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(ListedNumbers.class);
  private static final Pattern COUNTED_THING = PATTERNS.get("counted");
  private static final Pattern BRACKETED_WORDS = PATTERNS.get("brackets");

  /**
   * Reads a number and the list behind it: its parts in the group {@code parts}, or the numbers
   * beside it in the group {@code others}. A rate belongs to the number if the parts add up to it.
   * If the parts without the last one add up to it, the rate belongs to the last one; otherwise it
   * may belong to the first number, the last number, or the sum of the list. Without a list, there
   * is one reading.
   *
   * @param group name of the group with the number
   */
  static ListedNumbers read(MatchResult match, String group) {
    BigDecimal first = PrintedNumbers.parse(match.group(group));
    boolean divided = match.namedGroups().containsKey("parts") && match.group("parts") != null;
    boolean joined = match.namedGroups().containsKey("others") && match.group("others") != null;
    if (!divided && !joined) {
      return new ListedNumbers(List.of(first), true);
    }
    List<BigDecimal> parts = new ArrayList<>(divided ? List.of() : List.of(first));
    String words =
        BRACKETED_WORDS.matcher(match.group(divided ? "parts" : "others")).replaceAll("");
    COUNTED_THING
        .matcher(words)
        .results()
        .filter(m -> m.group("unit").equals(match.group("unit")))
        .forEach(m -> parts.add(PrintedNumbers.parse(m.group("number"))));
    BigDecimal last = parts.getLast();
    if (divided && new StatedSum(first, parts.subList(0, parts.size() - 1)).addsUpExactly()) {
      return new ListedNumbers(List.of(last), true);
    }
    StatedSum sum = new StatedSum(first, parts);
    return new ListedNumbers(
        List.of(divided ? first : sum.sum(), last, sum.sum()), sum.addsUpExactly());
  }

  /**
   * The first agreeing result of a check of the readings; otherwise the result of the first reading
   * if that is certain.
   */
  CheckResult check(Function<BigDecimal, CheckResult> checker) {
    List<CheckResult> results = readings.stream().map(checker).toList();
    return results.contains(CheckResult.AGREES)
        ? CheckResult.AGREES
        : firstReadingIsCertain ? results.getFirst() : CheckResult.undecided("which-amounts");
  }
}
