package org.mingzhang.shard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.MatchPattern;
import org.mingzhang.query.NGramPhraseQuery;
import org.mingzhang.query.QueryNotice;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.query.WordQueryFactory;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.search.FacetChoice;
import org.mingzhang.search.GlobalOrdinals;
import org.mingzhang.search.SearchCursor;
import org.mingzhang.search.ShardHitCount;
import org.mingzhang.search.ShardQuery;

/** A search prepared for one snapshot: parsed and compiled once, executed as often as needed. */
final class PreparedSearch {
  private final ShardSnapshot snapshot;
  private final ShardQuery shardQuery;
  private final SearchRequest request;
  private final CompiledQuery compiledQuery;

  private PreparedSearch(
      ShardSnapshot snapshot, ShardQuery shardQuery, CompiledQuery compiledQuery) {
    this.snapshot = snapshot;
    this.shardQuery = shardQuery;
    this.request = shardQuery.request();
    this.compiledQuery = compiledQuery;
  }

  /** Parses and translates the query of a request for one snapshot. */
  static PreparedSearch prepare(
      ShardSnapshot snapshot, ShardQuery shardQuery, WordQueryFactory wordQueries) {
    return new PreparedSearch(
        snapshot, shardQuery, CompiledQuery.translate(snapshot, shardQuery, wordQueries));
  }

  /**
   * A searcher that uses the statistics of the query; {@code timeoutMillis} is the time limit, 0
   * for none.
   */
  IndexSearcher createSearcher(long timeoutMillis) {
    return snapshot.createSearcher(shardQuery.statistics(), timeoutMillis);
  }

  /** How the query was changed or interpreted. */
  List<QueryNotice> notices() {
    return compiledQuery.notices();
  }

  Query query() {
    return compiledQuery.translatedQuery().query();
  }

  /** Whether another query is translated to the same query and so matches the same rows. */
  boolean isEquivalent(Query other) {
    return compiledQuery.translatedQuery().isEquivalentTo(other);
  }

  /** The patterns to highlight in hits. */
  List<MatchPattern> matchPatterns() {
    return compiledQuery.translatedQuery().matchPatterns();
  }

  /** A reader of hits without highlighting. */
  HitReader createUnhighlightedHitReader() throws IOException {
    return new HitReader(snapshot.reader().storedFields(), request.scope(), List.of());
  }

  /** A reader of hits with highlighting. */
  HitReader createHitReader() throws IOException {
    return new HitReader(
        snapshot.reader().storedFields(),
        request.scope(),
        compiledQuery.translatedQuery().matchPatterns());
  }

  /**
   * The result of one pass over the matching rows.
   *
   * @param matchedCount number of rows that match the words, before facet filters; a lower bound if
   *     timed out
   * @param total number of rows that also pass the facet filters; a lower bound if timed out
   * @param facetCounter facet counts
   * @param timedOut whether the pass was cut off by the time limit
   */
  record CollectionResult(
      long matchedCount, long total, FacetCounter facetCounter, boolean timedOut) {}

  /**
   * Adds the rows of a page to the queue and counts all rows. If rows are ranked by relevance, they
   * are first counted without scores; a second pass finds the best rows and skips most others. If
   * the first pass times out, there is no second one and the queue stays empty. For a phrase there
   * is only one pass, because matching is most of the cost.
   *
   * @param queue receives the rows; null to count only
   */
  CollectionResult findPage(
      List<FacetDimension> countedFacets, @Nullable RowQueue queue, IndexSearcher searcher)
      throws IOException {
    if (queue == null
        || request.sort() != Sort.RELEVANCE
        || !request.grouping().isRankedByRow()
        || query() instanceof NGramPhraseQuery) {
      return collect(query(), countedFacets, queue, searcher);
    }
    FoundRowsQuery rows = new FoundRowsQuery(snapshot.reader().leaves().size());
    Query scoringQuery = compiledQuery.translatedQuery().scoringQueryFor(rows);
    CollectionResult pass =
        collect(query(), countedFacets, null, scoringQuery == null ? null : rows, searcher);
    if (pass.total() > 0 && !pass.timedOut()) {
      FacetCounter dimensionFilters =
          new FacetCounter(snapshot, List.of(), scoringQuery == null ? facetChoices() : List.of());
      searcher.search(
          scoringQuery == null ? query() : scoringQuery,
          singleUseManager(
              new TopScoreRowCollector(snapshot, dimensionFilters, queue, RowOrder.of(request))));
    }
    return new CollectionResult(
        pass.matchedCount(), pass.total(), pass.facetCounter(), searcher.timedOut());
  }

  /**
   * Collects all rows after a cursor, without a time limit, and sorts them on disk; the caller
   * closes the result.
   */
  SortedRows sortedRowsAfter(SearchCursor after) throws IOException {
    try (SortedRows.Writer writer = new SortedRows.Writer(after)) {
      CollectionResult unused = collect(query(), List.of(), writer, createSearcher(0));
      return writer.finish();
    }
  }

  /**
   * Visits all rows that match a query, up to the time limit of the searcher, and offers those that
   * pass the facet filters to the queue; without a queue they are only counted.
   */
  CollectionResult collect(
      Query query,
      List<FacetDimension> countedFacets,
      @Nullable RowQueue queue,
      IndexSearcher searcher)
      throws IOException {
    return collect(query, countedFacets, queue, null, searcher);
  }

