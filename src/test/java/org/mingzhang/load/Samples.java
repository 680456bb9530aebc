package org.mingzhang.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Answers counted by status, and how long those that were served took. Safe on many threads. */
final class Samples {
  private final Map<String, Integer> statuses = new TreeMap<>();
  private long[] served = new long[1024];
  private int count;

  synchronized void add(int status, boolean retryAfter, long nanos) {
    String kind = status == 0 ? "broken" : status + (retryAfter ? "+Retry-After" : "");
    statuses.merge(kind, 1, Integer::sum);
    if (status >= 200 && status < 400) {
      if (count == served.length) {
        served = Arrays.copyOf(served, count * 2);
      }
      served[count++] = nanos;
    }
  }

  private double millis(long[] sorted, double part) {
    return sorted.length == 0
        ? 0
        : sorted[Math.min(sorted.length - 1, (int) (part * sorted.length))] / 1e6;
  }

  @Override
  public synchronized String toString() {
    long[] sorted = Arrays.copyOf(served, count);
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "%s; served: median %.0f ms, p99 %.0f ms, longest %.0f ms",
        statuses,
        millis(sorted, 0.5),
        millis(sorted, 0.99),
        millis(sorted, 1));
  }
}
