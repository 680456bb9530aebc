package org.mingzhang.web.wording;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of a text with their units, and whether it has any that are not written in plain
 * digits.
 *
 * @param numbers numbers without signs, with a space and their unit, if any: {@code 10.79 万元},
 *     {@code 2024 年}
 * @param hasSpelledNumber whether a number is written as a word, a Chinese numeral or another sign
 */
record NumbersInText(Set<String> numbers, boolean hasSpelledNumber) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?\\s*"
              + "(万亿元|亿元|百万元|万元|千元|元|个百分点|percentage points|per cent|percent|%|年度|年|人次|批次"
              + "|人|个|辆|台|家|次|yuan|万亿|万|亿|千|百)?");

  /**
   * Numerals and words for numbers. 一 counts only before units, since words such as 统一 and 一致
   * contain it.
   */
  private static final Pattern SPELLED_NUMBER =
      Pattern.compile(
          "\\p{N}|[〇零二两三四五六七八九十百千万亿兆半倍廿卅壹贰叁肆伍陆柒捌玖拾佰仟]|一(?=[〇零一成年月日个名家元点分次]|$)|第|翻番|对折"
              + "|成(?=左右|以上|多)"
              + "|\\b(zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen"
              + "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million"
              + "|billion|trillion|half|halves|halved|double[ds]?|doubling|twice|triple[ds]?|thrice"
              + "|third|quarter|dozen|fold|first|second)\\b");

  /** Circled and bracketed numbers, fractions, superscripts and Roman numerals. */
  private static final Pattern NUMERIC_SYMBOLS = Pattern.compile("[\\p{No}\\p{Nl}]");

  /** The numbers of a text, except numerals in the given names. */
  static NumbersInText extract(String text, List<String> names) {
    boolean signs = NUMERIC_SYMBOLS.matcher(text).find();
    String rest = fold(text);
    List<String> longestFirst = new ArrayList<>(names);
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    for (String name : longestFirst) {
      rest = name.isBlank() ? rest : rest.replace(fold(name), "·");
    }
    Set<String> numbers = new HashSet<>();
    Matcher number = NUMBER.matcher(rest);
    while (number.find()) {
      String digits = number.group(1).replace(",", "");
      String decimals = number.group(2) == null ? "" : number.group(2);
      numbers.add(
          new BigDecimal(digits + decimals).stripTrailingZeros().toPlainString()
              + " "
              + normalizeUnit(number.group(3)));
    }
    return new NumbersInText(
        numbers, signs || SPELLED_NUMBER.matcher(number.replaceAll("·")).find());
  }

  /**
   * Normalizes compatibility characters and case in a text, and removes quotation marks, title
   * marks and invisible format characters.
   */
  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\p{Cf}“”\"'‘’《》]", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String normalizeUnit(String printedUnit) {
    return switch (printedUnit == null ? "" : printedUnit) {
      case "年度" -> "年";
      case "percent", "per cent" -> "%";
      case "percentage points" -> "个百分点";
      default -> printedUnit == null ? "" : printedUnit;
    };
  }
}
