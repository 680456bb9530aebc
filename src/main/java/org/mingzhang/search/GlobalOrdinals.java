package org.mingzhang.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The sorted values of one facet over several parts (segments of a shard, or shards of an index),
 * and the mapping from the ordinals of each part to global ones. Ordinal 0 stands for "not stated",
 * ordinal {@code n} for {@code value(n)}. Immutable.
 */
public final class GlobalOrdinals {
  private final String[] values;
  private final int[][] globalOrdinalsByPart;
  private @Nullable FacetValueTree tree;

  /**
   * Merges the values of parts; each part lists its values in the order of its own ordinals, which
   * start from 1.
   */
  public GlobalOrdinals(List<List<String>> parts) {
    boolean identical = parts.size() == 1 && isSorted(parts.getFirst());
    values = (identical ? parts.getFirst() : merge(parts)).toArray(String[]::new);
    globalOrdinalsByPart = new int[parts.size()][];
    for (int p = 0; p < globalOrdinalsByPart.length; p++) {
      List<String> local = parts.get(p);
      int[] map = new int[local.size() + 1];
      for (int i = 0; i < local.size(); i++) {
        map[i + 1] = identical ? i + 1 : Arrays.binarySearch(values, local.get(i)) + 1;
      }
      globalOrdinalsByPart[p] = map;
    }
  }

  private static boolean isSorted(List<String> values) {
    for (int i = 1; i < values.size(); i++) {
      if (values.get(i - 1).compareTo(values.get(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static Collection<String> merge(List<List<String>> parts) {
    TreeSet<String> all = new TreeSet<>();
    parts.forEach(all::addAll);
    return all;
  }

  /** The number of ordinals, including the ordinal of "not stated". */
  public int size() {
    return values.length + 1;
  }

  /** The value of an ordinal above 0. */
  public String value(int ordinal) {
    return values[ordinal - 1];
  }

  /** The ordinal of a value; negative if there is no such value. */
  public int ordinal(String value) {
    int index = Arrays.binarySearch(values, value);
    return index < 0 ? index : index + 1;
  }

  /**
   * All values in {@link String#compareTo} order; that at index {@code i} has ordinal {@code i +
   * 1}.
   */
  public List<String> values() {
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  /** The values as a tree of paths; built on first access. */
  synchronized FacetValueTree tree() {
    FacetValueTree built = tree;
    if (built == null) {
      built = FacetValueTree.build(List.of(values));
      tree = built;
    }
    return built;
  }

  /**
   * The global ordinal of each ordinal of a part, including 0. The array is shared and must not be
   * modified.
   */
  public int[] ordinalsOfPart(int part) {
    return globalOrdinalsByPart[part];
  }
}
