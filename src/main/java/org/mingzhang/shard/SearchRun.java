package org.mingzhang.shard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.query.MatchPattern;
import org.mingzhang.query.NGramPhraseQuery;
import org.mingzhang.query.QueryNotice;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.query.WordQueries;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.search.Cursor;
import org.mingzhang.search.FacetChoice;
import org.mingzhang.search.GlobalOrdinals;
import org.mingzhang.search.ShardCount;
import org.mingzhang.search.ShardQuery;

/** A request on its way through a snapshot: read, translated, and run as often as needed. */
final class SearchRun {
  private final Snapshot snapshot;
  private final ShardQuery asked;
  private final SearchRequest request;
  private final QueryTranslation translation;

  private SearchRun(Snapshot snapshot, ShardQuery asked, QueryTranslation translation) {
    this.snapshot = snapshot;
    this.asked = asked;
    this.request = asked.request();
    this.translation = translation;
  }

  /** Reads and translates a query. */
  static SearchRun of(Snapshot snapshot, ShardQuery asked, WordQueries words) {
    return new SearchRun(snapshot, asked, QueryTranslation.of(snapshot, asked, words));
  }

  /** A searcher with the statistics of the query; gives up after some time, 0 for never. */
  IndexSearcher searcher(long millis) {
    return snapshot.searcher(asked.statistics(), millis);
  }

  /** What was changed or taken literally. */
  List<QueryNotice> notices() {
    return translation.notices();
  }

  /** The query for Lucene. */
  Query query() {
    return translation.translated().query();
  }

  /** Whether this is a request for the rows of a query. */
  boolean finds(Query other) {
    return translation.translated().is(other);
  }

  /** What to mark in its hits. */
  List<MatchPattern> matches() {
    return translation.translated().matches();
  }

  /** Reads the hits of this request without marking anything. */
  HitReader plainHits() throws IOException {
    return new HitReader(snapshot.reader().storedFields(), request.scope(), List.of());
  }

  /** Reads the hits of this request. */
  HitReader hits() throws IOException {
    return new HitReader(
        snapshot.reader().storedFields(), request.scope(), translation.translated().matches());
  }

  /**
   * What one pass over the rows gave.
   *
   * @param matched rows that have the words, whatever was chosen of the facets
   * @param total rows that passed
   * @param tally counts of the facets
   * @param timedOut whether the pass was cut short
   */
  record Pass(long matched, long total, FacetTally tally, boolean timedOut) {}

  /**
   * Finds the rows of a page and counts all. Where rows are in the order of relevance they are
   * counted without their scores first, and the best are found in a second pass that leaves out
   * most; a phrase, for which telling whether a row has it is most of the work, has one pass.
   */
  Pass page(List<Dimension> counted, @Nullable RowList list, IndexSearcher searcher)
      throws IOException {
    if (list == null
        || request.sort() != Sort.RELEVANCE
        || !request.grouping().ofRows()
        || query() instanceof NGramPhraseQuery) {
      return collect(query(), counted, list, searcher);
    }
    FoundRowsQuery rows = new FoundRowsQuery(snapshot.reader().leaves().size());
    Query among = translation.translated().among(rows);
    Pass pass = collect(query(), counted, null, among == null ? null : rows, searcher);
    if (pass.total() > 0 && !pass.timedOut()) {
      FacetTally choices =
          new FacetTally(snapshot, List.of(), among == null ? choices() : List.of());
      searcher.search(
          among == null ? query() : among,
          once(new BestRows(snapshot, choices, list, RowOrder.of(request))));
    }
    return new Pass(pass.matched(), pass.total(), pass.tally(), searcher.timedOut());
  }

  /** All rows that pass behind a row, in order; the caller closes them. */
  SortedRows sorted(Cursor after) throws IOException {
    try (SortedRows.Gathering gathered = new SortedRows.Gathering(after)) {
      Pass unused = collect(query(), List.of(), gathered, searcher(0));
      return gathered.sorted();
    }
  }

  /** Goes once over all rows that the words find; without a list they are only counted. */
  Pass collect(Query query, List<Dimension> counted, @Nullable RowList list, IndexSearcher searcher)
      throws IOException {
    return collect(query, counted, list, null, searcher);
  }

  private Pass collect(
      Query query,
      List<Dimension> counted,
      @Nullable RowList list,
      @Nullable FoundRowsQuery noted,
      IndexSearcher searcher)
      throws IOException {
    FacetTally tally = new FacetTally(snapshot, counted, choices());
    RowCollector collector = new RowCollector(snapshot, tally, list, noted, RowOrder.of(request));
    searcher.search(query, once(collector));
    return new Pass(collector.matched(), collector.total(), tally, searcher.timedOut());
  }

  private List<FacetChoice> choices() {
    List<FacetChoice> choices = new ArrayList<>();
    for (Dimension dimension : FieldNames.dimensions(request.scope())) {
      choices.add(FacetChoice.of(request, dimension));
    }
    return choices;
  }

  /** Whether any row passes. */
  boolean findsAny(IndexSearcher searcher) throws IOException {
    return chosen().isEmpty() ? hasRow(query(), searcher) : count(searcher).total() > 0;
  }

  private static boolean hasRow(Query query, IndexSearcher searcher) throws IOException {
    Query first = new ConstantScoreQuery(query);
    return searcher.search(first, new TopScoreDocCollectorManager(1, null, 1)).scoreDocs.length > 0;
  }

  /**
   * Counts the rows that pass. Lucene counts, which often need not look at a single row, and what
   * was chosen of the facets leads it past those that do not pass.
   */
  ShardCount count(IndexSearcher searcher) throws IOException {
    BooleanQuery.Builder passing = new BooleanQuery.Builder().add(query(), Occur.FILTER);
    for (FacetChoice choice : chosen()) {
      Query rows = rows(choice, snapshot.dictionary(choice.dimension()));
      if (rows == null) {
        Pass pass = collect(query(), List.of(), null, searcher);
        return new ShardCount(pass.matched() > 0, pass.total(), notices(), pass.timedOut());
      }
      passing.add(rows, Occur.FILTER);
    }
    int total = searcher.count(chosen().isEmpty() ? query() : passing.build());
    boolean any = total > 0 || (!chosen().isEmpty() && hasRow(query(), searcher));
    return new ShardCount(any, total, notices(), searcher.timedOut());
  }

  /** Finds the rows that pass a choice; null where rows pass that do not state the facet. */
  private static @Nullable Query rows(FacetChoice choice, GlobalOrdinals dictionary) {
    boolean[] accepted = choice.acceptedOrdinals(dictionary);
    if (accepted[0]) {
      return null;
    }
    List<BytesRef> values = new ArrayList<>();
    for (int i = 1; i < accepted.length; i++) {
      if (accepted[i]) {
        values.add(new BytesRef(dictionary.value(i)));
      }
    }
    return new ConstantScoreQuery(new TermInSetQuery(FieldNames.facet(choice.dimension()), values));
  }

  private List<FacetChoice> chosen() {
    return choices().stream().filter(FacetChoice::narrows).toList();
  }

  private static <C extends Collector> CollectorManager<C, C> once(C collector) {
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
