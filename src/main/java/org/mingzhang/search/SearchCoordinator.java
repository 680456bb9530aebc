package org.mingzhang.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.ParsedQuery;
import org.mingzhang.query.QueryNotice;
import org.mingzhang.query.QueryParser;
import org.mingzhang.query.QueryTranslator;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.query.WordQueryFactory;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.search.SearchResults.Notice;

/** Answers a request by searching all shards and merging their results. */
final class SearchCoordinator {
  private static final int MAX_FACET_VALUES = 200;

  /** Number of rows that are fetched to find similar hits, as a multiple of the page size. */
  private static final int SIMILAR_WINDOW_FACTOR = 3;

  private static final QueryNotice BAD_CURSOR =
      new QueryNotice(
          "bad-cursor", "翻页标记无效，已回到第一页。", "The page mark is not valid; this is the first page.");

  private final MergedIndex index;
  private final WordQueryFactory wordQueries;
  private final SpellingCorrector spellingCorrector;
  private final long timeoutMillis;

  SearchCoordinator(
      MergedIndex index,
      WordQueryFactory wordQueries,
      SpellingCorrector spellingCorrector,
      Duration timeout) {
    this.timeoutMillis = timeout.toMillis();
    this.index = index;
    this.wordQueries = wordQueries;
    this.spellingCorrector = spellingCorrector;
  }

  /**
   * Answers a request from the cache of this state of the index; otherwise searches and caches the
   * answer, unless it timed out.
   */
  SearchResults search(SearchRequest request) throws IOException {
    long begin = System.nanoTime();
    SearchResults cached = index.perQueryCache().get(request, SearchResults.class);
    if (cached == null) {
      SearchResults answer = searchUncached(request);
      if (!answer.timedOut()) {
        index.perQueryCache().put(request, answer);
      }
      return answer;
    }
    return cached.withTimeSince(begin);
  }

  /**
   * Searches with all words and, if no row matches them all and the query may be relaxed, with some
   * of them. If the first search times out or the second finds nothing, the first result is
   * returned.
   */
  private MergedPage findPage(
      SearchRequest request,
      List<FacetDimension> countedFacets,
      int size,
      @Nullable SearchCursor cursor)
      throws IOException {
    MergedPage all = findPage(request, false, countedFacets, size, cursor);
    if (all.matchedCount() > 0 || all.timedOut() || !canLoosen(request.query())) {
      return all;
    }
    MergedPage some = findPage(request, true, countedFacets, size, cursor);
    return some.matchedCount() > 0 ? some : all;
  }

  private MergedPage findPage(
      SearchRequest request,
      boolean loosened,
      List<FacetDimension> countedFacets,
      int size,
      @Nullable SearchCursor cursor)
      throws IOException {
    boolean documents =
        !loosened
            && request.scope() != SearchScope.DOCUMENTS
            && request.includedValues().keySet().stream().allMatch(FieldNames::isDocumentLevel)
            && request.excludedValues().keySet().stream().allMatch(FieldNames::isDocumentLevel);
    ShardQuery query = index.createShardQuery(request, loosened, size > 0);
    return index.search(
        new ShardSearchRequest(
            query, countedFacets, size, cursor, null, documents && size > 0, timeoutMillis));
  }

  /**
   * Cached result of {@link #canLoosen(String, WordQueryFactory)}, which is the same for all
   * scopes.
   */
  private boolean canLoosen(String query) {
    record Key(String query) {}
    Key key = new Key(query);
    Boolean cached = index.perQueryCache().get(key, Boolean.class);
    if (cached == null) {
      cached = canLoosen(query, wordQueries);
      index.perQueryCache().put(key, cached);
    }
    return cached;
  }

  /** Whether a query may be relaxed to some of its words if no row matches all of them. */
  static boolean canLoosen(String query, WordQueryFactory wordQueries) {
    ParsedQuery parsed = QueryParser.parse(query);
    return !parsed.hasExplicitAnd() && QueryTranslator.canLoosen(parsed.node(), wordQueries);
  }

