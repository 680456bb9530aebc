package org.mingzhang.search;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * All values of one facet in a snapshot, in their order, and how the segments' own numbers lead to
 * them. Number 0 is "not stated", number {@code n} stands for {@code value(n)}. Immutable.
 */
final class Dictionary {
  private final String[] values;
  private final int[][] fromSegment;

  Dictionary(List<Column> segments) {
    TreeSet<String> all = new TreeSet<>();
    segments.forEach(column -> all.addAll(Arrays.asList(column.values())));
    values = all.toArray(String[]::new);
    fromSegment = new int[segments.size()][];
    for (int s = 0; s < fromSegment.length; s++) {
      String[] local = segments.get(s).values();
      int[] map = new int[local.length + 1];
      for (int i = 0; i < local.length; i++) {
        map[i + 1] = Arrays.binarySearch(values, local[i]) + 1;
      }
      fromSegment[s] = map;
    }
  }

  /** How many numbers there are, with that of "not stated". */
  int size() {
    return values.length + 1;
  }

  /** The value of a number above 0. */
  String value(int number) {
    return values[number - 1];
  }

  /** All values in order. */
  List<String> values() {
    return List.of(values);
  }

  /** The snapshot's numbers of a segment's numbers; not to be changed. */
  int[] fromSegment(int segment) {
    return fromSegment[segment];
  }
}
