package org.mingzhang.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.query.ParsedQuery;
import org.mingzhang.query.QueryNotice;
import org.mingzhang.query.QueryParser;
import org.mingzhang.query.QueryTranslator;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.query.WordQueries;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.search.SearchResults.Notice;

/** Puts together the answer to a request from what all shards find. */
final class SearchAnswer {
  private static final int FACET_VALUES = 200;

  /** How many times the rows of a page are looked at for hits that say the same. */
  private static final int SIMILAR_WINDOW = 3;

  private static final QueryNotice BAD_CURSOR =
      new QueryNotice(
          "bad-cursor", "翻页标记无效，已回到第一页。", "The page mark is not valid; this is the first page.");

  private final MergedIndex index;
  private final WordQueries words;
  private final SpellingHelp spelling;
  private final long timeoutMillis;

  SearchAnswer(MergedIndex index, WordQueries words, SpellingHelp spelling, Duration longest) {
    this.timeoutMillis = longest.toMillis();
    this.index = index;
    this.words = words;
    this.spelling = spelling;
  }

  /** The whole answer, kept until the index changes. */
  SearchResults cached(SearchRequest request) throws IOException {
    long begin = System.nanoTime();
    SearchResults known = index.answers().get(request, SearchResults.class);
    if (known == null) {
      SearchResults answer = answer(request);
      if (!answer.timedOut()) {
        index.answers().put(request, answer);
      }
      return answer;
    }
    return known.tookSince(begin);
  }

  /** What the shards find with all words, or with a part of them where nothing has all. */
  private FoundPage find(
      SearchRequest request, List<Dimension> counted, int size, @Nullable Cursor after)
      throws IOException {
    FoundPage all = find(request, false, counted, size, after);
    if (all.matched() > 0 || all.timedOut() || !canLoosen(request.query())) {
      return all;
    }
    FoundPage some = find(request, true, counted, size, after);
    return some.matched() > 0 ? some : all;
  }

  private FoundPage find(
      SearchRequest request,
      boolean loosened,
      List<Dimension> counted,
      int size,
      @Nullable Cursor after)
      throws IOException {
    boolean documents =
        !loosened
            && request.scope() != Scope.DOCUMENTS
            && request.include().isEmpty()
            && request.exclude().isEmpty();
    ShardQuery query = index.query(request, loosened, size > 0);
    return index.search(
        new ShardSearch(query, counted, size, after, null, documents && size > 0, timeoutMillis));
  }

  /**
   * As {@link #canLoosen(String, WordQueries)}, remembered with the answers: it is the same for all
   * scopes.
   */
  private boolean canLoosen(String query) {
    record Key(String loosened) {}
    Key key = new Key(query);
    Boolean known = index.answers().get(key, Boolean.class);
    if (known == null) {
      known = canLoosen(query, words);
      index.answers().put(key, known);
    }
    return known;
  }

  /** Whether a part of a query's words may be looked for where nothing has all of them. */
  static boolean canLoosen(String query, WordQueries words) {
    ParsedQuery parsed = QueryParser.parse(query);
    return !parsed.insistent() && QueryTranslator.canLoosen(parsed.node(), words);
  }

  /** The whole answer. */
  SearchResults answer(SearchRequest request) throws IOException {
    long begin = System.nanoTime();
    Optional<Cursor> after = Optional.ofNullable(request.after()).flatMap(Cursor::decode);
    List<Dimension> counted = List.copyOf(FieldNames.dimensions(request.scope()));
    int rows = request.size() * (request.grouping() == Grouping.SIMILAR ? SIMILAR_WINDOW : 1);
    FoundPage found = find(request, counted, rows, after.orElse(null));
    List<QueryNotice> notices = new ArrayList<>(naming(found));
    if (request.after() != null && after.isEmpty()) {
      notices.add(BAD_CURSOR);
    }
    List<Hit> hits =
        lacking(
            found,
            SimilarHits.named(
                request,
                found,
                index.each(found.rows(), (shard, of) -> shard.hits(found.query(), of))));
    RankedRow last = found.last();
    return new SearchResults(
        request,
        found.total(),
        System.nanoTime() - begin,
        hits,
        report(request, found).all(FACET_VALUES),
        scopeTotals(request, found),
        last == null ? null : Cursor.of(last).encode(),
        notices(notices),
        request.after() == null
            ? spelling.better(request.query(), found.strict(), counter(request))
            : null,
        found.timedOut());
  }