  /**
   * Answers a request without looking up or caching the answer as a whole; statistics and totals
   * are cached.
   */
  SearchResults searchUncached(SearchRequest request) throws IOException {
    long begin = System.nanoTime();
    Optional<SearchCursor> after =
        Optional.ofNullable(request.after()).flatMap(SearchCursor::decode);
    List<FacetDimension> counted = List.copyOf(FieldNames.dimensions(request.scope()));
    int rows =
        request.size() * (request.grouping() == Grouping.SIMILAR ? SIMILAR_WINDOW_FACTOR : 1);
    MergedPage found = findPage(request, counted, rows, after.orElse(null));
    List<Hit> hits =
        withAbsentWords(
            found,
            SimilarHitLinker.linkToFirst(
                request,
                found,
                index.applyToRows(
                    found.rows(), (shard, members) -> shard.hits(found.query(), members))));
    List<QueryNotice> notices = new ArrayList<>(noticesOf(found, hits));
    if (request.after() != null && after.isEmpty()) {
      notices.add(BAD_CURSOR);
    }
    RankedRow last = found.lastRow();
    return new SearchResults(
        request,
        found.total(),
        System.nanoTime() - begin,
        hits,
        createFacetBuilder(request, found).buildAll(MAX_FACET_VALUES),
        scopeTotals(request, found),
        last == null ? null : SearchCursor.of(last).encode(),
        toNotices(notices),
        request.after() == null
            ? spellingCorrector.suggestCorrection(
                request.query(), found.strictHitCount(), createHitCounter(request))
            : null,
        found.timedOut());
  }

  /**
   * The notices of a page. The notice that rows match only some of the words is replaced by one
   * that names the words that occur in no row of the page, if there are any. If the displayed text
   * of a hit has all of the words although the strict search did not match it, the notice only says
   * that other hits lack some.
   */
  private List<QueryNotice> noticesOf(MergedPage page, List<Hit> hits) throws IOException {
    List<QueryNotice> notices = page.notices();
    if (page.rows().isEmpty() || notices.stream().noneMatch(QueryNotice::isPartialMatch)) {
      return notices;
    }
    List<String> absent =
        index.absentWords(page.query(), page.rows()).stream()
            .filter(word -> hits.stream().noneMatch(hit -> ShownWords.contains(hit, word)))
            .toList();
    if (hasCompleteHit(page.query().request().query(), hits)) {
      return notices.stream()
          .map(n -> n.isPartialMatch() ? QueryNotice.ofIncompleteHits() : n)
          .toList();
    }
    return absent.isEmpty()
        ? notices
        : notices.stream()
            .map(n -> n.isPartialMatch() ? QueryNotice.ofMissingWords(absent) : n)
            .toList();
  }

  /**
   * Whether a hit is known to contain all words of the query. If the query may have more words than
   * are looked for, this is known only if another hit was found to lack some. Hits that are linked
   * to a similar one do not count.
   */
  private static boolean hasCompleteHit(String query, List<Hit> hits) {
    boolean absenceKnown =
        query.length() <= ShardPort.MAX_WORDS_FOR_ABSENCE
            || hits.stream().anyMatch(hit -> hit.values().containsKey(Hit.ABSENT_WORDS));
    return absenceKnown
        && hits.stream()
            .filter(hit -> !hit.values().containsKey(SimilarHitLinker.SIMILAR_TO))
            .anyMatch(hit -> !hit.values().containsKey(Hit.ABSENT_WORDS));
  }

