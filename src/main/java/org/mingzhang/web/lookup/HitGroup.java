package org.mingzhang.web.lookup;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;

/**
 * A group of documents with the same key, as a view of the list of all documents. It is stored as
 * runs of positions. Since neighbors in the list usually have the same key, the memory needed
 * depends on the number of keys rather than on the number of documents.
 */
public final class HitGroup extends AbstractList<Hit> {
  private final List<Hit> documents;

  /** Runs of consecutive positions in the list: start and end, exclusive. */
  private final List<int[]> runs;

  private final int size;

  private HitGroup(List<Hit> documents, List<int[]> runs) {
    this.documents = documents;
    this.runs = runs;
    this.size = runs.stream().mapToInt(run -> run[1] - run[0]).sum();
  }

  /**
   * Groups documents by key. The documents of each key are in the order of the list, the keys in
   * the order of their first documents.
   *
   * @param key gives the key of a document; a document with a null key is omitted
   */
  public static <K> Map<K, List<Hit>> groupBy(
      List<Hit> documents, Function<Hit, ? extends @Nullable K> key) {
    Map<K, List<int[]>> runs = new LinkedHashMap<>();
    Map<K, K> same = new HashMap<>();
    K before = null;
    int from = 0;
    int at = 0;
    for (Hit document : documents) {
      K now = key.apply(document);
      if (now == null || !now.equals(before)) {
        addRun(runs, before, from, at);
        before = now == null ? null : same.computeIfAbsent(now, k -> k);
        from = at;
      }
      at++;
    }
    addRun(runs, before, from, at);
    Map<K, List<Hit>> by = new LinkedHashMap<>();
    runs.forEach((k, members) -> by.put(k, new HitGroup(documents, members)));
    return by;
  }

  private static <K> void addRun(Map<K, List<int[]>> runs, @Nullable K key, int from, int to) {
    if (key != null && from < to) {
      runs.computeIfAbsent(key, k -> new ArrayList<>(1)).add(new int[] {from, to});
    }
  }

  @Override
  public Hit get(int index) {
    int left = index;
    for (int[] run : runs) {
      if (left < run[1] - run[0]) {
        return documents.get(run[0] + left);
      }
      left -= run[1] - run[0];
    }
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public int size() {
    return size;
  }
}
