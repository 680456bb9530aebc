package org.mingzhang.structure.lattice.pitch;

import org.mingzhang.text.EastAsianWidth;

/**
 * A word between blanks on a line in fixed pitch; each character takes one position.
 *
 * @param text the word
 * @param start position of its first character on the line
 * @param placed whether that position is exact; otherwise the word was at that position or further
 *     to the right on the page
 */
record PitchWord(String text, int start, boolean placed) {
  /** Position after the last character. */
  int end() {
    return start + text.length();
  }

  /** Width in full-width characters. */
  double width() {
    return EastAsianWidth.measure(text);
  }
}
