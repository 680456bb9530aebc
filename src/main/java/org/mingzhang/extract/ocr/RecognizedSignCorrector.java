package org.mingzhang.extract.ocr;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Corrects percent and comparison signs in recognized numbers. The Chinese model reads a sign at
 * the end of a short line as an ideograph or a digit; the Latin model does not. A second reading
 * counts only if its digits before the sign agree, apart from a last 5 or 9 that was a misread
 * sign, so that no number is changed.
 */
final class RecognizedSignCorrector {
  /** A number followed by characters that may be a misread percent sign. */
  private static final Pattern DOUBTFUL_PERCENT_SIGN =
      Pattern.compile("([≥≤<>=〉〈s]{0,2}\\s*)(\\d[\\d.,]*)(\\D{0,2}%?)");

  /**
   * A number with a measure word. If the number is whole, it may be a count, in which no percent
   * sign was misread, and is not corrected.
   */
  private static final Pattern COUNT_WITH_MEASURE_WORD =
      Pattern.compile(".*\\d[件人次个项家名户场篇份分年月日天台套期批处位条本辆]");

  private static final Pattern PERCENT = Pattern.compile("\\D{0,2}(\\d[\\d.,]*)\\s*%");

  /** The letter s before a number in a cell: the models do not know ≤ and read it as s. */
  private static final Pattern MISREAD_LESS_OR_EQUAL = Pattern.compile("^s(?=\\d)");

  private RecognizedSignCorrector() {}

  /** The text with a misread ≤ restored. */
  static String correctLessOrEqualSign(String text) {
    return MISREAD_LESS_OR_EQUAL.matcher(text).replaceFirst("≤");
  }

  /**
   * Whether a text should be read again with the Latin model: a number with up to two other
   * characters after it, or with at least three digits and separators.
   */
  static boolean mayContainPercentSign(String text) {
    Matcher number = DOUBTFUL_PERCENT_SIGN.matcher(text);
    return number.matches() && (!number.group(3).isEmpty() || number.group(2).length() > 2);
  }

  /**
   * The text with its percent sign; empty if the text is no number with a doubtful sign, may be a
   * count, or the second reading has no percent sign or other digits.
   *
   * @param chineseModelText text by the Chinese model
   * @param latinModelText text by the Latin model
   */
  static Optional<String> correctPercentSign(String chineseModelText, String latinModelText) {
    Matcher number = DOUBTFUL_PERCENT_SIGN.matcher(chineseModelText);
    Matcher percent = PERCENT.matcher(latinModelText);
    if (!number.matches()
        || !percent.matches()
        || (number.group(2).indexOf('.') < 0
            && COUNT_WITH_MEASURE_WORD.matcher(chineseModelText).matches())) {
      return Optional.empty();
    }
    String digits = percent.group(1);
    String seen = number.group(2);
    boolean agree =
        seen.equals(digits)
            || (seen.length() == digits.length() + 1
                && seen.matches(Pattern.quote(digits) + "[59]"));
    return agree ? Optional.of(number.group(1) + digits + "%") : Optional.empty();
  }
}