  /**
   * The hits, which are returned unchanged unless rows match only some of the words. Then each hit
   * that is not linked to a similar one gets a column with the words that it lacks, for which all
   * shards are called once per hit.
   */
  private List<Hit> withAbsentWords(MergedPage page, List<Hit> hits) throws IOException {
    if (page.notices().stream().noneMatch(QueryNotice::isPartialMatch)) {
      return hits;
    }
    List<Hit> annotated = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      boolean shown = !hit.values().containsKey(SimilarHitLinker.SIMILAR_TO);
      List<String> absent =
          shown
              ? index.absentWords(page.query(), List.of(page.rows().get(i))).stream()
                  .filter(word -> !ShownWords.contains(hit, word))
                  .toList()
              : List.<String>of();
      annotated.add(
          absent.isEmpty() ? hit : hit.withColumn(Hit.ABSENT_WORDS, String.join("、", absent)));
    }
    return annotated;
  }

  private FacetResultBuilder createFacetBuilder(SearchRequest request, MergedPage page)
      throws IOException {
    Map<FacetDimension, GlobalOrdinals> dictionaries = new EnumMap<>(FacetDimension.class);
    for (FacetDimension dimension : page.counts().keySet()) {
      dictionaries.put(dimension, index.globalOrdinals(dimension));
    }
    return new FacetResultBuilder(dictionaries, page.counts(), request);
  }

  /** Creates a counter for the hits of corrected queries under the filters of a request. */
  private SpellingCorrector.HitCounter createHitCounter(SearchRequest request) {
    return new SpellingCorrector.HitCounter() {
      @Override
      public long count(String query) throws IOException {
        SearchRequest other = createCountRequest(request, query, request.scope());
        return index.count(index.createShardQuery(other, false, false), timeoutMillis).total();
      }

      @Override
      public boolean hasHits(String query) throws IOException {
        SearchRequest other = createCountRequest(request, query, request.scope());
        return index.hasMatch(index.createShardQuery(other, false, false), timeoutMillis);
      }
    };
  }

  /** A request used only for counting, for which the order of rows does not matter. */
  private static SearchRequest createCountRequest(
      SearchRequest request, String query, SearchScope scope) {
    return request
        .withQuery(query)
        .withScope(scope)
        .withSort(Sort.YEAR)
        .withoutGrouping()
        .withSize(1)
        .withCursor(null);
  }

  static List<Notice> toNotices(List<QueryNotice> notices) {
    return notices.stream().map(n -> new Notice(n.code(), n.chinese(), n.english())).toList();
  }

  /**
   * The values of one facet that contain a string, see {@link FacetResultBuilder#buildList}; not
   * cached.
   */
  List<FacetValue> findFacetValues(
      SearchRequest request, FacetDimension dimension, String substring, int limit)
      throws IOException {
    MergedPage found = findPage(request, List.of(dimension), 0, null);
    return createFacetBuilder(request, found).buildList(dimension, limit, substring);
  }

  private Map<SearchScope, Long> scopeTotals(SearchRequest request, MergedPage page)
      throws IOException {
    Map<SearchScope, Long> totals = new EnumMap<>(SearchScope.class);
    for (SearchScope scope : SearchScope.values()) {
      if (scope == request.scope()) {
        totals.put(scope, page.total());
      } else {
        boolean annotated =
            scope == SearchScope.DOCUMENTS && page.documents() >= 0 && page.strictHitCount() > 0;
        totals.put(scope, annotated ? page.documents() : countTotal(request, scope));
      }
    }
    return totals;
  }

  /**
   * The total that {@link #search} returns for the words and filters of a request in another scope;
   * cached, unless it is only a lower bound because the time limit was reached.
   */
  long countTotal(SearchRequest request, SearchScope scope) throws IOException {
    record Key(
        String query,
        SearchScope scope,
        Map<?, ?> include,
        Map<?, ?> exclude,
        boolean includesCopies) {}
    Key key =
        new Key(
            request.query(),
            scope,
            request.includedValues(),
            request.excludedValues(),
            request.includesCopies());
    Long cached = index.perQueryCache().get(key, Long.class);
    if (cached != null) {
      return cached;
    }
    ShardHitCount count = countWithFallback(createCountRequest(request, request.query(), scope));
    if (!count.timedOut()) {
      index.perQueryCache().put(key, count.total());
    }
    return count.total();
  }

  /**
   * Counts rows that match all words or, if none does and the query may be relaxed, rows that match
   * some of them; a lower bound if the time limit is reached.
   */
  private ShardHitCount countWithFallback(SearchRequest request) throws IOException {
    ShardHitCount all = index.count(index.createShardQuery(request, false, false), timeoutMillis);
    return all.anyRowMatches() || all.timedOut() || !canLoosen(request.query())
        ? all
        : index.count(index.createShardQuery(request, true, false), timeoutMillis);
  }
}
