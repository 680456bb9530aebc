package org.mingzhang.shard;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a search failed because the index is damaged or because of a fault of the program:
 * damaged bytes fail in any way an array can, so that all files are compared with their checksums.
 * A part of the index found whole is not read again for some minutes. Safe on many threads.
 */
final class IndexIntegrity {
  private static final long HOLDS_NANOS = 600_000_000_000L;

  private final Map<Object, Long> whole = new ConcurrentHashMap<>();

  /** What is wrong with the index; null if all files have their checksums. */
  @Nullable Throwable fault(DirectoryReader reader) {
    for (LeafReaderContext leaf : reader.leaves()) {
      Throwable fault = fault(leaf.reader());
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private synchronized @Nullable Throwable fault(LeafReader part) {
    IndexReader.CacheHelper helper = part.getCoreCacheHelper();
    Long checked = helper == null ? null : whole.get(helper.getKey());
    if (checked != null && System.nanoTime() - checked < HOLDS_NANOS) {
      return null;
    }
    try {
      part.checkIntegrity();
    } catch (IOException | RuntimeException | InternalError e) {
      return e;
    }
    if (helper != null && whole.put(helper.getKey(), System.nanoTime()) == null) {
      helper.addClosedListener(whole::remove);
    }
    return null;
  }
}
