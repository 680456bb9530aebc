package org.mingzhang.search;

import java.util.Arrays;

/**
 * Priority queue of the facet values to show first, by ordinal: the most frequent first, ties
 * broken by the lower ordinal; or the highest ordinals first. Pinned values are always included.
 * Count and ordinal of a value are packed into one long with the same sort order, so that no
 * objects are created. Not thread safe.
 */
final class TopFacetOrdinals {
  private static final long LOW_BITS = 0xFFFF_FFFFL;

  private final int limit;
  private final boolean highestOrdinalsFirst;
  private long[] worstFirst = new long[16];
  private int size;
  private long[] pinnedOrdinals = new long[0];

  /**
   * Creates an empty queue.
   *
   * @param limit maximum number of values besides the pinned ones
   * @param highestOrdinalsFirst whether values are sorted by ordinal alone, the highest first, as
   *     for years
   */
  TopFacetOrdinals(int limit, boolean highestOrdinalsFirst) {
    this.limit = limit;
    this.highestOrdinalsFirst = highestOrdinalsFirst;
  }

  private long packKey(int ordinal, int count) {
    return highestOrdinalsFirst ? ordinal : (long) count << Integer.SIZE | (LOW_BITS - ordinal);
  }

  private int unpackOrdinal(long key) {
    return (int) (highestOrdinalsFirst ? key : LOW_BITS - (key & LOW_BITS));
  }

  /** Whether a value has a count above 0 and would enter the queue. */
  boolean isCompetitive(int ordinal, int count) {
    return count > 0 && (size < limit || (limit > 0 && packKey(ordinal, count) > worstFirst[0]));
  }

  /** Adds a value. Each value must be added at most once. */
  void add(int ordinal, int count, boolean isPinned) {
    long key = packKey(ordinal, count);
    if (isPinned) {
      pinnedOrdinals = Arrays.copyOf(pinnedOrdinals, pinnedOrdinals.length + 1);
      pinnedOrdinals[pinnedOrdinals.length - 1] = key;
    }
    if (isCompetitive(ordinal, count)) {
      insert(key);
    }
  }

  /**
   * Inserts a key in order, removing the worst one if the queue is full; ignores a key that it has.
   * The key must be competitive.
   */
  private void insert(long key) {
    int index = -1 - Arrays.binarySearch(worstFirst, 0, size, key);
    if (index < 0) {
      return;
    }
    if (size == limit) {
      System.arraycopy(worstFirst, 1, worstFirst, 0, index - 1);
      worstFirst[index - 1] = key;
      return;
    }
    if (size == worstFirst.length) {
      worstFirst = Arrays.copyOf(worstFirst, 2 * size);
    }
    System.arraycopy(worstFirst, index, worstFirst, index + 1, size - index);
    worstFirst[index] = key;
    size++;
  }

  /** The ordinals of the values, best first. */
  int[] sortedOrdinals() {
    long[] all = Arrays.copyOf(pinnedOrdinals, pinnedOrdinals.length + size);
    System.arraycopy(worstFirst, 0, all, pinnedOrdinals.length, size);
    long[] ordered = Arrays.stream(all).distinct().sorted().toArray();
    int[] ordinals = new int[ordered.length];
    for (int i = 0; i < ordinals.length; i++) {
      ordinals[i] = unpackOrdinal(ordered[ordered.length - 1 - i]);
    }
    return ordinals;
  }
}
