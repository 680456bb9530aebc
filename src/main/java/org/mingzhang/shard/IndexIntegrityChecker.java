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
 * Determines after a failed search whether the index is corrupt or the program has a bug: corrupt
 * bytes may cause any kind of exception, so all files are checked against their checksums. A
 * segment found intact is not checked again for ten minutes. Thread safe.
 */
final class IndexIntegrityChecker {
  private static final long RESULT_VALIDITY_NANOS = 600_000_000_000L;

  private final Map<Object, Long> checkedNanosBySegmentKey = new ConcurrentHashMap<>();

  /**
   * Reads the files of all segments that were not checked recently. Returns the error of the first
   * corrupt one, or null if all files match their checksums.
   */
  @Nullable Throwable findCorruption(DirectoryReader reader) {
    for (LeafReaderContext leaf : reader.leaves()) {
      Throwable error = findCorruption(leaf.reader());
      if (error != null) {
        return error;
      }
    }
    return null;
  }

  private synchronized @Nullable Throwable findCorruption(LeafReader segment) {
    IndexReader.CacheHelper helper = segment.getCoreCacheHelper();
    Long checkedAt = helper == null ? null : checkedNanosBySegmentKey.get(helper.getKey());
    if (checkedAt != null && System.nanoTime() - checkedAt < RESULT_VALIDITY_NANOS) {
      return null;
    }
    try {
      segment.checkIntegrity();
    } catch (IOException | RuntimeException | InternalError e) {
      return e;
    }
    if (helper != null
        && checkedNanosBySegmentKey.put(helper.getKey(), System.nanoTime()) == null) {
      helper.addClosedListener(checkedNanosBySegmentKey::remove);
    }
    return null;
  }
}
