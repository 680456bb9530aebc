package org.mingzhang.search;

import java.util.List;
import org.mingzhang.query.QueryNotice;

/**
 * Number of rows of a shard that match a query.
 *
 * @param anyRowMatches whether any row matches the words, before facet filters
 * @param total number of rows that also pass the facet filters; a lower bound if timed out
 * @param notices parts of the query that could not be executed as written
 * @param timedOut whether the time limit was reached
 */
public record ShardHitCount(
    boolean anyRowMatches, long total, List<QueryNotice> notices, boolean timedOut) {
  /** Makes an immutable copy of the list. */
  public ShardHitCount {
    notices = List.copyOf(notices);
  }

  /** The sum of the counts of two shards, with the notices of this count. */
  ShardHitCount plus(ShardHitCount other) {
    return new ShardHitCount(
        anyRowMatches || other.anyRowMatches,
        total + other.total,
        notices,
        timedOut || other.timedOut);
  }
}
