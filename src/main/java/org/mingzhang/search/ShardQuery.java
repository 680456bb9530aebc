package org.mingzhang.search;

import org.mingzhang.query.SearchRequest;

/**
 * What a shard looks for: the rows of a request, with what only the whole index tells.
 *
 * @param request words, scope and filters, order and grouping; its page is not looked at
 * @param loosened whether a part of the words is enough
 * @param statistics of all shards together; {@link IndexStatistics#OWN} for a shard's own
 */
public record ShardQuery(SearchRequest request, boolean loosened, IndexStatistics statistics) {
  /** A query for the only shard there is. */
  public static ShardQuery alone(SearchRequest request) {
    return new ShardQuery(request, false, IndexStatistics.OWN);
  }
}
