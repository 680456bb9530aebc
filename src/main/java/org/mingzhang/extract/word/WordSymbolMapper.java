package org.mingzhang.extract.word;

import org.jspecify.annotations.Nullable;

/**
 * Maps characters of the symbol fonts Wingdings and Wingdings 2 that forms use: boxes and ticks.
 * The name of the font is not considered: a code is a box or a tick in one of the two and may be
 * another sign in the other or in another symbol font.
 */
final class WordSymbolMapper {
  private WordSymbolMapper() {}

  /**
   * The character for a code of a symbol font; empty if it is unknown or not a code. A code above
   * FF outside the private use area is the character itself.
   *
   * @param code hexadecimal, often in the private use area from F000; may be null
   */
  static String map(@Nullable String code) {
    if (code == null || !code.matches("[0-9A-Fa-f]{1,4}")) {
      return "";
    }
    int point = Integer.parseInt(code, 16);
    return switch (point >= 0xf000 ? point - 0xf000 : point) {
      case 0xfe, 0x52 -> "☑";
      case 0xfd, 0x53, 0x54 -> "☒";
      case 0xa8, 0x6f, 0xa3, 0x2a -> "□";
      case 0xfc, 0x50 -> "√";
      case 0xfb, 0x4f -> "×";
      default -> point < 0xe000 && point > 0xff ? String.valueOf((char) point) : "";
    };
  }
}
