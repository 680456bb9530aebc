package org.mingzhang.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.QueryNotice;

/**
 * The merged result of all shards for one page.
 *
 * @param query the query that was executed
 * @param matchedCount number of rows that match the words, before facet filters; a lower bound if
 *     timed out
 * @param total number of rows that also pass the facet filters; a lower bound if timed out
 * @param counts facet counts, by global ordinal; must not be modified
 * @param rows rows of the page, best first
 * @param lastRow row after which the next page begins; null if this page is the last
 * @param documents number of matching documents; -1 if it was not requested or cannot be derived
 *     from the matching sections
 * @param notices parts of the query that could not be executed as written
 * @param timedOut whether a shard timed out
 */
record MergedPage(
    ShardQuery query,
    long matchedCount,
    long total,
    Map<FacetDimension, int[]> counts,
    List<ShardRow> rows,
    @Nullable RankedRow lastRow,
    long documents,
    List<QueryNotice> notices,
    boolean timedOut) {
  /**
   * The number of rows that match all words and pass the facet filters; 0 if the query was relaxed.
   */
  long strictHitCount() {
    return query.loosened() ? 0 : total;
  }
}
