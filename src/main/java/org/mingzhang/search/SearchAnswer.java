package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.query.QueryNotice;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.query.WordQueries;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.search.SearchResults.Notice;

/** Puts together the answer to a request from one snapshot. */
final class SearchAnswer {
  private static final long TIMEOUT_MILLIS = 2_000;
  private static final int FACET_VALUES = 200;
  private static final QueryNotice BAD_CURSOR =
      new QueryNotice(
          "bad-cursor", "翻页标记无效，已回到第一页。", "The page mark is not valid; this is the first page.");

  private final Snapshot snapshot;
  private final WordQueries words;
  private final SpellingHelp spelling;

  SearchAnswer(Snapshot snapshot, WordQueries words, SpellingHelp spelling) {
    this.snapshot = snapshot;
    this.words = words;
    this.spelling = spelling;
  }

  /** The whole answer, kept until the index changes. */
  SearchResults cached(SearchRequest request) throws IOException {
    long begin = System.nanoTime();
    SearchResults known = snapshot.answers().get(request, SearchResults.class);
    if (known == null) {
      SearchResults answer = answer(request);
      if (!answer.timedOut()) {
        snapshot.answers().put(request, answer);
      }
      return answer;
    }
    return new SearchResults(
        request,
        known.total(),
        System.nanoTime() - begin,
        known.hits(),
        known.facets(),
        known.scopeTotals(),
        known.next(),
        known.notices(),
        known.didYouMean(),
        known.timedOut());
  }

  /** The whole answer. */
  SearchResults answer(SearchRequest request) throws IOException {
    long begin = System.nanoTime();
    SearchRun run = SearchRun.of(snapshot, request, words);
    List<QueryNotice> notices = new ArrayList<>(run.notices());
    RowList list = list(request, notices);
    List<Dimension> counted = List.copyOf(FieldNames.dimensions(request.scope()));
    SearchRun.Pass pass =
        run.collect(run.query(), counted, list, snapshot.searcher(TIMEOUT_MILLIS));
    List<Hit> hits = new ArrayList<>();
    HitReader reader = run.hits();
    for (RankedRow row : list.page()) {
      Hit hit = reader.read(row.doc());
      hits.add(inDocument(hit, request, run));
    }
    RankedRow last = list.last();
    return new SearchResults(
        request,
        pass.total(),
        System.nanoTime() - begin,
        hits,
        new FacetReport(snapshot, pass.tally(), request).all(FACET_VALUES),
        scopeTotals(request, pass.total()),
        last == null ? null : Cursor.of(last).encode(),
        notices(notices),
        pass.total() < SpellingHelp.ENOUGH && request.after() == null
            ? spelling.better(request.query(), pass.total(), other -> count(request, other))
            : null,
        pass.timedOut());
  }

  /** A document shows where its sections match. */
  private Hit inDocument(Hit hit, SearchRequest request, SearchRun run) throws IOException {
    if (hit.scope() != Scope.DOCUMENTS || run.matches().isEmpty()) {
      return hit;
    }
    DocumentMatches matches =
        new SectionFinder(snapshot, words).matches(hit.documentId(), request.query());
    return matches.onto(hit);
  }

  private long count(SearchRequest request, String other) throws IOException {
    return count(
            new SearchRequest(
                other,
                request.scope(),
                request.include(),
                request.exclude(),
                Sort.YEAR,
                Grouping.NONE,
                1,
                null))
        .total();
  }

  private static RowList list(SearchRequest request, List<QueryNotice> notices) {
    Optional<Cursor> after = Optional.ofNullable(request.after()).flatMap(Cursor::decode);
    if (request.after() != null && after.isEmpty()) {
      notices.add(BAD_CURSOR);
    }
    return request.grouping() == Grouping.NONE
        ? new TopRows(request.size(), after.orElse(null))
        : new GroupedRows(request.size(), after.orElse(null));
  }

  static List<Notice> notices(List<QueryNotice> notices) {
    return notices.stream().map(n -> new Notice(n.code(), n.chinese(), n.english())).toList();
  }

  /** One facet's values that contain a string. */
  List<FacetValue> facet(SearchRequest request, Dimension dimension, String containing, int most)
      throws IOException {
    SearchRun run = SearchRun.of(snapshot, request, words);
    SearchRun.Pass pass =
        run.collect(
            run.query(),
            List.of(dimension),
            new TopRows(0, null),
            snapshot.searcher(TIMEOUT_MILLIS));
    return new FacetReport(snapshot, pass.tally(), request).of(dimension, most, containing);
  }

  /** The number of hits alone. */
  BatchCount count(SearchRequest request) throws IOException {
    SearchRequest unranked =
        new SearchRequest(
            request.query(),
            request.scope(),
            request.include(),
            request.exclude(),
            Sort.YEAR,
            Grouping.NONE,
            1,
            null);
    SearchRun run = SearchRun.of(snapshot, unranked, words);
    SearchRun.Pass pass =
        run.collect(
            run.query(), List.of(), new TopRows(0, null), snapshot.searcher(TIMEOUT_MILLIS));
    return new BatchCount(request.query(), pass.total(), notices(run.notices()), pass.timedOut());
  }

  private Map<Scope, Long> scopeTotals(SearchRequest request, long own) throws IOException {
    Map<Scope, Long> totals = new EnumMap<>(Scope.class);
    for (Scope scope : Scope.values()) {
      totals.put(scope, scope == request.scope() ? own : total(request, scope));
    }
    return totals;
  }

  private long total(SearchRequest request, Scope scope) throws IOException {
    record Key(String query, Scope scope, Map<?, ?> include, Map<?, ?> exclude) {}
    Key key = new Key(request.query(), scope, request.include(), request.exclude());
    Long known = snapshot.answers().get(key, Long.class);
    if (known != null) {
      return known;
    }
    SearchRequest other =
        new SearchRequest(
            request.query(),
            scope,
            request.include(),
            request.exclude(),
            Sort.YEAR,
            Grouping.NONE,
            1,
            null);
    long total = count(other).total();
    snapshot.answers().put(key, total);
    return total;
  }
}
