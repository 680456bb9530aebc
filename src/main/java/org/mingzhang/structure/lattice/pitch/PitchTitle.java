package org.mingzhang.structure.lattice.pitch;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A title of a header in fixed pitch.
 *
 * @param words its words, one of each line over which it is broken, from above
 */
record PitchTitle(List<PitchWord> words) {
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
