package org.mingzhang.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;

/**
 * A search to be executed by one shard: the query, the facets to count and the rows to return.
 *
 * @param query the query
 * @param facets facets to count
 * @param size number of rows or groups; one more is returned if there are further ones; 0 for none
 * @param after end of the previous page; null for the first page
 * @param agencies when grouping by agency, the agencies whose groups to return regardless of rank;
 *     null for the best groups after {@code after}
 * @param countsDocuments whether to also count the documents of the matching sections
 * @param timeoutMillis time limit in milliseconds, 0 for none
 */
public record ShardSearchRequest(
    ShardQuery query,
    List<FacetDimension> facets,
    int size,
    @Nullable SearchCursor after,
    @Nullable List<String> agencies,
    boolean countsDocuments,
    long timeoutMillis) {
  /** Makes an immutable copy of the lists. */
  public ShardSearchRequest {
    facets = List.copyOf(facets);
    agencies = agencies == null ? null : List.copyOf(agencies);
  }

  /**
   * A copy that returns the rows of the given agencies, without a cursor, and counts neither facets
   * nor documents.
   */
  ShardSearchRequest withAgencies(List<String> names) {
    return new ShardSearchRequest(query, List.of(), size, null, names, false, timeoutMillis);
  }

  /** A copy with another size that counts neither facets nor documents. */
  ShardSearchRequest withSize(int newSize) {
    return new ShardSearchRequest(query, List.of(), newSize, after, agencies, false, timeoutMillis);
  }
}
