package org.mingzhang.structure.lattice.pitch;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column title of a header in fixed pitch.
 *
 * @param groups the titles of the column groups that contain the column, outermost first
 * @param words its words from top to bottom, one for each line over which it is broken
 */
record FixedPitchTitle(List<String> groups, List<FixedPitchWord> words) {
  /** Creates a title that is not below a column group. */
  FixedPitchTitle(List<FixedPitchWord> words) {
    this(List.of(), words);
  }

  /** The titles of its column groups and its own, separated by slashes. */
  String titlePath() {
    return Stream.concat(groups.stream(), Stream.of(text())).collect(Collectors.joining("/"));
  }

  /**
   * The title with the column number below it added to its words; {@link #text()} then includes the
   * number.
   */
  FixedPitchTitle withColumnNumber(FixedPitchWord columnNumber) {
    return new FixedPitchTitle(
        groups, Stream.concat(words.stream(), Stream.of(columnNumber)).toList());
  }

  String text() {
    return words.stream().map(FixedPitchWord::text).collect(Collectors.joining());
  }

  /** The span of its words with exact positions; {@link FixedPitchSpan#NONE} if there are none. */
  FixedPitchSpan span() {
    FixedPitchSpan span = FixedPitchSpan.NONE;
    for (FixedPitchWord word : words) {
      span =
          word.hasExactPosition() ? span.union(new FixedPitchSpan(word.start(), word.end())) : span;
    }
    return span;
  }

  /**
   * The start of the word that starts furthest right, as a position on the line; 0 without words.
   * The column ends to the right of this position in any case: a word without an exact position
   * stood at its start or further right.
   */
  int rightmostWordStart() {
    return words.stream().mapToInt(FixedPitchWord::start).max().orElse(0);
  }
}
