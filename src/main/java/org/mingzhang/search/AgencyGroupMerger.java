package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.SearchRequest;

/**
 * Merges the best agencies of several shards into one page. Since the documents of an agency may be
 * in any shard, the agencies that a shard returns are only candidates: the rows of each candidate
 * are requested from all shards. An agency that no shard returned cannot rank before the last
 * agency returned by any shard that has more; the best of these last agencies is a bound, and more
 * agencies are requested until the page is complete within it.
 */
final class AgencyGroupMerger {
  private static final int SIZE_GROWTH_FACTOR = 4;

  private final MergedIndex index;
  private final ShardSearchRequest search;
  private boolean timedOut;

  AgencyGroupMerger(MergedIndex index, ShardSearchRequest search) {
    this.index = index;
    this.search = search;
  }

  /**
   * Merges the page, starting from the first answers of all shards. Searches all shards again for
   * the rows of the candidates and, as long as the page may lack an agency, for {@link
   * #SIZE_GROWTH_FACTOR} times as many agencies.
   */
  MergedRows mergePage(List<ShardSearchResult> firstResults) throws IOException {
    List<ShardSearchResult> results = firstResults;
    int requested = search.size();
    while (true) {
      List<List<ShardRow>> settled =
          findSettledGroups(
              withGlobalAgencyOrdinals(results), unseenGroupBound(results, requested));
      if (settled.size() > search.size() || unseenGroupBound(results, requested) == null) {
        return MergedRows.firstPageOfGroups(settled, search.size()).withTimedOut(timedOut);
      }
      requested = Math.multiplyExact(requested, SIZE_GROWTH_FACTOR);
      results = searchAllShards(search.withSize(requested));
    }
  }

  /** Searches all shards and notes whether the time limit was reached. */
  private List<ShardSearchResult> searchAllShards(ShardSearchRequest request) throws IOException {
    List<ShardSearchResult> results = index.callAll(request);
    timedOut |= results.stream().anyMatch(ShardSearchResult::timedOut);
    return results;
  }

  /**
   * Requests the rows of the agencies of {@code rows} from all shards. Returns the groups after the
   * cursor that do not rank after the bound, best first; all groups if the bound is null.
   */
  private List<List<ShardRow>> findSettledGroups(List<ShardRow> rows, @Nullable RankedRow bound)
      throws IOException {
    Set<String> agencies = new LinkedHashSet<>();
    for (ShardRow row : rows) {
      int ordinal = Math.toIntExact(row.row().group());
      agencies.add(
          ordinal == 0
              ? SearchRequest.NOT_STATED
              : index.globalOrdinals(FacetDimension.AGENCY).value(ordinal));
    }
    SearchCursor after = search.after();
    List<ShardRow> all =
        withGlobalAgencyOrdinals(searchAllShards(search.withAgencies(List.copyOf(agencies))));
    return MergedRows.bestRowsByGroup(all).stream()
        .filter(group -> after == null || after.isBefore(group.getFirst().row()))
        .filter(
            group ->
                bound == null || RankedRow.BEST_FIRST.compare(group.getFirst().row(), bound) <= 0)
        .toList();
  }

  /**
   * The rows of all shards, with their groups changed from ordinals of the shard to ordinals of the
   * whole index.
   */
  private List<ShardRow> withGlobalAgencyOrdinals(List<ShardSearchResult> results)
      throws IOException {
    List<ShardRow> rows = new ArrayList<>();
    for (int shard = 0; shard < results.size(); shard++) {
      int[] globalOrdinals = index.globalOrdinals(FacetDimension.AGENCY).ordinalsOfPart(shard);
      for (RankedRow row : results.get(shard).rows()) {
        rows.add(new ShardRow(shard, row.withGroup(globalOrdinals[Math.toIntExact(row.group())])));
      }
    }
    return rows;
  }

  /**
   * Upper bound for the rank of agencies that no shard returned: the best of the last groups of the
   * shards that returned more than {@code requestedCount} groups; null if no shard did.
   */
  private static @Nullable RankedRow unseenGroupBound(
      List<ShardSearchResult> results, int requestedCount) {
    RankedRow bound = null;
    for (ShardSearchResult result : results) {
      List<ShardRow> rows = result.rows().stream().map(row -> new ShardRow(0, row)).toList();
      List<List<ShardRow>> groups = MergedRows.bestRowsByGroup(rows);
      if (groups.size() > requestedCount) {
        RankedRow last = groups.getLast().getFirst().row();
        bound = bound == null || RankedRow.BEST_FIRST.compare(last, bound) < 0 ? last : bound;
      }
    }
    return bound;
  }
}
