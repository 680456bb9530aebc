package org.mingzhang.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;

/**
 * What a shard is asked to find.
 *
 * @param query what is looked for
 * @param counted facets to count
 * @param size rows or groups wanted, of which one more is given so that the end of the list can be
 *     told; 0 for none
 * @param after where the page before ended; null for the first
 * @param agencies where hits of one agency stand together, those wanted, wherever they stand; null
 *     for the best ones behind {@code after}
 * @param documents whether the documents that the found sections are of are counted, too
 * @param millis longest time of a pass, 0 for no bound
 */
public record ShardSearch(
    ShardQuery query,
    List<Dimension> counted,
    int size,
    @Nullable Cursor after,
    @Nullable List<String> agencies,
    boolean documents,
    long millis) {
  /** Copies the lists. */
  public ShardSearch {
    counted = List.copyOf(counted);
    agencies = agencies == null ? null : List.copyOf(agencies);
  }

  /** A copy for the rows of some agencies alone, not counting facets. */
  ShardSearch ofAgencies(List<String> wanted) {
    return new ShardSearch(query, List.of(), size, null, wanted, false, millis);
  }

  /** A copy for more rows or groups, not counting facets. */
  ShardSearch uncounted(int more) {
    return new ShardSearch(query, List.of(), more, after, agencies, false, millis);
  }
}
