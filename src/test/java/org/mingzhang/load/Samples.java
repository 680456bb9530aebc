package org.mingzhang.load;

import java.util.Arrays;
import java.util.Locale;

/** Answers counted by kind, and how long those that were served took. Safe on many threads. */
final class Samples {
  /** Head of {@link #row}. */
  static final String HEAD =
      "| requests/s | seconds | served | turned away | wrong | median ms | p99 ms | longest ms |\n"
          + "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |";

  private long[] served = new long[1024];
  private int count;
  private int away;
  private int wrong;

  /** Notes an answer; turning away counts as such only where it says when to come back. */
  synchronized void add(int status, boolean retryAfter, long nanos) {
    if (status >= 200 && status < 400) {
      if (count == served.length) {
        served = Arrays.copyOf(served, count * 2);
      }
      served[count++] = nanos;
    } else if ((status == 503 || status == 429) && retryAfter) {
      away++;
    } else {
      wrong++;
    }
  }

  private static double millis(long[] sorted, double part) {
    return sorted.length == 0
        ? 0
        : sorted[Math.min(sorted.length - 1, (int) (part * sorted.length))] / 1e6;
  }

  /** A row of a table. */
  synchronized String row(int rate, int seconds) {
    long[] sorted = Arrays.copyOf(served, count);
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "| %d | %d | %d | %d | %d | %.0f | %.0f | %.0f |",
        rate,
        seconds,
        count,
        away,
        wrong,
        millis(sorted, 0.5),
        millis(sorted, 0.99),
        millis(sorted, 1));
  }
}
