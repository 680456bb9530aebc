package org.mingzhang.search;

import org.mingzhang.query.SearchRequest;

/**
 * A query for one shard, with the statistics of the whole index.
 *
 * @param request words, scope, filters, sort and grouping; its paging is ignored
 * @param loosened whether a row may match only some of the words
 * @param statistics statistics of all shards; {@link IndexStatistics#USE_LOCAL} to use those of the
 *     shard
 */
public record ShardQuery(SearchRequest request, boolean loosened, IndexStatistics statistics) {
  /** A query for an index of a single shard. */
  public static ShardQuery ofSingleShard(SearchRequest request) {
    return new ShardQuery(request, false, IndexStatistics.USE_LOCAL);
  }
}
