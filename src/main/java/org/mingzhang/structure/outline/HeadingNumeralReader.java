package org.mingzhang.structure.outline;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.ChineseNumeralParser;
import org.mingzhang.text.TypographicSpaceRemover;

/** Reads the numeral at the start of a paragraph. Thread-safe. */
final class HeadingNumeralReader {
  private static final String HAN_DIGITS = "一二三四五六七八九十百〇";
  private static final String HAN_NUMERAL = "[" + HAN_DIGITS + "]{1,5}";
  private static final String ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ";

  /**
   * A decimal numeral (1.1 and deeper) before a title, but not before a unit of measure, where the
   * number is an amount.
   */
  private static final Pattern DECIMAL =
      Pattern.compile(
          "^(\\d{1,2}(?:[.．]\\d{1,2}){1,3})[.．、]?(?:\\s+|(?=[\\p{IsHan}“《]))"
              + "(?!\\s*(?:[万亿千百]|元|[%％倍吨米亩]|公[里顷斤]|平方|立方|个百分点|[\\d.]))(?=.*\\p{IsHan})",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final NumeralPattern BARE_DIGIT =
      createPattern(NumeralStyle.DIGIT, "(\\d{1,2})\\s+(?=\\p{IsHan}{2,20}$)");

  private static final NumeralPattern SPACED_HAN =
      createPattern(NumeralStyle.HAN, "(" + HAN_NUMERAL + ")\\s+(?=\\p{IsHan}{2})");

  private static final List<NumeralStyle> DECIMAL_STYLES =
      List.of(
          NumeralStyle.TWO_PART_DECIMAL,
          NumeralStyle.THREE_PART_DECIMAL,
          NumeralStyle.FOUR_PART_DECIMAL);

  /** A style and its notation; group 1 is the value, and the match ends before the title. */
  private record NumeralPattern(NumeralStyle style, Pattern pattern) {}

  private static final List<NumeralPattern> NUMERAL_PATTERNS =
      List.of(
          createPattern(
              NumeralStyle.PART,
              "第\\s*(" + HAN_NUMERAL + "|\\d{1,2})\\s*(?:部\\s*分|编|篇)[\\s:：、.．]*"),
          createPattern(
              NumeralStyle.PART,
              "([" + ROMAN + "]|I{1,3}|IV|VI{0,3})\\s*[、.．]\\s*(?=\\p{IsHan}|\\d{4})"),
          createPattern(
              NumeralStyle.CHAPTER, "第\\s*(" + HAN_NUMERAL + "|\\d{1,3})\\s*章[\\s:：、.．]*"),
          createPattern(
              NumeralStyle.SECTION, "第\\s*(" + HAN_NUMERAL + "|\\d{1,3})\\s*节[\\s:：、.．]*"),
          createPattern(
              NumeralStyle.ANNEX,
              "附\\s*(?:件|表|录)?\\s*((?:"
                  + HAN_NUMERAL
                  + "|\\d{1,2})?)(?:[-—－]\\d{1,2})?(?:\\s*[：:、.．]+|\\s+|$)\\s*"),
          createPattern(NumeralStyle.HAN, "(" + HAN_NUMERAL + ")\\s*[、.．,，]\\s*"),
          createPattern(NumeralStyle.HAN, "([一二三四五六七八九十])\\s*[：:]\\s*(?=\\p{IsHan}{3,16}\\s*$)"),
          createPattern(
              NumeralStyle.HAN_BRACKETS, "[（(]\\s*(" + HAN_NUMERAL + ")\\s*[）)]\\s*[、.．]?\\s*"),
          createPattern(NumeralStyle.DIGIT_BRACKETS, "[（(]\\s*(\\d{1,2})\\s*[）)]\\s*[、.．]?\\s*"),
          createPattern(NumeralStyle.DIGIT_BRACKETS, "(\\d{1,2})\\s*[）)]\\s*"),
          createPattern(NumeralStyle.DIGIT, "(\\d{1,2})\\s*[.．、]\\s*(?:(?=20\\d\\d\\s*年)|(?!\\d))"),
          createPattern(NumeralStyle.DIGIT, "(\\d{1,2})(?=\\p{IsHan}{2,12}(?:支出)?[（(]类[）)])"));

  private static NumeralPattern createPattern(NumeralStyle style, String regex) {
    return new NumeralPattern(style, Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS));
  }

