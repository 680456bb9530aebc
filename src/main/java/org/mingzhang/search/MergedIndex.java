package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.QueryParser;
import org.mingzhang.query.QueryTranslator;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;

/**
 * One state of all shards, searched as a single index.
 *
 * <p>A ranked search takes two rounds: first each shard returns its statistics, then all shards
 * search with the summed statistics, so that scores equal those of a single index. Facet counts are
 * added up before lists are truncated. A single shard is searched in one round. Used for one answer
 * by one thread.
 */
final class MergedIndex {
  private final Shards.ShardsSnapshot snapshot;
  private final List<ShardPort> shards;
  private final IndexStateCache stateCache;

  MergedIndex(Shards.ShardsSnapshot snapshot, IndexStateCache stateCache) {
    this.snapshot = snapshot;
    this.shards = snapshot.shards();
    this.stateCache = stateCache;
  }

  /** Prevents the state from expiring while a slow consumer reads; the caller closes it. */
  Shards.KeepAlive keepAlive() {
    return snapshot.keepAlive();
  }

  /** Cached answers for this state of the index. */
  PerQueryCache perQueryCache() {
    return stateCache.perQueryCache();
  }

  int shardCount() {
    return shards.size();
  }

  /** Calls all shards and returns their results in shard order. */
  <T> List<T> callAll(Shards.ShardCall<T> call) throws IOException {
    return snapshot.callAll(call);
  }

  /** All values of a facet. */
  GlobalOrdinals globalOrdinals(FacetDimension dimension) throws IOException {
    return stateCache.globalOrdinals(dimension, snapshot);
  }

  /** Whether some documents are hidden because they are secondary editions of others. */
  boolean hasSecondaryEditions() {
    return shards.stream().anyMatch(ShardPort::hasSecondaryEditions);
  }

  /**
   * Creates the query for the shards. If there are several and their statistics are needed for
   * scores or for the translation, collects the statistics from all of them, unless they are
   * cached.
   *
   * @param loosened whether a row may match only some of the words
   * @param rowOrderMatters whether the order of rows matters, or only their number
   */
  ShardQuery createShardQuery(SearchRequest request, boolean loosened, boolean rowOrderMatters)
      throws IOException {
    boolean localStatistics =
        shards.size() == 1
            || !((rowOrderMatters && request.sort() == Sort.RELEVANCE)
                || QueryTranslator.needsVocabulary(QueryParser.parse(request.query()).node()));
    return new ShardQuery(
        request,
        loosened,
        localStatistics ? IndexStatistics.USE_LOCAL : mergeStatistics(request, loosened));
  }

  private IndexStatistics mergeStatistics(SearchRequest request, boolean loosened)
      throws IOException {
    record Key(String query, SearchScope scope, boolean loosened) {}
    Key key = new Key(request.query(), request.scope(), loosened);
    IndexStatistics cached = perQueryCache().get(key, IndexStatistics.class);
    if (cached == null) {
      ShardQuery query = new ShardQuery(request, loosened, IndexStatistics.USE_LOCAL);
      cached = IndexStatistics.sum(callAll((number, shard) -> shard.statistics(query)));
      perQueryCache().put(key, cached);
    }
    return cached;
  }

  /** Executes a search on all shards. */
  List<ShardSearchResult> callAll(ShardSearchRequest request) throws IOException {
    return callAll((number, shard) -> shard.search(request));
  }

  /** Executes a search on all shards and merges the results. */
  MergedPage search(ShardSearchRequest request) throws IOException {
    List<ShardSearchResult> results = callAll(request);
    MergedRows rows = mergeRows(request, results);
    return new MergedPage(
        request.query(),
        results.stream().mapToLong(ShardSearchResult::matchedCount).sum(),
        results.stream().mapToLong(ShardSearchResult::total).sum(),
        mergeCounts(request.facets(), results),
        rows.rows(),
        rows.lastRow(),
        sumOfDocuments(results),
        results.getFirst().notices(),
        rows.timedOut() || results.stream().anyMatch(ShardSearchResult::timedOut));
  }

  private MergedRows mergeRows(ShardSearchRequest request, List<ShardSearchResult> results)
      throws IOException {
    Grouping grouping = request.query().request().grouping();
    if (grouping == Grouping.AGENCY && shards.size() > 1 && request.size() > 0) {
      return new AgencyGroupMerger(this, request).mergePage(results);
    }
    List<ShardRow> all = new ArrayList<>();
    for (int shard = 0; shard < results.size(); shard++) {
      for (RankedRow row : results.get(shard).rows()) {
        all.add(new ShardRow(shard, row));
      }
    }
    return switch (grouping) {
      case NONE -> MergedRows.ofUngroupedRows(all, request.size());
      case SIMILAR ->
          MergedRows.ofSimilarRowGroups(all, request.size(), request.query().request().size());
      case DOCUMENT, AGENCY -> MergedRows.ofBestGroups(all, request.size());
    };
  }

