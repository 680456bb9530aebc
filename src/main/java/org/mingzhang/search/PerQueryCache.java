package org.mingzhang.search;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * LRU cache of at most 256 objects computed for queries on one state of the index: results, totals,
 * statistics, compiled queries, and whether a query can be loosened. Thread safe.
 */
public final class PerQueryCache {
  private static final int MAX_ENTRIES = 256;

  private final Map<Object, Object> entries =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
          return size() > MAX_ENTRIES;
        }
      };

  /**
   * The object cached for a key; null if there is none.
   *
   * @throws ClassCastException if the object has another type
   */
  public synchronized <T> @Nullable T get(Object key, Class<T> type) {
    return type.cast(entries.get(key));
  }

  /** Caches an object, evicting the least recently used one if the cache is full. */
  public synchronized void put(Object key, Object value) {
    entries.put(key, value);
  }
}
