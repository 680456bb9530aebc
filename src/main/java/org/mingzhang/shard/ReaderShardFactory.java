package org.mingzhang.shard;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.QueryCache;
import org.mingzhang.query.WordQueryFactory;
import org.mingzhang.search.ShardPort;

/**
 * Creates shards over readers that the caller opens, refreshes and closes; used on the nodes of a
 * cluster. Use one factory per process, so that the facet ordinals of a segment are loaded once for
 * all its readers. Thread safe.
 */
public final class ReaderShardFactory {
  private static final int MAX_CACHED_QUERIES = 400;

  private final QueryCache queryCache;
  private final Map<Object, SegmentOrdinals> ordinalsBySegmentKey = new ConcurrentHashMap<>();
  private final WordQueryFactory wordQueries = WordQueryFactory.standard();
  private final IndexIntegrityChecker integrityChecker = new IndexIntegrityChecker();

  /**
   * Creates a factory.
   *
   * @param maxCachedBytes maximum memory of the query cache
   */
  public ReaderShardFactory(long maxCachedBytes) {
    queryCache = new LRUQueryCache(MAX_CACHED_QUERIES, maxCachedBytes);
  }

  /**
   * Creates the shard of a reader.
   *
   * @param reader must stay open while the shard is used
   */
  public ShardPort create(DirectoryReader reader) throws IOException {
    return new LocalShard(
        new ShardSnapshot(reader, queryCache, ordinalsBySegmentKey, 0),
        wordQueries,
        integrityChecker);
  }
}
