package org.mingzhang.shard;

import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.text.StatedAbsenceDetector;

/**
 * Sort order and grouping of rows.
 *
 * @param sort the sort key
 * @param grouping by what rows are grouped
 * @param queryAsksForAbsence whether the query asks for statements of absence, which then rank
 *     higher
 */
record RowOrder(Sort sort, Grouping grouping, boolean queryAsksForAbsence) {
  /** The order of a request. Only an order by relevance ranks statements of absence higher. */
  static RowOrder of(SearchRequest request) {
    boolean relevance = request.sort() == Sort.RELEVANCE;
    return new RowOrder(
        request.sort(),
        request.grouping(),
        relevance && StatedAbsenceDetector.asksForAbsence(request.query()));
  }
}
