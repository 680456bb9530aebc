package org.mingzhang.bench.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Times of one kind of work, in nanoseconds. Used by one thread, or merged afterwards. */
public final class Samples {
  private long[] nanos = new long[256];
  private int count;
  private long cpu;

  /** Adds a time. */
  public void add(long wall) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = wall;
  }

  /** Adds processor time that all of the samples took together. */
  public void addCpu(long taken) {
    cpu += taken;
  }

  /** Adds another's samples. */
  public void add(Samples other) {
    for (int i = 0; i < other.count; i++) {
      add(other.nanos[i]);
    }
    cpu += other.cpu;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** The time below which this share of the samples lies, in milliseconds; 0 without samples. */
  public double millis(double share) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, Math.round(share * count))] / 1e6;
  }

  /** Median, 99th percentile and, where it was taken, mean processor time, in milliseconds. */
  public Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("p50 ms", millis(0.5));
    numbers.put("p99 ms", millis(0.99));
    if (cpu > 0) {
      numbers.put("CPU ms", cpu / 1e6 / count);
    }
    return numbers;
  }
}
