package org.mingzhang.shard;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.RankedRow;

/**
 * Cache of the sorted lists of one shard state, by name. A list is closed when its last row has
 * been read, when another list is added and this one has been idle for ten minutes, and when the
 * state is closed. A closed list is rebuilt if it is requested again. Thread safe.
 */
final class SortedListCache {
  private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(10);

  private final ShardSnapshot snapshot;
  private final Map<String, CachedList> lists = new ConcurrentHashMap<>();

  SortedListCache(ShardSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  @FunctionalInterface
  interface Loader {
    SortedRows load() throws IOException;
  }

  /** A list in the cache with the time of its last use. */
  private static final class CachedList {
    private @Nullable SortedRows rows;
    private volatile long lastUsedNanos = System.nanoTime();

    private synchronized List<RankedRow> slice(Loader loader, int from, int limit)
        throws IOException {
      lastUsedNanos = System.nanoTime();
      SortedRows loaded = rows;
      if (loaded == null) {
        loaded = loader.load();
        rows = loaded;
      }
      return loaded.slice(from, limit);
    }

    private synchronized void close() throws IOException {
      if (rows != null) {
        rows.close();
        rows = null;
      }
    }
  }

  /**
   * A slice of a list, which is built if it is not cached. If a slice has fewer rows than {@code
   * limit}, the list is at its end and is closed.
   */
  List<RankedRow> slice(String name, Loader loader, int from, int limit) throws IOException {
    CachedList cachedList = lists.get(name);
    if (cachedList == null) {
      closeIdleLists();
      if (lists.isEmpty()) {
        closeWhenReaderCloses();
      }
      cachedList = lists.computeIfAbsent(name, n -> new CachedList());
    }
    List<RankedRow> rows = cachedList.slice(loader, from, limit);
    if (rows.size() < limit) {
      lists.remove(name, cachedList);
      cachedList.close();
    }
    return rows;
  }

  private void closeIdleLists() throws IOException {
    long now = System.nanoTime();
    for (Map.Entry<String, CachedList> each : List.copyOf(lists.entrySet())) {
      boolean idle = now - each.getValue().lastUsedNanos > IDLE_NANOS;
      if (idle && lists.remove(each.getKey(), each.getValue())) {
        each.getValue().close();
      }
    }
  }

  private void closeWhenReaderCloses() {
    IndexReader.CacheHelper state = snapshot.reader().getReaderCacheHelper();
    if (state != null) {
      state.addClosedListener(key -> close());
    }
  }

  private void close() throws IOException {
    for (CachedList each : lists.values()) {
      each.close();
    }
    lists.clear();
  }
}