  private Map<FacetDimension, int[]> mergeCounts(
      List<FacetDimension> countedFacets, List<ShardSearchResult> results) throws IOException {
    Map<FacetDimension, int[]> sums = new EnumMap<>(FacetDimension.class);
    for (FacetDimension dimension : countedFacets) {
      OrdinalCounts only = results.getFirst().counts().get(dimension);
      sums.put(
          dimension,
          shards.size() == 1 && only != null ? only.byOrdinal() : sumCounts(dimension, results));
    }
    return sums;
  }

  private int[] sumCounts(FacetDimension dimension, List<ShardSearchResult> results)
      throws IOException {
    GlobalOrdinals dictionary = globalOrdinals(dimension);
    int[] sum = new int[dictionary.size()];
    for (int shard = 0; shard < results.size(); shard++) {
      OrdinalCounts counts = results.get(shard).counts().get(dimension);
      int[] numbers = dictionary.ordinalsOfPart(shard);
      for (int i = 0; counts != null && i < counts.size(); i++) {
        sum[numbers[i]] += counts.count(i);
      }
    }
    return sum;
  }

  private static long sumOfDocuments(List<ShardSearchResult> results) {
    long sum = 0;
    for (ShardSearchResult result : results) {
      if (result.documents() < 0) {
        return -1;
      }
      sum += result.documents();
    }
    return sum;
  }

  /**
   * Counts the rows of a query over all shards, with the notices of the first shard.
   *
   * @param timeoutMillis time limit per shard in milliseconds, 0 for none
   */
  ShardHitCount count(ShardQuery query, long timeoutMillis) throws IOException {
    ShardHitCount sum = null;
    for (ShardHitCount count : callAll((number, shard) -> shard.count(query, timeoutMillis))) {
      sum = sum == null ? count : sum.plus(count);
    }
    return sum == null ? new ShardHitCount(false, 0, List.of(), false) : sum;
  }

  /**
   * Whether any shard has a matching row; false also if the time limit is reached before one is
   * found.
   *
   * @param timeoutMillis time limit per shard in milliseconds, 0 for none
   */
  boolean hasMatch(ShardQuery query, long timeoutMillis) throws IOException {
    return callAll((number, shard) -> shard.hasMatch(query, timeoutMillis)).contains(true);
  }

  /**
   * A function that computes one result for each of the given document numbers of a shard, in their
   * order.
   */
  @FunctionalInterface
  interface RowFunction<T> {
    List<T> apply(ShardPort shard, List<Integer> rows) throws IOException;
  }

  /** Applies a function to rows, with one call per shard; results are in the order of the rows. */
  <T> List<T> applyToRows(List<ShardRow> rows, RowFunction<T> function) throws IOException {
    List<List<T>> answers =
        callAll(
            (number, shard) -> {
              List<ShardRow> ownRows = rowsInShard(rows, number);
              return ownRows.isEmpty() ? List.of() : function.apply(shard, docIds(ownRows));
            });
    Map<ShardRow, T> byRow = new HashMap<>();
    for (int shard = 0; shard < answers.size(); shard++) {
      List<ShardRow> ownRows = rowsInShard(rows, shard);
      List<T> ofShard = answers.get(shard);
      for (int i = 0; i < ofShard.size(); i++) {
        byRow.put(ownRows.get(i), ofShard.get(i));
      }
    }
    return rows.stream().map(row -> Objects.requireNonNull(byRow.get(row))).toList();
  }

  private static List<ShardRow> rowsInShard(List<ShardRow> rows, int shard) {
    return rows.stream().filter(row -> row.shard() == shard).toList();
  }

  private static List<Integer> docIds(List<ShardRow> rows) {
    return rows.stream().map(row -> row.row().doc()).toList();
  }

  /**
   * The words of a query, as they were segmented, that occur in none of the rows; empty if there
   * are no rows, or if the query has too many words, see {@link ShardPort#absentWords}.
   */
  List<String> absentWords(ShardQuery query, List<ShardRow> rows) throws IOException {
    List<String> absent = null;
    List<List<String>> answers =
        callAll(
            (number, shard) -> {
              List<ShardRow> ownRows = rowsInShard(rows, number);
              return ownRows.isEmpty() ? List.of() : shard.absentWords(query, docIds(ownRows));
            });
    for (int shard = 0; shard < answers.size(); shard++) {
      List<String> ofShard = answers.get(shard);
      if (!rowsInShard(rows, shard).isEmpty()) {
        absent = absent == null ? ofShard : absent.stream().filter(ofShard::contains).toList();
      }
    }
    return absent == null ? List.of() : absent;
  }
}
