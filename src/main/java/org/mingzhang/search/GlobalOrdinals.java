package org.mingzhang.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All values of one facet, sorted, put together from parts of an index that number theirs
 * themselves: the segments of a shard or the shards of an index. Ordinal 0 is "not stated", ordinal
 * {@code n} is {@code value(n)}. Immutable.
 */
public final class GlobalOrdinals {
  private final String[] values;
  private final int[][] fromPart;
  private @Nullable ValueTree tree;

  /** The ordinals of parts, each with its own values in the order of its own numbers from 1 on. */
  public GlobalOrdinals(List<List<String>> parts) {
    boolean whole = parts.size() == 1 && sorted(parts.getFirst());
    values = (whole ? parts.getFirst() : all(parts)).toArray(String[]::new);
    fromPart = new int[parts.size()][];
    for (int p = 0; p < fromPart.length; p++) {
      List<String> local = parts.get(p);
      int[] map = new int[local.size() + 1];
      for (int i = 0; i < local.size(); i++) {
        map[i + 1] = whole ? i + 1 : Arrays.binarySearch(values, local.get(i)) + 1;
      }
      fromPart[p] = map;
    }
  }

  private static boolean sorted(List<String> values) {
    for (int i = 1; i < values.size(); i++) {
      if (values.get(i - 1).compareTo(values.get(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static Collection<String> all(List<List<String>> parts) {
    TreeSet<String> all = new TreeSet<>();
    parts.forEach(all::addAll);
    return all;
  }

  /** How many numbers there are, with that of "not stated". */
  public int size() {
    return values.length + 1;
  }

  /** The value of a number above 0. */
  public String value(int number) {
    return values[number - 1];
  }

  /** The number of a value; below 0 where there is no such value. */
  public int number(String value) {
    int place = Arrays.binarySearch(values, value);
    return place < 0 ? place : place + 1;
  }

  /** All values in order. */
  public List<String> values() {
    return Collections.unmodifiableList(Arrays.asList(values));
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

  /** The numbers of a part's own numbers; not to be changed. */
  public int[] fromPart(int part) {
    return fromPart[part];
  }
}
