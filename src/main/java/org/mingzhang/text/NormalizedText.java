package org.mingzhang.text;

import java.util.Arrays;

/**
 * Text in normal form for comparison, with a mapping back to the original.
 *
 * <p>Created by {@link SearchNormalizer}; immutable. Indices count UTF-16 units. A character of the
 * original may become several here (㎡ → m2) or none (white space, quotation marks), so an index of
 * this text must be mapped by {@link #originalStart} or {@link #originalEnd} before it is used in
 * the original.
 */
public final class NormalizedText {
  private final String text;
  private final int[] originalStarts;
  private final int[] originalEnds;
  private final int[] separatorIndices;
  private final int originalLength;

  NormalizedText(
      String text,
      int[] originalStarts,
      int[] originalEnds,
      int[] separatorIndices,
      int originalLength) {
    this.text = text;
    this.originalStarts = originalStarts;
    this.originalEnds = originalEnds;
    this.separatorIndices = separatorIndices;
    this.originalLength = originalLength;
  }

  /** The normalized text. */
  public String text() {
    return text;
  }

  /** Number of UTF-16 units. */
  public int length() {
    return text.length();
  }

  /**
   * Offset in the original at which the character at {@code index} begins; the original's length
   * for {@code index == length()}.
   */
  public int originalStart(int index) {
    return index == originalStarts.length ? originalLength : originalStarts[index];
  }

  /**
   * Offset in the original after the last character before {@code index}; 0 for {@code index == 0}.
   */
  public int originalEnd(int index) {
    return index == 0 ? 0 : originalEnds[index - 1];
  }

  /** Indices before which a thousands separator was dropped, ascending. */
  public int[] separatorIndices() {
    return separatorIndices.clone();
  }

  /** Whether a thousands separator was dropped before the character at {@code index}. */
  public boolean hasSeparatorBefore(int index) {
    return Arrays.binarySearch(separatorIndices, index) >= 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
