package org.mingzhang.search;

import java.util.List;
import java.util.Map;
import org.mingzhang.model.Dimension;
import org.mingzhang.query.QueryNotice;

/**
 * What a shard found.
 *
 * @param matched rows that have the words, whatever was chosen of the facets
 * @param total rows that pass
 * @param counts of the facets asked for
 * @param rows the best, best first; where they stand in groups the best group first with up to
 *     three rows each, beside each other
 * @param documents how many documents the words find, as far as the found sections tell; -1 where
 *     they do not
 * @param notices what could not be done as asked
 * @param timedOut whether the time was up before all rows were looked at
 */
public record ShardAnswer(
    long matched,
    long total,
    Map<Dimension, ValueCounts> counts,
    List<RankedRow> rows,
    long documents,
    List<QueryNotice> notices,
    boolean timedOut) {
  /** Copies the collections. */
  public ShardAnswer {
    counts = Map.copyOf(counts);
    rows = List.copyOf(rows);
    notices = List.copyOf(notices);
  }
}