  /** The numeral, or null if the text begins with none. */
  @Nullable HeadingNumeral read(String text) {
    if (text.isEmpty() || !mayBeginNumeral(text.codePointAt(0))) {
      return null;
    }
    for (NumeralPattern form : NUMERAL_PATTERNS) {
      Matcher matcher = form.pattern.matcher(text);
      if (matcher.lookingAt()
          && (form.style != NumeralStyle.HAN || !isFollowedByComma(text, matcher.end()))) {
        return new HeadingNumeral(
            form.style,
            parseValue(matcher.group(1)),
            TypographicSpaceRemover.remove(matcher.group()),
            text.substring(matcher.end()));
      }
    }
    return readDecimal(text);
  }

  /**
   * Whether a numeral may begin with a code point; a cheap test, since most paragraphs begin with
   * another code point.
   */
  private static boolean mayBeginNumeral(int c) {
    return switch (c) {
      case '第', '附', '(', '（', 'I', 'V' -> true;
      default -> HAN_DIGITS.indexOf(c, 0) >= 0 || ROMAN.indexOf(c, 0) >= 0 || Character.isDigit(c);
    };
  }

  /**
   * Reads the numeral; null if the text begins with none. Numerals without a mark (1 概述, 一 工作开展情况)
   * are read only if the document uses them, since table rows may begin in the same way.
   */
  @Nullable HeadingNumeral read(String text, NumeralConventions conventions) {
    HeadingNumeral bare = conventions.usesDecimals() ? read(BARE_DIGIT, text) : null;
    if (bare == null && conventions.usesSpacedNumerals()) {
      bare = read(SPACED_HAN, text);
    }
    return bare != null ? bare : read(text);
  }

  private static @Nullable HeadingNumeral read(NumeralPattern form, String text) {
    Matcher matcher = form.pattern.matcher(text);
    return matcher.lookingAt()
        ? new HeadingNumeral(
            form.style,
            parseValue(matcher.group(1)),
            TypographicSpaceRemover.remove(matcher.group()),
            text.substring(matcher.end()))
        : null;
  }

  /** Whether a text begins with a decimal numeral. */
  static boolean startsWithDecimal(String text) {
    return DECIMAL.matcher(text).find();
  }

  private static @Nullable HeadingNumeral readDecimal(String text) {
    Matcher matcher = DECIMAL.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    String[] numbers = matcher.group(1).split("[.．]", -1);
    return new HeadingNumeral(
        DECIMAL_STYLES.get(numbers.length - 2),
        Integer.parseInt(numbers[numbers.length - 1]),
        TypographicSpaceRemover.remove(matcher.group()),
        text.substring(matcher.end()));
  }

  /**
   * Whether a numeral is followed by a comma (一，), so that it begins a clause. Only 、 and .
   * separate a numeral from a title.
   */
  private static boolean isFollowedByComma(String text, int end) {
    String numeral = text.substring(0, end).strip();
    return numeral.endsWith("，") || numeral.endsWith(",");
  }

  private static int parseRoman(String numeral) {
    int total = 0;
    int before = 0;
    for (int i = 0; i < numeral.length(); i++) {
      char c = numeral.charAt(i);
      int value = c == 'X' ? 10 : c == 'V' ? 5 : 1;
      total += value - (before < value ? 2 * before : 0);
      before = value;
    }
    return total;
  }

  /** Value of a Chinese, Arabic or Roman numeral; 0 for an empty or unreadable one. */
  static int parseValue(String numeral) {
    String text = TypographicSpaceRemover.remove(numeral);
    if (text.isEmpty()) {
      return 0;
    }
    if (text.chars().allMatch(Character::isDigit)) {
      return Integer.parseInt(text);
    }
    if (Normalizer.normalize(text, Normalizer.Form.NFKC).matches("[IVX]+")) {
      return parseRoman(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }
    return ChineseNumeralParser.parse(text).map(Long::intValue).orElse(0);
  }
}
