package org.mingzhang.structure.lattice.pitch;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column title of a header in fixed pitch.
 *
 * @param groups the titles of the column groups that contain the column, outermost first
 * @param words its words, one of each line over which it is broken, from above
 */
record PitchTitle(List<String> groups, List<PitchWord> words) {
  /** A title below no column group. */
  PitchTitle(List<PitchWord> words) {
    this(List.of(), words);
  }

  /** The titles of its column groups and its own, separated by slashes. */
  String path() {
    return Stream.concat(groups.stream(), Stream.of(text())).collect(Collectors.joining("/"));
  }

  /** The title with a word that stands below it; the text of the title is then no longer known. */
  PitchTitle with(PitchWord below) {
    return new PitchTitle(groups, Stream.concat(words.stream(), Stream.of(below)).toList());
  }

  String text() {
    return words.stream().map(PitchWord::text).collect(Collectors.joining());
  }

  /** The places that are known to be the column's. */
  PitchSpan span() {
    PitchSpan span = PitchSpan.NONE;
    for (PitchWord word : words) {
      span = word.placed() ? span.with(new PitchSpan(word.start(), word.end())) : span;
    }
    return span;
  }

  /** Where the title begins at the least. */
  int start() {
    return words.stream().mapToInt(PitchWord::start).max().orElse(0);
  }
}
