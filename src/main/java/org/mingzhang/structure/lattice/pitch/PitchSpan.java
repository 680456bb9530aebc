package org.mingzhang.structure.lattice.pitch;

/**
 * The places on lines in fixed pitch that a column takes.
 *
 * @param start first place
 * @param end place behind the last; not behind the first where nothing is known of the column
 */
record PitchSpan(int start, int end) {
  /** Of a column of which nothing is known. */
  static final PitchSpan NONE = new PitchSpan(-1, -1);

  boolean known() {
    return end > start;
  }

  /** Number of places between the span and a word; 0 where they overlap. */
  int distance(PitchWord word) {
    return Math.max(0, Math.max(start - word.end() + 1, word.start() - end + 1));
  }

  /** The span that holds this one and another. */
  PitchSpan with(PitchSpan other) {
    return !known()
        ? other
        : other.known()
            ? new PitchSpan(Math.min(start, other.start), Math.max(end, other.end))
            : this;
  }
}
