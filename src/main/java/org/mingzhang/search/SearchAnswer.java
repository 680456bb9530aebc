package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
    return known.tookSince(begin);
  }

  /**
   * What a request finds.
   *
   * @param run the run that found it: with all words, or loosened where nothing has them
   * @param pass counts
   * @param list rows of the page
   * @param strict how many rows have all the words and pass
   */
  private record Found(SearchRun run, SearchRun.Pass pass, RowList list, long strict) {
    Found afterNothing() {
      return new Found(run, pass, list, 0);
    }
  }

  private Found find(SearchRequest request, List<Dimension> counted, Supplier<RowList> lists)
      throws IOException {
    SearchRun run = SearchRun.of(snapshot, request, words);
    Found all = find(run, counted, lists.get());
    if (all.pass().matched() > 0 || all.pass().timedOut()) {
      return all;
    }
    Optional<SearchRun> loose = run.loosely(words);
    if (loose.isEmpty()) {
      return all;
    }
    Found some = find(loose.get(), counted, lists.get()).afterNothing();
    return some.pass().matched() > 0 ? some : all;
  }

  private Found find(SearchRun run, List<Dimension> counted, RowList list) throws IOException {
    SearchRun.Pass pass = run.page(counted, list, snapshot.searcher(TIMEOUT_MILLIS));
    return new Found(run, pass, list, pass.total());
  }

  /** The whole answer. */
  SearchResults answer(SearchRequest request) throws IOException {
    long begin = System.nanoTime();
    Optional<Cursor> after = Optional.ofNullable(request.after()).flatMap(Cursor::decode);
    List<Dimension> counted = List.copyOf(FieldNames.dimensions(request.scope()));
    Found found = find(request, counted, () -> list(request, after.orElse(null)));
    List<QueryNotice> notices =
        new ArrayList<>(
            new LeftOutWords(words)
                .in(
                    found.run().notices(),
                    request,
                    found.list().page(),
                    snapshot.searcher(TIMEOUT_MILLIS)));
    if (request.after() != null && after.isEmpty()) {
      notices.add(BAD_CURSOR);
    }
    List<Hit> hits = new ArrayList<>();
    HitReader reader = found.run().hits();
    for (RankedRow row : found.list().page()) {
      hits.add(inDocument(reader.read(row.doc()), request, found.run()));
    }
    RankedRow last = found.list().last();
    long total = found.pass().total();
    return new SearchResults(
        request,
        total,
        System.nanoTime() - begin,
        hits,
        new FacetReport(snapshot, found.pass().tally(), request).all(FACET_VALUES),
        scopeTotals(request, found),
        last == null ? null : Cursor.of(last).encode(),
        notices(notices),
        request.after() == null
            ? spelling.better(request.query(), found.strict(), counter(request))
            : null,
        found.pass().timedOut());
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

  /** Looks what other queries would find in place of a request's. */
  private SpellingHelp.Counter counter(SearchRequest request) {
    return new SpellingHelp.Counter() {
      @Override
      public long count(String query) throws IOException {
        return SearchAnswer.this.count(counted(request, query, request.scope())).total();
      }

      @Override
      public boolean any(String query) throws IOException {
        SearchRequest other = counted(request, query, request.scope());
        return SearchRun.of(snapshot, other, words).findsAny(snapshot.searcher(TIMEOUT_MILLIS));
      }
    };
  }

  /** A request whose rows are only counted: their order does not matter. */
  private static SearchRequest counted(SearchRequest request, String query, Scope scope) {
    return new SearchRequest(
        query, scope, request.include(), request.exclude(), Sort.YEAR, Grouping.NONE, 1, null);
  }

  private static RowList list(SearchRequest request, @Nullable Cursor after) {
    return request.grouping() == Grouping.NONE
        ? new TopRows(request.size(), after)
        : new GroupedRows(request.size(), after);
  }

  static List<Notice> notices(List<QueryNotice> notices) {
    return notices.stream().map(n -> new Notice(n.code(), n.chinese(), n.english())).toList();
  }

  /** One facet's values that contain a string. */
  List<FacetValue> facet(SearchRequest request, Dimension dimension, String containing, int most)
      throws IOException {
    Found found = find(request, List.of(dimension), () -> new TopRows(0, null));
    return new FacetReport(snapshot, found.pass().tally(), request).of(dimension, most, containing);
  }

  /** The number of hits alone. */
  BatchCount count(SearchRequest request) throws IOException {
    SearchRun run =
        SearchRun.of(snapshot, counted(request, request.query(), request.scope()), words);
    SearchRun.Count count = run.count(snapshot.searcher(TIMEOUT_MILLIS));
    return new BatchCount(request.query(), count.total(), notices(run.notices()), count.timedOut());
  }

  private Map<Scope, Long> scopeTotals(SearchRequest request, Found found) throws IOException {
    Map<Scope, Long> totals = new EnumMap<>(Scope.class);
    for (Scope scope : Scope.values()) {
      if (scope == request.scope()) {
        totals.put(scope, found.pass().total());
      } else {
        OptionalLong known =
            scope == Scope.DOCUMENTS ? documents(request, found) : OptionalLong.empty();
        totals.put(scope, known.isPresent() ? known.getAsLong() : total(request, scope));
      }
    }
    return totals;
  }

  /** How many documents are found, where the sections that were found tell. */
  private OptionalLong documents(SearchRequest request, Found found) throws IOException {
    boolean all = found.strict() > 0 && !found.pass().timedOut();
    if (!all || !request.include().isEmpty() || !request.exclude().isEmpty()) {
      return OptionalLong.empty();
    }
    SearchRequest other = counted(request, request.query(), Scope.DOCUMENTS);
    return DocumentTotal.of(
        SearchRun.of(snapshot, other, words), found.run(), found.pass().tally(), snapshot);
  }

  /** How many hits the words and filters of a request have in a scope, as a search there says. */
  long total(SearchRequest request, Scope scope) throws IOException {
    record Key(String query, Scope scope, Map<?, ?> include, Map<?, ?> exclude) {}
    Key key = new Key(request.query(), scope, request.include(), request.exclude());
    Long known = snapshot.answers().get(key, Long.class);
    if (known != null) {
      return known;
    }
    SearchRequest other = counted(request, request.query(), scope);
    long total = countOrSome(SearchRun.of(snapshot, other, words));
    snapshot.answers().put(key, total);
    return total;
  }

  /** Rows with all words, or with some of them where nothing has all. */
  private long countOrSome(SearchRun run) throws IOException {
    SearchRun.Count all = run.count(snapshot.searcher(TIMEOUT_MILLIS));
    if (all.any() || all.timedOut()) {
      return all.total();
    }
    Optional<SearchRun> loose = run.loosely(words);
    return loose.isEmpty() ? 0 : loose.get().count(snapshot.searcher(TIMEOUT_MILLIS)).total();
  }
}
