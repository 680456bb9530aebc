package org.mingzhang.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of a target and the comparable numbers of its result.
 *
 * @param target the number of the target
 * @param results the comparable numbers of the result; none if it counts something else or has no
 *     number, several if it is unclear which one applies
 * @param countsOtherThing whether the result is a single number that counts something other than
 *     the target
 */
record ComparedQuantities(
    TargetQuantity target, List<TargetQuantity> results, boolean countsOtherThing) {
  private static final Pattern PER_UNIT_PHRASE = Pattern.compile("每\\p{IsHan}{1,2}(?=\\d)");
  private static final Pattern FINAL_BRACKET = Pattern.compile("[(][^()]*[)]$");
  private static final Pattern WORDS_BEFORE_NUMBER = Pattern.compile("(\\p{IsHan}{2,4})(\\d.*)");

  /** A sentence about a decrease, in which the percentage is that of the decrease. */
  private static final Pattern DECREASE_SENTENCE = Pattern.compile(".*(?:下降|降低|减少|负增长|下滑).*");

  /** The scale 万 or 亿 of a target, which results often lack: 1.36 for a target of 1.3万人. */
  private static final Pattern NUMBER_SCALE = Pattern.compile("(?<=\\d)([万亿])\\p{IsHan}*$");

  private static final Pattern BARE_NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d+)?");

  /** Smallest target without a unit that may be a percentage. */
  private static final BigDecimal MIN_BARE_PERCENTAGE = BigDecimal.valueOf(50);

  /**
   * The quantities of a normalized target and result; null if the target is not one number or
   * range.
   */
  static @Nullable ComparedQuantities compare(String target, String actual) {
    Matcher each = PER_UNIT_PHRASE.matcher(target);
    boolean both = each.lookingAt() && actual.startsWith(each.group());
    String targetText = both ? target.substring(each.end()) : target;
    String resultText = both ? actual.substring(each.end()) : actual;
    TargetQuantity targetQuantity = parseQuantity(targetText);
    if (targetQuantity != null) {
      Matcher scaled = NUMBER_SCALE.matcher(targetText);
      boolean bare = scaled.find() && BARE_NUMBER.matcher(resultText).matches();
      return compare(targetQuantity, bare ? resultText + scaled.group(1) : resultText);
    }
    return compareNumbersInSameWords(targetText, resultText);
  }

  /**
   * Compares numbers after the same words, 覆盖17个乡镇 and 覆盖15个乡镇; null if the words differ or the
   * target has no number.
   */
  private static @Nullable ComparedQuantities compareNumbersInSameWords(
      String targetText, String resultText) {
    Matcher targetMatch = WORDS_BEFORE_NUMBER.matcher(targetText);
    Matcher result = WORDS_BEFORE_NUMBER.matcher(resultText);
    if (!targetMatch.matches()
        || !result.matches()
        || !targetMatch.group(1).equals(result.group(1))) {
      return null;
    }
    TargetQuantity whole = parseQuantity(targetMatch.group(2));
    return whole == null ? null : compare(whole, result.group(2));
  }

  private static ComparedQuantities compare(TargetQuantity target, String resultText) {
    String plain = FINAL_BRACKET.matcher(resultText).replaceFirst("");
    TargetQuantity value =
        parseQuantity(
            target.unit().matches("个月|天")
                ? plain.replaceFirst("(?<=\\d)月$", "个月").replaceFirst("(?<=\\d)日$", "天")
                : plain);
    if (value != null) {
      boolean same = isSameKind(target, value);
      return new ComparedQuantities(target, same ? List.of(value) : List.of(), !same);
    }
    return new ComparedQuantities(
        target,
        DECREASE_SENTENCE.matcher(resultText).matches()
            ? List.of()
            : TargetQuantity.findWithUnit(resultText, target.unit()),
        false);
  }

  /** A quantity alone or after the name of what is counted; null for any other text. */
  static @Nullable TargetQuantity parseQuantity(String text) {
    TargetQuantity plain = TargetQuantity.parse(text);
    return plain != null ? plain : TargetQuantity.parseNamed(text);
  }

  private static boolean isSameKind(TargetQuantity target, TargetQuantity value) {
    String wanted = target.unit();
    String given = value.unit();
    if (target.isPercentage() && given.isEmpty()) {
      // a result of 0.97 for a target of 95% may be a fraction
      return value.high().signum() == 0
          || value.high().compareTo(BigDecimal.ONE) > 0
          || target.low().compareTo(BigDecimal.TEN) < 0;
    }
    if (value.isPercentage() && wanted.isEmpty()) {
      // a result of 100% for a target of 5 says that the five were completed
      return target.low().compareTo(MIN_BARE_PERCENTAGE) >= 0;
    }
    if (wanted.equals("‰") != given.equals("‰") && !wanted.isEmpty() && !given.isEmpty()) {
      return false;
    }
    if (wanted.contains("/") != given.contains("/")) {
      return wanted.isEmpty() || given.isEmpty();
    }
    return wanted.isEmpty()
        || given.isEmpty()
        || wanted.startsWith(given)
        || given.startsWith(wanted);
  }
}
