package org.mingzhang.extract.word;

import java.util.Map;

/**
 * Number formats by their codes in binary Word documents and RTF ([MS-OSHARED] 2.2.1.3, MSONFC).
 */
public final class NumberFormats {
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(1, "upperRoman"),
          Map.entry(2, "lowerRoman"),
          Map.entry(3, "upperLetter"),
          Map.entry(4, "lowerLetter"),
          Map.entry(10, "ideographDigital"),
          Map.entry(11, "japaneseCounting"),
          Map.entry(14, "decimalFullWidth"),
          Map.entry(16, "japaneseLegal"),
          Map.entry(17, "japaneseDigitalTenThousand"),
          Map.entry(18, "decimalEnclosedCircle"),
          Map.entry(19, "decimalFullWidth2"),
          Map.entry(22, "decimalZero"),
          Map.entry(23, "bullet"),
          Map.entry(26, "decimalEnclosedFullstop"),
          Map.entry(27, "decimalEnclosedParen"),
          Map.entry(28, "decimalEnclosedCircleChinese"),
          Map.entry(29, "ideographEnclosedCircle"),
          Map.entry(30, "ideographTraditional"),
          Map.entry(31, "ideographZodiac"),
          Map.entry(33, "taiwaneseCounting"),
          Map.entry(34, "ideographLegalTraditional"),
          Map.entry(35, "taiwaneseCountingThousand"),
          Map.entry(36, "taiwaneseDigital"),
          Map.entry(37, "chineseCounting"),
          Map.entry(38, "chineseLegalSimplified"),
          Map.entry(39, "chineseCountingThousand"),
          Map.entry(255, "none"));

  private NumberFormats() {}

  /**
   * The name of a format in ECMA-376, as {@link NumberFormatter#format} takes it; {@code decimal}
   * for unknown codes.
   */
  public static String nameOf(int code) {
    return NAMES.getOrDefault(code, "decimal");
  }
}
