package org.mingzhang.structure.lattice.pitch;

import org.mingzhang.text.EastAsianWidth;

/**
 * A word between blanks on a line in fixed pitch; each character takes one position.
 *
 * @param text the word
 * @param start place of its first character on the line
 * @param placed whether that place is exact; that of other words is not further to the right than
 *     where they stood on the page
 */
record PitchWord(String text, int start, boolean placed) {
  /** Place behind the last character. */
  int end() {
    return start + text.length();
  }

  /** Width in Chinese characters. */
  double width() {
    return EastAsianWidth.measure(text);
  }
}
