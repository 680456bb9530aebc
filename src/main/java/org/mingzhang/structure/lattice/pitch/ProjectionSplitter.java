package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Splits the words of a fixed-pitch line into spans: overlapping words are merged, and a span ends
 * at the first column that no word occupies (XY-cut, minimum gap one column). Stateless.
 */
final class ProjectionSplitter {
  private ProjectionSplitter() {}

  /**
   * The spans of the words with exact positions, from left to right; words without one are ignored.
   */
  static List<PitchSpan> splitIntoSpans(List<PitchWord> words) {
    List<PitchWord> sorted =
        words.stream()
            .filter(PitchWord::placed)
            .sorted(Comparator.comparingInt(PitchWord::start))
            .toList();
    List<PitchSpan> spans = new ArrayList<>();
    for (PitchWord word : sorted) {
      PitchSpan own = new PitchSpan(word.start(), word.end());
      boolean joins = !spans.isEmpty() && word.start() < spans.getLast().end();
      spans.add(joins ? spans.removeLast().union(own) : own);
    }
    return spans;
  }
}
