package org.mingzhang.search;

import java.util.List;
import java.util.Map;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.QueryNotice;

/**
 * The result of a search on one shard.
 *
 * @param matchedCount number of rows that match the words, before facet filters; a lower bound if
 *     timed out
 * @param total number of rows that also pass the facet filters; a lower bound if timed out
 * @param counts counts of the requested facets
 * @param rows best rows, best first; if grouped by document or agency, the best group first with up
 *     to three adjacent rows each; one row or group more than requested if there are more
 * @param documents number of matching documents; -1 if it was not requested or cannot be derived
 *     from the matching sections
 * @param notices parts of the query that could not be executed as written
 * @param timedOut whether the time limit was reached before all rows were visited
 */
public record ShardSearchResult(
    long matchedCount,
    long total,
    Map<FacetDimension, OrdinalCounts> counts,
    List<RankedRow> rows,
    long documents,
    List<QueryNotice> notices,
    boolean timedOut) {
  /** Makes an immutable copy of the collections. */
  public ShardSearchResult {
    counts = Map.copyOf(counts);
    rows = List.copyOf(rows);
    notices = List.copyOf(notices);
  }
}
