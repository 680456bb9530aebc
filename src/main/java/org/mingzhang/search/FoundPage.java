package org.mingzhang.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.query.QueryNotice;

/**
 * What all shards found together.
 *
 * @param query what they looked for
 * @param matched rows that have the words, whatever was chosen of the facets
 * @param total rows that pass
 * @param counts of the facets, by number of the whole index
 * @param rows of the page, best first
 * @param last the row that the next page follows; null where this page is the last
 * @param documents how many documents the words find; -1 where the sections do not tell
 * @param notices what could not be done as asked
 * @param timedOut whether a shard's time was up
 */
record FoundPage(
    ShardQuery query,
    long matched,
    long total,
    Map<Dimension, int[]> counts,
    List<ShardRow> rows,
    @Nullable RankedRow last,
    long documents,
    List<QueryNotice> notices,
    boolean timedOut) {
  /** How many rows have all the words and pass. */
  long strict() {
    return query.loosened() ? 0 : total;
  }
}
