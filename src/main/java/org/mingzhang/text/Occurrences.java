package org.mingzhang.text;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The matches of a pattern in a text, found in one pass, so that many parts of the text can be
 * queried without further scans. For patterns that match a few words without looking around.
 * Immutable.
 */
public final class Occurrences {
  /** No occurrences. */
  public static final Occurrences NONE = new Occurrences(new int[0], new int[0]);

  private final int[] starts;
  private final int[] ends;

  private Occurrences(int[] starts, int[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  /** All matches in a text, in order. */
  public static Occurrences find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    int[] starts = new int[4];
    int[] ends = new int[4];
    int count = 0;
    while (matcher.find()) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
        ends = Arrays.copyOf(ends, 2 * count);
      }
      starts[count] = matcher.start();
      ends[count++] = matcher.end();
    }
    return count == 0
        ? NONE
        : new Occurrences(Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
  }

  /** Whether a match lies between two indices, the second one exclusive. */
  public boolean hasMatchWithin(int from, int to) {
    int at = Arrays.binarySearch(starts, from);
    int next = at < 0 ? -at - 1 : at;
    return next < starts.length && ends[next] <= to;
  }
}
