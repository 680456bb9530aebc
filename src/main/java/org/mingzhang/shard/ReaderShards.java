package org.mingzhang.shard;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.QueryCache;
import org.mingzhang.query.WordQueries;
import org.mingzhang.search.ShardPort;

/**
 * Shards whose readers somebody else opens, refreshes and closes: the nodes of a cluster. One for a
 * process; facets of a segment are read once for all readers that have it. Safe on many threads.
 */
public final class ReaderShards {
  private static final int CACHED_QUERIES = 400;

  private final QueryCache queryCache;
  private final Map<Object, SegmentFacets> columns = new ConcurrentHashMap<>();
  private final WordQueries words = WordQueries.standard();
  private final IndexIntegrity integrity = new IndexIntegrity();

  /** Shards that keep results of parts of queries in so many bytes. */
  public ReaderShards(long cachedBytes) {
    queryCache = new LRUQueryCache(CACHED_QUERIES, cachedBytes);
  }

  /**
   * What searches a shard as a reader has it.
   *
   * @param reader stays open as long as the port is used
   */
  public ShardPort over(DirectoryReader reader) throws IOException {
    return new LocalShard(new Snapshot(reader, queryCache, columns, 0), words, integrity);
  }
}
