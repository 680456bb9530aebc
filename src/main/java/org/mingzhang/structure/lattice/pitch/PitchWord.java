package org.mingzhang.structure.lattice.pitch;

import org.mingzhang.text.EastAsianWidth;

/**
 * A word between blanks on a line in fixed pitch, or between gaps on a line of a page.
 *
 * @param text the word
 * @param start position of its first character on the line
 * @param end position after the last character
 * @param placed whether that position is exact; otherwise the word was at that position or further
 *     to the right on the page
 */
record PitchWord(String text, int start, int end, boolean placed) {
  /** A word in fixed pitch; each character takes one position. */
  PitchWord(String text, int start, boolean placed) {
    this(text, start, start + text.length(), placed);
  }

  /** Width in full-width characters. */
  double width() {
    return EastAsianWidth.measure(text);
  }
}
