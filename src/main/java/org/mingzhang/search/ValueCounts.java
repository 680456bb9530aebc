package org.mingzhang.search;

import java.util.Arrays;

/**
 * How many rows have each value of a facet, by the numbers of a dictionary: 0 for rows that do not
 * state it. Immutable.
 */
public final class ValueCounts {
  private final int[] counts;

  private ValueCounts(int[] counts) {
    this.counts = counts;
  }

  /** Counts by number; the array is not to be changed afterwards. */
  public static ValueCounts of(int[] byNumber) {
    return new ValueCounts(byNumber);
  }

  /** Numbers from here on were not counted. */
  public int size() {
    return counts.length;
  }

  /** The count of a number. */
  public int at(int number) {
    return counts[number];
  }

  /** All counts by number; not to be changed. */
  int[] byNumber() {
    return counts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueCounts same && Arrays.equals(counts, same.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return Arrays.toString(counts);
  }
}
