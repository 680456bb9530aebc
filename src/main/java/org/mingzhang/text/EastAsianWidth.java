package org.mingzhang.text;

/** Width of text in full-width characters, as fonts for Chinese print it. */
public final class EastAsianWidth {
  private EastAsianWidth() {}

  /**
   * The width of a text in full-width characters: one half for each ASCII character, one for each
   * other UTF-16 unit.
   */
  public static double measure(String text) {
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += text.charAt(i) < 0x80 ? 0.5 : 1;
    }
    return width;
  }
}