  private CollectionResult collect(
      Query query,
      List<FacetDimension> countedFacets,
      @Nullable RowQueue queue,
      @Nullable FoundRowsQuery foundRows,
      IndexSearcher searcher)
      throws IOException {
    FacetCounter counts = new FacetCounter(snapshot, countedFacets, facetChoices());
    RowCollector collector =
        new RowCollector(snapshot, counts, queue, foundRows, RowOrder.of(request));
    searcher.search(query, singleUseManager(collector));
    return new CollectionResult(
        collector.matchedCount(), collector.total(), counts, searcher.timedOut());
  }

  private List<FacetChoice> facetChoices() {
    List<FacetChoice> dimensionFilters = new ArrayList<>();
    for (FacetDimension dimension : FieldNames.dimensions(request.scope())) {
      dimensionFilters.add(FacetChoice.of(request, dimension));
    }
    return dimensionFilters;
  }

  /**
   * Whether any row matches and passes the facet filters; false also if the searcher times out
   * before it finds one.
   */
  boolean hasMatch(IndexSearcher searcher) throws IOException {
    return activeFilters().isEmpty()
        ? matchesAnyRow(query(), searcher)
        : count(searcher).total() > 0;
  }

  private static boolean matchesAnyRow(Query query, IndexSearcher searcher) throws IOException {
    Query first = new ConstantScoreQuery(query);
    return searcher.search(first, new TopScoreDocCollectorManager(1, null, 1)).scoreDocs.length > 0;
  }

  /**
   * Counts the rows that match and pass the facet filters: documents by {@link DocumentMatcher} if
   * their sections may match. Otherwise the filters are added to the query as clauses, and Lucene
   * does the counting, often without visiting rows; only if a filter accepts rows without a value
   * are all rows visited.
   */
  ShardHitCount count(IndexSearcher searcher) throws IOException {
    if (request.scope() == SearchScope.DOCUMENTS) {
      DocumentMatcher documents =
          DocumentMatcher.of(compiledQuery.translatedQuery().matchingQuery(), searcher);
      if (!(documents instanceof DocumentMatcher.RowMatcher)) {
        long total = countDocuments(documents, searcher);
        QueryTimeout timeout = searcher.getTimeout();
        return hitCount(total, timeout != null && timeout.shouldExit(), searcher);
      }
    }
    BooleanQuery.Builder passing = new BooleanQuery.Builder().add(query(), Occur.FILTER);
    for (FacetChoice choice : activeFilters()) {
      Query rows = filterQuery(choice, snapshot.globalOrdinals(choice.dimension()));
      if (rows == null) {
        CollectionResult pass = collect(query(), List.of(), null, searcher);
        return new ShardHitCount(pass.matchedCount() > 0, pass.total(), notices(), pass.timedOut());
      }
      passing.add(rows, Occur.FILTER);
    }
    int total = searcher.count(activeFilters().isEmpty() ? query() : passing.build());
    return hitCount(total, false, searcher);
  }

  /**
   * The result of a count, which is a lower bound if {@code endedEarly} or the searcher timed out.
   */
  private ShardHitCount hitCount(long total, boolean endedEarly, IndexSearcher searcher)
      throws IOException {
    boolean any = total > 0 || (!activeFilters().isEmpty() && matchesAnyRow(query(), searcher));
    return new ShardHitCount(any, total, notices(), endedEarly || searcher.timedOut());
  }

  /**
   * Counts the documents that pass the facet filters; a lower bound if the time limit is reached.
   */
  private long countDocuments(DocumentMatcher matcher, IndexSearcher searcher) throws IOException {
    FacetCounter filters = new FacetCounter(snapshot, List.of(), facetChoices());
    long total = 0;
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      DocumentBlocks blocks = snapshot.segmentOrdinals(leaf.ord).blocks();
      FixedBitSet candidates =
          filters.segmentCounter(leaf.ord).acceptedDocuments(leaf.reader().getLiveDocs());
      FixedBitSet found = new FixedBitSet(blocks.size());
      matcher.bind(leaf, blocks).find(candidates, found, searcher.getTimeout());
      total += found.cardinality();
    }
    return total;
  }

  /** The query for the rows that pass a filter; null if rows without a value pass. */
  private static @Nullable Query filterQuery(FacetChoice choice, GlobalOrdinals globalOrdinals) {
    boolean[] accepted = choice.acceptedOrdinals(globalOrdinals);
    if (accepted[0]) {
      return null;
    }
    List<BytesRef> values = new ArrayList<>();
    for (int i = 1; i < accepted.length; i++) {
      if (accepted[i]) {
        values.add(new BytesRef(globalOrdinals.value(i)));
      }
    }
    return new ConstantScoreQuery(new TermInSetQuery(FieldNames.facet(choice.dimension()), values));
  }

  private List<FacetChoice> activeFilters() {
    return facetChoices().stream().filter(FacetChoice::isRestrictive).toList();
  }

  /**
   * A manager that hands out the same collector for all slices; the searcher must not use several
   * threads.
   */
  private static <C extends Collector> CollectorManager<C, C> singleUseManager(C collector) {
    return new CollectorManager<>() {
      @Override
      public C newCollector() {
        return collector;
      }

      @Override
      public C reduce(Collection<C> collectors) {
        return collector;
      }
    };
  }
}
