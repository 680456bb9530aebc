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
 * The long lists of one state of a shard that somebody is taking, each under a name. A list goes
 * when its last row was given, when nobody has asked for it for long and another one begins, and
 * with the state. One that went is made again when it is asked for. Safe on many threads.
 */
final class SortedListCache {
  private static final long LONG_NANOS = TimeUnit.MINUTES.toNanos(10);

  private final Snapshot snapshot;
  private final Map<String, Kept> lists = new ConcurrentHashMap<>();

  SortedListCache(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Makes a list. */
  @FunctionalInterface
  interface Maker {
    SortedRows make() throws IOException;
  }

  private static final class Kept {
    private @Nullable SortedRows rows;
    private volatile long asked = System.nanoTime();

    private synchronized List<RankedRow> part(Maker maker, int from, int most) throws IOException {
      asked = System.nanoTime();
      SortedRows made = rows;
      if (made == null) {
        made = maker.make();
        rows = made;
      }
      return made.part(from, most);
    }

    private synchronized void close() throws IOException {
      if (rows != null) {
        rows.close();
        rows = null;
      }
    }
  }

  /** A part of a list, which is made where it is not there. */
  List<RankedRow> rows(String name, Maker maker, int from, int most) throws IOException {
    Kept kept = lists.get(name);
    if (kept == null) {
      closeForgotten();
      if (lists.isEmpty()) {
        closeWithState();
      }
      kept = lists.computeIfAbsent(name, n -> new Kept());
    }
    List<RankedRow> rows = kept.part(maker, from, most);
    if (rows.size() < most) {
      lists.remove(name, kept);
      kept.close();
    }
    return rows;
  }

  private void closeForgotten() throws IOException {
    long now = System.nanoTime();
    for (Map.Entry<String, Kept> each : List.copyOf(lists.entrySet())) {
      boolean forgotten = now - each.getValue().asked > LONG_NANOS;
      if (forgotten && lists.remove(each.getKey(), each.getValue())) {
        each.getValue().close();
      }
    }
  }

  private void closeWithState() {
    IndexReader.CacheHelper state = snapshot.reader().getReaderCacheHelper();
    if (state != null) {
      state.addClosedListener(key -> close());
    }
  }

  private void close() throws IOException {
    for (Kept each : lists.values()) {
      each.close();
    }
    lists.clear();
  }
}
