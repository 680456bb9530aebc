package org.mingzhang.query;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.analysis.FrequentPairs;

/**
 * Chooses the n-grams by which a string is looked up in a field of character bigrams and trigrams.
 * Every character is covered by at least one n-gram, and positions are those of characters, so that
 * the n-grams stand at their distances exactly where the string stands. Rarer n-grams are
 * preferred; a bigram that occurs in most sections is used only if the string is nothing else.
 */
final class NGramCover {
  private static final int PAIR = 2;
  private static final int LONG = 3;
  private static final FrequentPairs FREQUENT = FrequentPairs.standard();

  private NGramCover() {}

  /**
   * A run of a string.
   *
   * @param start place of its first character, in code points
   * @param length code points
   */
  record Run(int start, int length) {}

  /** The runs of a string of two or more code points, in order. */
  static List<Run> of(int[] points) {
    List<Run> runs = new ArrayList<>();
    int covered = 0;
    while (points.length - covered > PAIR) {
      int length = indexed(points, covered) ? LONG : PAIR;
      runs.add(new Run(covered, length));
      covered += length;
    }
    if (covered < points.length) {
      boolean longer = indexed(points, points.length - LONG);
      int length = longer ? LONG : PAIR;
      runs.add(new Run(points.length - length, length));
    }
    return runs;
  }

  /** Whether three characters are a run of the index. */
  private static boolean indexed(int[] points, int from) {
    return from >= 0
        && from + LONG <= points.length
        && FREQUENT.inTrigram(points[from], points[from + 1], points[from + 2]);
  }
}
