package org.mingzhang.extract.word;

import java.util.Locale;

/**
 * Formats numbers as word processors print them, by the number formats of ECMA-376 part 1, 17.18.59
 * (ST_NumberFormat).
 */
public final class NumberFormatter {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final String HEAVENLY_STEMS = "甲乙丙丁戊己庚辛壬癸";
  private static final String EARTHLY_BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

  private NumberFormatter() {}

  /**
   * Formats a number; uses Arabic digits if the format is unknown or has no form for the number.
   *
   * @param numberFormat name of the format, for example {@code chineseCounting}
   * @return the number without punctuation; empty for {@code none} and {@code bullet}
   */
  public static String format(String numberFormat, int number) {
    return switch (numberFormat) {
      case "none", "bullet" -> "";
      case "decimalZero" -> number >= 0 && number < 10 ? "0" + number : String.valueOf(number);
      case "upperRoman" -> formatRoman(number);
      case "lowerRoman" -> formatRoman(number).toLowerCase(Locale.ROOT);
      case "upperLetter" -> formatLetter(number, 'A');
      case "lowerLetter" -> formatLetter(number, 'a');
      case "decimalFullWidth", "decimalFullWidth2" -> formatFullWidth(number);
      case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> formatCircled(number);
      case "decimalEnclosedParen" -> formatEnclosed(number, '⑴', "(", ")");
      case "decimalEnclosedFullstop" -> formatEnclosed(number, '⒈', "", ".");
      case "ideographEnclosedCircle" -> formatEnclosedIdeograph(number);
      case "ideographTraditional" -> formatFromSigns(number, HEAVENLY_STEMS);
      case "ideographZodiac" -> formatFromSigns(number, EARTHLY_BRANCHES);
      case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand" ->
          formatDigital(number);
      case "chineseCounting",
          "chineseCountingThousand",
          "japaneseCounting",
          "koreanCounting",
          "taiwaneseCounting",
          "taiwaneseCountingThousand" ->
          formatCounting(number);
      case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal" ->
          formatLegal(number);
      default -> String.valueOf(number);
    };
  }

  private static String formatCounting(int number, String digits, String units) {
    if (number <= 0 || number >= 10_000) {
      return number == 0 ? "〇" : String.valueOf(number);
    }
    StringBuilder out = new StringBuilder();
    boolean gap = false;
    for (int place = 3; place >= 0; place--) {
      int digit = number / (int) Math.pow(10, place) % 10;
      if (digit == 0) {
        gap = !out.isEmpty();
        continue;
      }
      out.append(gap ? digits.substring(0, 1) : "").append(digits.charAt(digit));
      out.append(place > 0 ? units.substring(place - 1, place) : "");
      gap = false;
    }
    return out.toString();
  }

  private static String formatCounting(int number) {
    String text = formatCounting(number, DIGITS, "十百千");
    return text.startsWith("一十") ? text.substring(1) : text;
  }

  private static String formatLegal(int number) {
    return formatCounting(number, LEGAL_DIGITS, "拾佰仟");
  }

  private static String formatDigital(int number) {
    if (number < 0) {
      return String.valueOf(number);
    }
    StringBuilder out = new StringBuilder();
    for (char c : String.valueOf(number).toCharArray()) {
      out.append(c == '0' ? '〇' : DIGITS.charAt(c - '0'));
    }
    return out.toString();
  }

  /** The sign at the 1-based position of a number; digits if there is no sign for the number. */
  private static String formatFromSigns(int number, String signs) {
    return number < 1 || number > signs.length()
        ? String.valueOf(number)
        : signs.substring(number - 1, number);
  }

  private static String formatCircled(int number) {
    if (number >= 21 && number <= 35) {
      return String.valueOf((char) ('㉑' + number - 21));
    }
    return number >= 1 && number <= 20
        ? String.valueOf((char) ('①' + number - 1))
        : String.valueOf(number);
  }

  private static String formatEnclosed(
      int number, char firstLetter, String openingMark, String closingMark) {
    return number >= 1 && number <= 20
        ? String.valueOf((char) (firstLetter + number - 1))
        : openingMark + number + closingMark;
  }

  private static String formatEnclosedIdeograph(int number) {
    return number >= 1 && number <= 10
        ? String.valueOf((char) ('㊀' + number - 1))
        : String.valueOf(number);
  }

  private static String formatFullWidth(int number) {
    if (number < 0) {
      return String.valueOf(number);
    }
    StringBuilder out = new StringBuilder();
    String.valueOf(number).chars().forEach(c -> out.append((char) (c - '0' + '０')));
    return out.toString();
  }

  /** Letters as Word counts them: A … Z, AA, BB … ZZ, AAA …. */
  private static String formatLetter(int number, char firstLetter) {
    if (number < 1 || number > 780) {
      return String.valueOf(number);
    }
    return String.valueOf((char) (firstLetter + (number - 1) % 26)).repeat((number - 1) / 26 + 1);
  }

  private static String formatRoman(int number) {
    if (number < 1 || number >= 4000) {
      return String.valueOf(number);
    }
    int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    StringBuilder out = new StringBuilder();
    int rest = number;
    for (int i = 0; i < values.length; i++) {
      while (rest >= values[i]) {
        out.append(signs[i]);
        rest -= values[i];
      }
    }
    return out.toString();
  }
}
