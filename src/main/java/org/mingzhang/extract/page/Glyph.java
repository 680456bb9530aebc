package org.mingzhang.extract.page;

import java.awt.Rectangle;

/**
 * A piece of text at a position of a page: a character of a text layer or a run of recognized
 * words. Lengths are points (1/72 inch), positions are from the upper left corner of the page as
 * shown.
 *
 * @param text one or more characters; white space only for a gap
 * @param left left edge
 * @param top upper edge
 * @param right right edge
 * @param bottom lower edge
 * @param fontSize font size as shown
 * @param bold whether it is bolder than body text
 */
public record Glyph(
    String text, float left, float top, float right, float bottom, float fontSize, boolean bold) {

  /**
   * A glyph that fills a box of an image; its font size is the height of the box.
   *
   * @param box in pixels
   * @param scale points per pixel
   */
  public static Glyph ofPixels(String text, Rectangle box, float scale) {
    return new Glyph(
        text,
        box.x * scale,
        box.y * scale,
        (box.x + box.width) * scale,
        (box.y + box.height) * scale,
        box.height * scale,
        false);
  }

  /** Horizontal middle. */
  public float centerX() {
    return (left + right) / 2;
  }

  /** Vertical middle. */
  public float centerY() {
    return (top + bottom) / 2;
  }

  /** Whether the text is only white space. */
  public boolean isBlank() {
    boolean white = true;
    boolean space = true;
    for (int i = 0; i < text.length() && (white || space); i++) {
      white &= Character.isWhitespace(text.charAt(i));
      space &= Character.isSpaceChar(text.charAt(i));
    }
    return white || space;
  }
}
