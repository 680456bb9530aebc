package org.mingzhang.structure.lattice.pitch;

/**
 * The horizontal extent of a column on lines in fixed pitch, in characters.
 *
 * @param start position of the first character
 * @param end position after the last; not greater than {@code start} if the extent is unknown
 */
record FixedPitchSpan(int start, int end) {
  /** The span of a column whose position is unknown. */
  static final FixedPitchSpan NONE = new FixedPitchSpan(-1, -1);

  boolean isKnown() {
    return end > start;
  }

  /**
   * Distance between a known span and a word, in characters: 0 if they overlap, 1 if they touch,
   * and otherwise one more than the number of positions between them.
   */
  int distance(FixedPitchWord word) {
    return Math.max(0, Math.max(start - word.end() + 1, word.start() - end + 1));
  }

  /** The smallest span that contains both spans; the known one if the other is unknown. */
  FixedPitchSpan union(FixedPitchSpan other) {
    return !isKnown()
        ? other
        : other.isKnown()
            ? new FixedPitchSpan(Math.min(start, other.start), Math.max(end, other.end))
            : this;
  }
}