  /** The notices; where rows with a part of the words are shown, the words they lack are named. */
  private List<QueryNotice> naming(FoundPage found) throws IOException {
    List<QueryNotice> notices = found.notices();
    if (found.rows().isEmpty() || notices.stream().noneMatch(QueryNotice::someWords)) {
      return notices;
    }
    List<String> absent = index.absentWords(found.query(), found.rows());
    return absent.isEmpty()
        ? notices
        : notices.stream().map(n -> n.someWords() ? QueryNotice.without(absent) : n).toList();
  }

  /** The same hits, each with the words that it lacks where rows with a part of them are shown. */
  private List<Hit> lacking(FoundPage found, List<Hit> hits) throws IOException {
    if (found.notices().stream().noneMatch(QueryNotice::someWords)) {
      return hits;
    }
    List<Hit> told = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      boolean shown = !hit.values().containsKey(SimilarHits.SIMILAR_TO);
      List<String> absent =
          shown
              ? index.absentWords(found.query(), List.of(found.rows().get(i)))
              : List.<String>of();
      told.add(absent.isEmpty() ? hit : hit.with(Hit.ABSENT, String.join("、", absent)));
    }
    return told;
  }

  private FacetReport report(SearchRequest request, FoundPage found) throws IOException {
    Map<Dimension, GlobalOrdinals> dictionaries = new EnumMap<>(Dimension.class);
    for (Dimension dimension : found.counts().keySet()) {
      dictionaries.put(dimension, index.dictionary(dimension));
    }
    return new FacetReport(dictionaries, found.counts(), request);
  }

  /** Looks what other queries would find in place of a request's. */
  private SpellingHelp.Counter counter(SearchRequest request) {
    return new SpellingHelp.Counter() {
      @Override
      public long count(String query) throws IOException {
        SearchRequest other = counted(request, query, request.scope());
        return index.count(index.query(other, false, false), timeoutMillis).total();
      }

      @Override
      public boolean any(String query) throws IOException {
        SearchRequest other = counted(request, query, request.scope());
        return index.findsAny(index.query(other, false, false), timeoutMillis);
      }
    };
  }

  /** A request whose rows are only counted: their order does not matter. */
  private static SearchRequest counted(SearchRequest request, String query, Scope scope) {
    return request
        .withQuery(query)
        .within(scope)
        .sortedBy(Sort.YEAR)
        .ungrouped()
        .sized(1)
        .after(null);
  }

  static List<Notice> notices(List<QueryNotice> notices) {
    return notices.stream().map(n -> new Notice(n.code(), n.chinese(), n.english())).toList();
  }

  /** One facet's values that contain a string. */
  List<FacetValue> facet(SearchRequest request, Dimension dimension, String containing, int most)
      throws IOException {
    FoundPage found = find(request, List.of(dimension), 0, null);
    return report(request, found).of(dimension, most, containing);
  }

  private Map<Scope, Long> scopeTotals(SearchRequest request, FoundPage found) throws IOException {
    Map<Scope, Long> totals = new EnumMap<>(Scope.class);
    for (Scope scope : Scope.values()) {
      if (scope == request.scope()) {
        totals.put(scope, found.total());
      } else {
        boolean told = scope == Scope.DOCUMENTS && found.documents() >= 0 && found.strict() > 0;
        totals.put(scope, told ? found.documents() : total(request, scope));
      }
    }
    return totals;
  }

  /** How many hits the words and filters of a request have in a scope, as a search there says. */
  long total(SearchRequest request, Scope scope) throws IOException {
    record Key(String query, Scope scope, Map<?, ?> include, Map<?, ?> exclude, boolean copies) {}
    Key key =
        new Key(request.query(), scope, request.include(), request.exclude(), request.copies());
    Long known = index.answers().get(key, Long.class);
    if (known != null) {
      return known;
    }
    long total = countOrSome(counted(request, request.query(), scope));
    index.answers().put(key, total);
    return total;
  }

  /** Rows with all words, or with some of them where nothing has all. */
  private long countOrSome(SearchRequest request) throws IOException {
    ShardCount all = index.count(index.query(request, false, false), timeoutMillis);
    return all.any() || all.timedOut() || !canLoosen(request.query())
        ? all.total()
        : index.count(index.query(request, true, false), timeoutMillis).total();
  }
}
