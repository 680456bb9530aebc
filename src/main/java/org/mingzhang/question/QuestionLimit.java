package org.mingzhang.question;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The limit of a question: 超过100万, 不到10万元, 50万元以上. An amount without a unit is in 万元, as the tables
 * of the portal are.
 *
 * @param limit the limit; null if the question has none
 * @param remainingText the question with the limit replaced by a space
 */
record QuestionLimit(@Nullable AmountLimit limit, String remainingText) {
  private static final String AMOUNT =
      "(?<number%1$s>\\d{1,9}(?:,\\d{3})*(?:\\.\\d{1,6})?)?(?<unit%1$s>亿元?|千万元?|百万元?|十万元?|万元?|千元|元)?";
  private static final Pattern LIMIT =
      Pattern.compile(
          "(?:(?<above>超过了?|超出|高于|大于|多于|突破)|(?<from>不低于|不少于|至少|达到)|(?<below>低于|少于|小于|不足|不到)|(?<upto>不超过|不高于|不多于|至多|最多不超过))"
              + AMOUNT.formatted("A")
              + "|"
              + AMOUNT.formatted("B")
              + "(?:(?<andabove>及?以上)|(?<andbelow>及?以下|以内))");
  private static final Map<String, Integer> EXPONENTS =
      Map.of("亿", 8, "千万", 7, "百万", 6, "十万", 5, "万", 4, "千", 3, "", 0);

  /**
   * Finds the first limit in a folded question and takes it out; without a limit and with the
   * question unchanged if there is none.
   */
  static QuestionLimit parse(String question) {
    Matcher found = LIMIT.matcher(question);
    while (found.find()) {
      boolean before = found.group("andabove") == null && found.group("andbelow") == null;
      BigDecimal yuan =
          before
              ? toYuan(found.group("numberA"), found.group("unitA"))
              : toYuan(found.group("numberB"), found.group("unitB"));
      if (yuan != null) {
        boolean above =
            found.group("above") != null
                || found.group("from") != null
                || found.group("andabove") != null;
        boolean inclusive = found.group("above") == null && found.group("below") == null;
        return new QuestionLimit(
            new AmountLimit(above, inclusive, yuan),
            question.substring(0, found.start()) + " " + question.substring(found.end()));
      }
    }
    return new QuestionLimit(null, question);
  }

  /** The amount in 元; null if there is neither a number nor a unit that is one (超过百万). */
  private static @Nullable BigDecimal toYuan(@Nullable String number, @Nullable String unit) {
    if (number == null && (unit == null || unit.equals("元") || unit.equals("千元"))) {
      return null;
    }
    int exponent = unit == null ? 4 : EXPONENTS.getOrDefault(unit.replace("元", ""), 0);
    BigDecimal digits = number == null ? BigDecimal.ONE : new BigDecimal(number.replace(",", ""));
    return new BigDecimal(digits.scaleByPowerOfTen(exponent).toPlainString());
  }
}
