package org.mingzhang.target;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number with comparison sign and unit as printed in targets and results: {@code ≥30件}, {@code
 * 1.6万人}, {@code 90%-95%}, {@code 不少于5场}.
 *
 * @param comparisonSign one of {@code ≥ ≤ > < =}, {@code ≈} for 左右, or a blank for none
 * @param low the number, or the lower end of a range, scaled to single units
 * @param high the upper end of a range, otherwise equal to {@code low}
 * @param unit what is counted, without 万 and 亿; empty for none
 */
record TargetQuantity(char comparisonSign, BigDecimal low, BigDecimal high, String unit) {
  private static final Map<String, Integer> POWER_BY_SCALE_CHARACTER =
      Map.of("", 0, "百", 2, "千", 3, "万", 4, "亿", 8);
  private static final String DIGITS_PATTERN = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";
  private static final String NUMBER = "(" + DIGITS_PATTERN + ")";
  private static final String SIGNED_NUMBER = "(-?" + DIGITS_PATTERN + ")";
  private static final String UNIT =
      "([百千万亿]?)(%|‰|[\\u4e00-\\u9fff]{0,5}?(?:[(/][\\u4e00-\\u9fff/]{1,4}[)]?)?)";
  private static final Pattern WHOLE_QUANTITY =
      Pattern.compile(
          "([≥≤><=]?)"
              + SIGNED_NUMBER
              + "(%?)(?:[-~—至]+"
              + NUMBER
              + ")?"
              + UNIT
              + "(以上|以内|以下|之内|内|左右)?");
  private static final Pattern QUANTITY_IN_TEXT =
      Pattern.compile("((?<![\\d%个万亿])-)?" + NUMBER + "([百千万亿]?)(%|‰|[\\u4e00-\\u9fff]*)");
  private static final Pattern DURATION = Pattern.compile("个?(工作日|天|小时|月|分钟|周|年)");
  private static final Pattern GRADE_UNIT = Pattern.compile("[等级流].*");
  private static final Pattern NAMED_QUANTITY =
      Pattern.compile("\\p{IsHan}{0,10}(?:率|数|度|量|额|面|比例)(?:为|:|达到?|不)?([≥≤><=]?-?\\d.*)");
  private static final List<Spelling> SPELLINGS =
      Stream.of(
              new String[][] {
                {"≧|^》(?=\\d)|>=|大于等于|大于或等于|不低于|不少于|不小于|不得低于|至少|达到?(?=\\d)", "≥"},
                {"≦|^《(?=\\d)|<=|小于等于|小于或等于|不超过|不高于|不大于|不多于|控制在(?=\\d)|不得超过", "≤"},
                {"(?:大于|超过|高于|多于)(?=\\d)", ">"},
                {"(?:小于|低于|少于)(?=\\d)", "<"},
                {"等于(?=\\d)", "="},
                {"百分之(\\d+(?:\\.\\d+)?)", "$1%"},
                {"(?<=\\d)百分[比数]", "%"},
                {"&$", "%"},
                {"[(]含[\\d.]*%?[)]", ""},
                {"(?<=\\d)余(?=\\p{IsHan})", ""},
                {"(?<=\\d)日(?=(?:以|之)?内$)", "天"},
                {"^两(?=\\p{IsHan}{1,2}$)", "二"}
              })
          .map(word -> new Spelling(Pattern.compile(word[0]), word[1]))
          .toList();
  private static final Pattern BLANK = Pattern.compile("[\\s　]");
  private static final Pattern FINAL_STOP = Pattern.compile("[。;；]$");
  private static final Pattern DATE_WORDS = Pattern.compile("\\d{3}年|\\d[月日]");

  private record Spelling(Pattern pattern, String normalForm) {}

  private static final String CHINESE_DIGITS = "零一二三四五六七八九十";

  /** Whether the quantity is a duration, for which it is unknown whether more or less is better. */
  boolean isDuration() {
    return DURATION.matcher(unit).matches();
  }

  /** Whether the unit is the per-cent sign. */
  boolean isPercentage() {
    return unit.equals("%");
  }

  /**
   * A text in NFKC without white space and final stop, with words of comparison and percentage
   * (不低于, 百分之) replaced by signs.
   */
  static String normalize(String text) {
    String plain =
        BLANK
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
            .replaceAll("")
            .replace('～', '~');
    for (Spelling word : SPELLINGS) {
      plain = word.pattern().matcher(plain).replaceAll(word.normalForm());
    }
    return FINAL_STOP.matcher(plain).replaceAll("");
  }

  /** Parses a text that consists of one quantity; null for any other text. */
  static @Nullable TargetQuantity parse(String text) {
    String normal = normalize(text);
    if (normal.length() > 1
        && CHINESE_DIGITS.indexOf(normal.charAt(0)) >= 0
        && normal.length() <= 3) {
      normal = CHINESE_DIGITS.indexOf(normal.charAt(0)) + normal.substring(1);
    }
    Matcher matcher = WHOLE_QUANTITY.matcher(normal);
    if (!matcher.matches() || DATE_WORDS.matcher(normal).find()) {
      return null;
    }
    if (GRADE_UNIT.matcher(matcher.group(6)).matches()) {
      return null;
    }
    String tail = matcher.group(7);
    String printed = matcher.group(1);
    char sign = printed.isEmpty() ? ' ' : printed.charAt(0);
    if (tail != null && sign == ' ') {
      sign = tail.equals("以上") ? '≥' : tail.equals("左右") ? '≈' : '≤';
    }
    String unit = matcher.group(3).isEmpty() ? matcher.group(6) : "%";
    BigDecimal low = parseNumber(matcher.group(2), matcher.group(5));
    BigDecimal high =
        matcher.group(4) == null ? low : parseNumber(matcher.group(4), matcher.group(5));
    return new TargetQuantity(sign, low, high, plainUnit(unit));
  }

  /**
   * The quantities in a text whose unit begins with a given one, with that unit and without
   * comparison signs; none if the given unit is empty.
   */
  static List<TargetQuantity> findWithUnit(String text, String unit) {
    return unit.isEmpty()
        ? List.of()
        : findAll(text).stream()
            .filter(q -> q.unit().startsWith(unit))
            .map(q -> new TargetQuantity(' ', q.low(), q.high(), unit))
            .toList();
  }

  /**
   * All quantities of a text in order, without comparison signs; a minus sign is kept. The unit of
   * each extends to the next character that is no ideograph.
   */
  static List<TargetQuantity> findAll(String text) {
    List<TargetQuantity> found = new ArrayList<>();
    Matcher matcher = QUANTITY_IN_TEXT.matcher(normalize(text));
    while (matcher.find()) {
      BigDecimal size = parseNumber(matcher.group(2), matcher.group(3));
      BigDecimal value = matcher.group(1) == null ? size : size.negate();
      found.add(new TargetQuantity(' ', value, value, plainUnit(matcher.group(4))));
    }
    return found;
  }

  /** A quantity after the name of what is counted, as in 完成率≥98%; null for any other text. */
  static @Nullable TargetQuantity parseNamed(String text) {
    Matcher matcher = NAMED_QUANTITY.matcher(normalize(text));
    return matcher.matches() ? parse(matcher.group(1)) : null;
  }

  private static String plainUnit(String unit) {
    return unit.replaceAll("/年$|[()]|/(?![月周日天季])", "");
  }

  private static BigDecimal parseNumber(String digits, String scaleCharacter) {
    return new BigDecimal(digits.replace(",", ""))
        .scaleByPowerOfTen(POWER_BY_SCALE_CHARACTER.getOrDefault(scaleCharacter, 0));
  }
}
