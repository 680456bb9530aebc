package org.mingzhang.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.jspecify.annotations.Nullable;
import org.mingzhang.analysis.Synonyms;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.query.ParsedQuery;
import org.mingzhang.query.QueryNotice;
import org.mingzhang.query.QueryParser;
import org.mingzhang.query.QueryTranslator;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.TranslatedQuery;
import org.mingzhang.query.WordQueries;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.search.SearchResults.Notice;

/**
 * Searches the index: the one door between pages and Lucene.
 *
 * <p>Made once, safe on many threads, closed at the end. Made from a {@link SearcherManager} it
 * follows that manager's refreshes, which somebody else starts; made from a folder it reads the
 * index as it was when opened until {@link #refresh} is called. Facet tables are made when the
 * index is refreshed, not when somebody searches.
 */
public final class SearchService implements Closeable {
  private static final long TIMEOUT_MILLIS = 2_000;
  private static final int FACET_VALUES = 200;

  private final Snapshots snapshots;
  private final WordQueries words = new WordQueries(Synonyms.standard());

  /** A service that follows a manager; the manager stays the caller's. */
  public SearchService(SearcherManager manager) throws IOException {
    this(new Snapshots(manager));
  }

  private SearchService(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * A service on an index that this process does not write.
   *
   * @throws IOException where there is no readable index in the folder
   */
  public static SearchService open(Path index) throws IOException {
    return new SearchService(Snapshots.open(index));
  }

  /** Looks whether the index has changed; needed only after {@link #open}. */
  public void refresh() throws IOException {
    snapshots.refresh();
  }

  /** Answers a request. Whatever the query, this does not throw; see {@link SearchResults}. */
  public SearchResults search(SearchRequest request) {
    return withSnapshot(snapshot -> search(snapshot, request));
  }

  /**
   * The values of one facet that contain a string, most frequent first, with the counts they have
   * in {@link #search}: for long facets.
   */
  public List<SearchResults.FacetValue> facet(
      SearchRequest request, Dimension dimension, String containing, int most) {
    return withSnapshot(
        snapshot -> {
          TranslatedQuery query = translate(snapshot, request, request.scope());
          Collected collected =
              collect(snapshot, request, query.query(), List.of(dimension), new TopRows(0, null));
          return new FacetReport(snapshot, collected.tally(), request)
              .of(dimension, most, containing);
        });
  }

  private SearchResults search(Snapshot snapshot, SearchRequest request) throws IOException {
    long begin = System.nanoTime();
    ParsedQuery parsed = QueryParser.parse(request.query());
    TranslatedQuery query =
        QueryTranslator.translate(parsed.node(), request.scope(), words, snapshot);
    List<QueryNotice> notices = new ArrayList<>(parsed.notices());
    notices.addAll(query.notices());
    Optional<Cursor> after = Optional.ofNullable(request.after()).flatMap(Cursor::decode);
    RowList list =
        request.grouping() == Grouping.NONE
            ? new TopRows(request.size(), after.orElse(null))
            : new GroupedRows(request.size(), after.orElse(null));
    List<Dimension> dimensions = List.copyOf(FieldNames.dimensions(request.scope()));
    Collected collected = collect(snapshot, request, query.query(), dimensions, list);
    HitReader reader =
        new HitReader(snapshot.reader().storedFields(), request.scope(), query.matches());
    List<Hit> hits = new ArrayList<>();
    for (RankedRow row : list.page()) {
      hits.add(reader.read(row.doc()));
    }
    RankedRow last = list.last();
    return new SearchResults(
        request,
        collected.total(),
        System.nanoTime() - begin,
        hits,
        new FacetReport(snapshot, collected.tally(), request).all(FACET_VALUES),
        scopeTotals(snapshot, request, collected.total()),
        last == null ? null : Cursor.of(last).encode(),
        notices.stream().map(n -> new Notice(n.code(), n.chinese(), n.english())).toList(),
        null,
        collected.timedOut());
  }

  private TranslatedQuery translate(Snapshot snapshot, SearchRequest request, Scope scope) {
    return QueryTranslator.translate(
        QueryParser.parse(request.query()).node(), scope, words, snapshot);
  }

  /**
   * What one pass over the rows gave.
   *
   * @param total rows that passed
   * @param tally counts of the facets
   * @param timedOut whether the pass was cut short
   */
  private record Collected(long total, FacetTally tally, boolean timedOut) {}

  private static Collected collect(
      Snapshot snapshot,
      SearchRequest request,
      Query query,
      List<Dimension> dimensions,
      RowList list)
      throws IOException {
    List<FacetChoice> choices = new ArrayList<>();
    for (Dimension dimension : FieldNames.dimensions(request.scope())) {
      choices.add(FacetChoice.of(request, dimension));
    }
    FacetTally tally = new FacetTally(snapshot, dimensions, choices);
    RowCollector collector =
        new RowCollector(snapshot, tally, list, request.sort(), request.grouping());
    IndexSearcher searcher = snapshot.searcher(TIMEOUT_MILLIS);
    searcher.search(query, once(collector));
    return new Collected(collector.total(), tally, searcher.timedOut());
  }

  private static CollectorManager<RowCollector, RowCollector> once(RowCollector collector) {
    return new CollectorManager<>() {
      @Override
      public RowCollector newCollector() {
        return collector;
      }

      @Override
      public RowCollector reduce(java.util.Collection<RowCollector> collectors) {
        return collector;
      }
    };
  }

  private Map<Scope, Long> scopeTotals(Snapshot snapshot, SearchRequest request, long own)
      throws IOException {
    Map<Scope, Long> totals = new EnumMap<>(Scope.class);
    for (Scope scope : Scope.values()) {
      totals.put(scope, scope == request.scope() ? own : total(snapshot, request, scope));
    }
    return totals;
  }

  private long total(Snapshot snapshot, SearchRequest request, Scope scope) throws IOException {
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
            SearchRequest.Sort.YEAR,
            Grouping.NONE,
            1,
            null);
    Query query = translate(snapshot, other, scope).query();
    long total = collect(snapshot, other, query, List.of(), new TopRows(0, null)).total();
    snapshot.answers().put(key, total);
    return total;
  }

  /** Work on a snapshot. */
  @FunctionalInterface
  private interface Work<T extends @Nullable Object> {
    T on(Snapshot snapshot) throws IOException;
  }

  private <T extends @Nullable Object> T withSnapshot(Work<T> work) {
    Snapshot snapshot = snapshots.hold();
    try {
      try {
        return work.on(snapshot);
      } finally {
        snapshot.release();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }

  @Override
  public void close() throws IOException {
    snapshots.close();
  }
}
