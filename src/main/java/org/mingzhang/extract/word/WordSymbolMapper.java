package org.mingzhang.extract.word;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Maps characters of symbol fonts that forms use: boxes and ticks of Wingdings and Wingdings 2, and
 * the mathematical signs of Symbol (Adobe Symbol encoding).
 */
final class WordSymbolMapper {
  /** First code of the private use area to which symbol fonts are mapped. */
  private static final int PRIVATE_USE_START = 0xf000;

  private WordSymbolMapper() {}

  /**
   * The character for a code of a symbol font; empty if it is unknown or not a code. A code above
   * FF outside the private use area is the character itself.
   *
   * @param code hexadecimal, often in the private use area from F000; may be null
   * @param font name of the font; null if it is unknown, for which a code is taken as one of
   *     Wingdings, otherwise of Wingdings 2
   */
  static String map(@Nullable String code, @Nullable String font) {
    if (code == null || !code.matches("[0-9A-Fa-f]{1,4}")) {
      return "";
    }
    int point = Integer.parseInt(code, 16);
    int symbol = point >= PRIVATE_USE_START ? point - PRIVATE_USE_START : point;
    String mapped =
        switch (font == null ? "" : font.strip().toLowerCase(Locale.ROOT)) {
          case "wingdings" -> mapWingdings(symbol);
          case "wingdings 2" -> mapWingdings2(symbol);
          case "symbol" -> mapSymbol(symbol);
          case "" ->
              mapWingdings(symbol) + (mapWingdings(symbol).isEmpty() ? mapWingdings2(symbol) : "");
          default -> "";
        };
    return mapped.isEmpty() && point < 0xe000 && point > 0xff
        ? String.valueOf((char) point)
        : mapped;
  }

  private static String mapWingdings(int code) {
    return switch (code) {
      case 0xfe -> "☑";
      case 0xfd -> "☒";
      case 0xa8, 0x6f -> "□";
      case 0xfc -> "√";
      case 0xfb -> "×";
      default -> "";
    };
  }

  private static String mapWingdings2(int code) {
    return switch (code) {
      case 0x52 -> "☑";
      case 0x53, 0x54 -> "☒";
      case 0xa3, 0x2a -> "□";
      case 0x50 -> "√";
      case 0x4f -> "×";
      default -> "";
    };
  }

  private static String mapSymbol(int code) {
    return switch (code) {
      case 0xa3 -> "≤";
      case 0xb3 -> "≥";
      case 0xb0 -> "°";
      case 0xb1 -> "±";
      case 0xb4 -> "×";
      case 0xb8 -> "÷";
      case 0xb9 -> "≠";
      case 0xbb -> "≈";
      case 0xd6 -> "√";
      default -> "";
    };
  }
}
