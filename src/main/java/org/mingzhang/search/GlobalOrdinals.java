package org.mingzhang.search;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All values of one facet in a snapshot, sorted, with the mapping from each segment's ordinals to
 * the global ones. Ordinal 0 is "not stated", ordinal {@code n} is {@code value(n)}. Immutable.
 */
final class GlobalOrdinals {
  private final String[] values;
  private final int[][] fromSegment;
  private @Nullable ValueTree tree;

  GlobalOrdinals(List<FacetOrdinals> segments) {
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

  /** The values as paths, put together when it is first asked for. */
  synchronized ValueTree tree() {
    ValueTree made = tree;
    if (made == null) {
      made = ValueTree.of(List.of(values));
      tree = made;
    }
    return made;
  }

  /** The snapshot's numbers of a segment's numbers; not to be changed. */
  int[] fromSegment(int segment) {
    return fromSegment[segment];
  }
}
