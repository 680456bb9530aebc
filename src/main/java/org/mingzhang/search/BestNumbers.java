package org.mingzhang.search;

import java.util.Arrays;
import org.apache.lucene.util.LongHeap;

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
  private final LongHeap lastFirst;
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
    this.lastFirst = new LongHeap(Math.max(1, Math.min(most, 256)));
  }

  private long key(int number, int count) {
    return highestFirst ? number : (long) count << Integer.SIZE | (LOW - number);
  }

  private int number(long key) {
    return (int) (highestFirst ? key : LOW - (key & LOW));
  }

  /** Whether a value that has been counted could be among the first. */
  boolean wants(int number, int count) {
    return count > 0 && (lastFirst.size() < most || key(number, count) > lastFirst.top());
  }

  /** Takes a value, each once. */
  void offer(int number, int count, boolean isNamed) {
    long key = key(number, count);
    if (isNamed) {
      named = Arrays.copyOf(named, named.length + 1);
      named[named.length - 1] = key;
    }
    if (wants(number, count)) {
      if (lastFirst.size() < most) {
        lastFirst.push(key);
      } else {
        lastFirst.updateTop(key);
      }
    }
  }

  /** The numbers of the values in their order. */
  int[] inOrder() {
    long[] all = Arrays.copyOf(named, named.length + lastFirst.size());
    for (int i = 1; i <= lastFirst.size(); i++) {
      all[named.length + i - 1] = lastFirst.get(i);
    }
    long[] ordered = Arrays.stream(all).distinct().sorted().toArray();
    int[] numbers = new int[ordered.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(ordered[ordered.length - 1 - i]);
    }
    return numbers;
  }
}
