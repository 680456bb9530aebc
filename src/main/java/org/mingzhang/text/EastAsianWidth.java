package org.mingzhang.text;

/** Measures the width of text in full-width characters, as fonts for Chinese print it. */
public final class EastAsianWidth {
  private EastAsianWidth() {}

  /** The width: half a character for each one of ASCII, a whole one for all others. */
  public static double measure(String text) {
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += text.charAt(i) < 0x80 ? 0.5 : 1;
    }
    return width;
  }
}
