package org.mingzhang.search;

import java.util.List;
import org.mingzhang.query.QueryNotice;

/**
 * How many rows pass.
 *
 * @param any whether any row has the words, whatever was chosen of the facets
 * @param total the number, a lower bound where the time was up
 * @param notices what could not be done as asked
 * @param timedOut whether the time was up
 */
public record ShardCount(boolean any, long total, List<QueryNotice> notices, boolean timedOut) {
  /** Copies the list. */
  public ShardCount {
    notices = List.copyOf(notices);
  }

  /** Of two shards together. */
  ShardCount plus(ShardCount other) {
    return new ShardCount(
        any || other.any, total + other.total, notices, timedOut || other.timedOut);
  }
}
