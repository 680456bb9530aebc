package org.mingzhang.structure.lattice.pitch;

import org.mingzhang.text.EastAsianWidth;

/**
 * A word between blanks on a line in fixed pitch, or between gaps on a line of a page.
 *
 * @param text the word
 * @param start position of its first character on the line
 * @param end position after the last character
 * @param hasExactPosition whether that position is exact; otherwise the word was at that position
 *     or further to the right on the page
 */
record FixedPitchWord(String text, int start, int end, boolean hasExactPosition) {
  /** Whether the word begins or ends at the same position as another word. */
  boolean isAlignedWith(FixedPitchWord other) {
    return start == other.start || end == other.end;
  }

  /** Width of the text, in full-width characters. */
  double width() {
    return EastAsianWidth.measure(text);
  }
}
