package org.mingzhang.extract.rtf;

import java.nio.charset.Charset;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Map;

/**
 * The character sets of the fonts of an RTF file, in which the bytes of text are encoded. Not
 * thread-safe.
 */
final class RtfFonts {
  private static final Map<Integer, String> DOUBLE_BYTE_CHARSETS =
      Map.of(128, "windows-31j", 129, "x-windows-949", 130, "x-Johab", 134, "GB18030", 136, "Big5");
  private static final Map<Integer, String> SINGLE_BYTE_CHARSETS =
      Map.of(161, "windows-1253", 162, "windows-1254", 204, "windows-1251", 238, "windows-1250");

  /** Code pages whose character sets are not named after their number. */
  private static final Map<Integer, String> CODE_PAGES =
      Map.of(
          936,
          "GB18030",
          949,
          "x-windows-949",
          950,
          "Big5",
          1361,
          "x-Johab",
          10000,
          "x-MacRoman",
          20936,
          "GB18030",
          52936,
          "GB18030",
          54936,
          "GB18030",
          65001,
          "UTF-8",
          932,
          "windows-31j");

  private final Map<Integer, Integer> charsetByFont = new HashMap<>();
  private Charset defaultCharset = Charset.forName("windows-1252");

  /**
   * Sets the code page of the file, which applies where the font has no character set; an unknown
   * one is ignored. Windows-1252 is the default.
   *
   * @param number identifier of a Windows, DOS or Macintosh code page
   */
  void setCodePage(int number) {
    defaultCharset =
        charsetOrDefault(
            CODE_PAGES.getOrDefault(number, "windows-" + number),
            charsetOrDefault("IBM" + number, defaultCharset));
  }

  /**
   * Sets the character set of a font of the font table.
   *
   * @param charset number of the character set in RTF, for example 134 for Chinese
   */
  void defineFont(int font, int charset) {
    charsetByFont.put(font, charset);
  }

  /**
   * The character set of bytes in a font: the font's own double-byte set, otherwise the set of the
   * East Asian font, otherwise the font's own single-byte set. The code page of the file if none of
   * them is known.
   *
   * @param font number of the font
   * @param asianFont number of the font for East Asian text
   */
  Charset charsetOf(int font, int asianFont) {
    int own = charsetByFont.getOrDefault(font, 0);
    int asian = charsetByFont.getOrDefault(asianFont, 0);
    String name = DOUBLE_BYTE_CHARSETS.getOrDefault(own, DOUBLE_BYTE_CHARSETS.get(asian));
    return charsetOrDefault(
        name == null ? SINGLE_BYTE_CHARSETS.getOrDefault(own, "") : name, defaultCharset);
  }

  private static Charset charsetOrDefault(String name, Charset defaultCharset) {
    try {
      return name.isEmpty() ? defaultCharset : Charset.forName(name);
    } catch (UnsupportedCharsetException e) {
      return defaultCharset;
    }
  }
}
