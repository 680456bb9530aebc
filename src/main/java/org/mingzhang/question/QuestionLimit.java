package org.mingzhang.question;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.ChineseNumeralParser;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TsvResource;

/**
 * The limit of a question: 超过100万, 不到十万元, 50万元以上, 在100万到500万之间, 没有; of a change 一半以上, 超过三成. An
 * amount in digits without a unit is in 万元, as the tables of the portal are.
 *
 * @param limit the limit; null if the question has none
 * @param remainingText the question with the limit replaced by a space
 */
record QuestionLimit(@Nullable AmountLimit limit, String remainingText) {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(QuestionLimit.class);
  private static final Pattern NUMBER_AND_UNIT = PATTERNS.get("number-and-unit");
  private static final Pattern COUNTER = PATTERNS.get("counter");
  private static final List<Map.Entry<Pattern, String>> FRACTIONS =
      TsvResource.parseRows(
          QuestionLimit.class,
          "fractions.tsv",
          2,
          row -> Map.entry(Pattern.compile(row.getFirst()), row.getLast()));
  private static final List<Pattern> INCLUSIVE_LIMITS = PATTERNS.getAll("limit-closed");
  private static final List<Pattern> EXCLUSIVE_LIMITS = PATTERNS.getAll("limit-open");

  /** Characters of units, each at the index that is the power of ten it stands for. */
  private static final String UNIT_CHARACTERS_BY_EXPONENT = "元十百千万___亿";

  /**
   * Finds the first limit in a folded question and takes it out; without a limit and with the
   * question unchanged if there is none.
   */
  static QuestionLimit parse(String question) {
    String inPercent = question;
    for (Map.Entry<Pattern, String> fraction : FRACTIONS) {
      Matcher words = fraction.getKey().matcher(inPercent);
      if (words.find()) {
        String number = words.groupCount() == 0 ? "" : parseNumeral(words.group(1)).toString();
        inPercent = words.replaceFirst(fraction.getValue().replace("{1}", number));
      }
    }
    QuestionLimit rate = find(inPercent);
    return rate.limit() != null && rate.limit().isRate() ? rate : find(question);
  }

  private static QuestionLimit find(String question) {
    return Stream.concat(INCLUSIVE_LIMITS.stream(), EXCLUSIVE_LIMITS.stream())
        .map(words -> words.matcher(question))
        .filter(Matcher::find)
        .findFirst()
        .map(
            found ->
                new QuestionLimit(
                    toLimit(found),
                    question.substring(0, found.start()) + " " + question.substring(found.end())))
        .orElseGet(() -> new QuestionLimit(null, question));
  }

  private static BigDecimal parseNumeral(String number) {
    return number.matches("\\d.*")
        ? new BigDecimal(number)
        : BigDecimal.valueOf(ChineseNumeralParser.parse(number).orElse(1L));
  }

  private static AmountLimit toLimit(Matcher found) {
    Map<String, Integer> ends = found.namedGroups();
    @Nullable String low = ends.containsKey("low") ? found.group("low") : null;
    @Nullable String high = ends.containsKey("high") ? found.group("high") : null;
    String last = high != null ? high : low == null ? "" : low;
    String unit = NUMBER_AND_UNIT.matcher(last).replaceFirst("${unit}");
    return new AmountLimit(
        toNumber(low, unit),
        toNumber(high, unit),
        INCLUSIVE_LIMITS.contains(found.pattern()),
        COUNTER.matcher(unit).matches() ? unit : "");
  }

  /**
   * The amount in 元, or the number of things or percent; 0 for an end without characters, null for
   * no end.
   *
   * @param commonUnit the unit if the end has none, as 100 of 100到500万
   */
  private static @Nullable BigDecimal toNumber(@Nullable String end, String commonUnit) {
    if (end == null || end.isEmpty()) {
      return end == null ? null : BigDecimal.ZERO;
    }
    String number = NUMBER_AND_UNIT.matcher(end).replaceFirst("${number}").replace(",", "");
    String own = NUMBER_AND_UNIT.matcher(end).replaceFirst("${unit}");
    String unit = own.isEmpty() ? commonUnit : own;
    int exponent =
        unit.isEmpty()
            ? 4
            : unit.chars().map(c -> Math.max(0, UNIT_CHARACTERS_BY_EXPONENT.indexOf(c))).sum();
    return new BigDecimal(parseNumeral(number).scaleByPowerOfTen(exponent).toPlainString());
  }
}
