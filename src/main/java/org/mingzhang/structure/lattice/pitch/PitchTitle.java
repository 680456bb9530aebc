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
record PitchTitle(List<String> groups, List<PitchWord> words) {
  /** A title that is not below a column group. */
  PitchTitle(List<PitchWord> words) {
    this(List.of(), words);
  }

  /** The titles of its column groups and its own, separated by slashes. */
  String path() {
    return Stream.concat(groups.stream(), Stream.of(text())).collect(Collectors.joining("/"));
  }

  /**
   * The title with the column number below it as a further position; {@link #text()} includes it.
   */
  PitchTitle withWord(PitchWord below) {
    return new PitchTitle(groups, Stream.concat(words.stream(), Stream.of(below)).toList());
  }

  String text() {
    return words.stream().map(PitchWord::text).collect(Collectors.joining());
  }

  /** The span of its words with exact positions. */
  PitchSpan span() {
    PitchSpan span = PitchSpan.NONE;
    for (PitchWord word : words) {
      span = word.placed() ? span.union(new PitchSpan(word.start(), word.end())) : span;
    }
    return span;
  }

  /**
   * The largest start of its words. The column starts there or further right, since a word without
   * an exact position was printed there or further right.
   */
  int start() {
    return words.stream().mapToInt(PitchWord::start).max().orElse(0);
  }
}
