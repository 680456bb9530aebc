package org.mingzhang.search;

import java.util.Arrays;

/** Counts of rows by facet ordinal; ordinal 0 counts rows without a value. Immutable. */
public final class OrdinalCounts {
  private final int[] counts;

  private OrdinalCounts(int[] counts) {
    this.counts = counts;
  }

  /** Wraps counts; the array must not be modified afterwards. */
  public static OrdinalCounts of(int[] countByOrdinal) {
    return new OrdinalCounts(countByOrdinal);
  }

  /** The number of counted ordinals. */
  public int size() {
    return counts.length;
  }

  /** Number of matching rows with the facet value of an ordinal; 0 if there are none. */
  public int count(int ordinal) {
    return counts[ordinal];
  }

  /** All counts by ordinal; must not be modified. */
  int[] byOrdinal() {
    return counts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OrdinalCounts same && Arrays.equals(counts, same.counts);
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
