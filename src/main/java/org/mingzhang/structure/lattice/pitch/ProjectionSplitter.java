package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Splits the horizontal projection of the words of several lines into spans: overlapping words are
 * merged, and a word that only touches the words to its left begins a new span (XY-cut with a
 * minimum gap of 0). Stateless.
 */
final class ProjectionSplitter {
  private ProjectionSplitter() {}

  /** The spans of the words with exact positions, from left to right; other words are ignored. */
  static List<FixedPitchSpan> splitIntoSpans(List<FixedPitchWord> words) {
    List<FixedPitchWord> sorted =
        words.stream()
            .filter(FixedPitchWord::hasExactPosition)
            .sorted(Comparator.comparingInt(FixedPitchWord::start))
            .toList();
    List<FixedPitchSpan> spans = new ArrayList<>();
    for (FixedPitchWord word : sorted) {
      FixedPitchSpan own = new FixedPitchSpan(word.start(), word.end());
      boolean joins = !spans.isEmpty() && word.start() < spans.getLast().end();
      spans.add(joins ? spans.removeLast().union(own) : own);
    }
    return spans;
  }
}
