package org.mingzhang.search;

import java.util.Arrays;

/**
 * The values of a facet that a reader sees first, by their numbers: most frequent first, of equals
 * the lower number; or the highest numbers first. Values that were named are there in any case. A
 * value is held as one number that sorts as it does, so that choosing among thousands makes no
 * objects. Used by one thread.
 */
final class BestNumbers {
  private static final long LOW = 0xFFFF_FFFFL;

  private final int most;
  private final boolean highestFirst;
  private long[] lastFirst = new long[16];
  private int size;
  private long[] named = new long[0];

  /**
   * No values yet.
   *
   * @param most how many beside the named ones
   * @param highestFirst whether numbers decide alone, the highest first, as for years
   */
  BestNumbers(int most, boolean highestFirst) {
    this.most = most;
    this.highestFirst = highestFirst;
  }

  private long key(int number, int count) {
    return highestFirst ? number : (long) count << Integer.SIZE | (LOW - number);
  }

  private int number(long key) {
    return (int) (highestFirst ? key : LOW - (key & LOW));
  }

  /** Whether a value that has been counted could be among the first. */
  boolean wants(int number, int count) {
    return count > 0 && (size < most || (most > 0 && key(number, count) > lastFirst[0]));
  }

  /** Takes a value, each once. */
  void offer(int number, int count, boolean isNamed) {
    long key = key(number, count);
    if (isNamed) {
      named = Arrays.copyOf(named, named.length + 1);
      named[named.length - 1] = key;
    }
    if (wants(number, count)) {
      insert(key);
    }
  }

  /** Puts a key in its place; the last of all makes room for it. */
  private void insert(long key) {
    int place = -1 - Arrays.binarySearch(lastFirst, 0, size, key);
    if (place < 0) {
      return;
    }
    if (size == most) {
      System.arraycopy(lastFirst, 1, lastFirst, 0, place - 1);
      lastFirst[place - 1] = key;
      return;
    }
    if (size == lastFirst.length) {
      lastFirst = Arrays.copyOf(lastFirst, 2 * size);
    }
    System.arraycopy(lastFirst, place, lastFirst, place + 1, size - place);
    lastFirst[place] = key;
    size++;
  }

  /** The numbers of the values in their order. */
  int[] inOrder() {
    long[] all = Arrays.copyOf(named, named.length + size);
    System.arraycopy(lastFirst, 0, all, named.length, size);
    long[] ordered = Arrays.stream(all).distinct().sorted().toArray();
    int[] numbers = new int[ordered.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(ordered[ordered.length - 1 - i]);
    }
    return numbers;
  }
}
