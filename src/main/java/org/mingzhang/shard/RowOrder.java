package org.mingzhang.shard;

import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.schema.StatedAbsence;

/**
 * The order in which rows are wanted.
 *
 * @param sort what they are sorted by
 * @param grouping what stands together
 * @param absence whether what is asked is where there was none of something
 */
record RowOrder(Sort sort, Grouping grouping, boolean absence) {
  /** The order that a request asks for. */
  static RowOrder of(SearchRequest request) {
    boolean relevance = request.sort() == Sort.RELEVANCE;
    return new RowOrder(
        request.sort(),
        request.grouping(),
        relevance && StatedAbsence.asksForAbsence(request.query()));
  }
}
