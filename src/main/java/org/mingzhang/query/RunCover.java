package org.mingzhang.query;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.analysis.FrequentPairs;

/**
 * Which runs of the index a string is looked for by: every character is in one of them, and the
 * positions of runs are those of characters, so that they stand together exactly where the string
 * stands. Of runs of two and three the rarer are taken: a pair that stands in most sections only
 * where the string is nothing else.
 */
final class RunCover {
  private static final int PAIR = 2;
  private static final int LONG = 3;
  private static final FrequentPairs FREQUENT = FrequentPairs.standard();

  private RunCover() {}

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
        && FREQUENT.inRun(points[from], points[from + 1], points[from + 2]);
  }
}
