package org.mingzhang.shard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.query.QueryParser;
import org.mingzhang.query.QueryTranslator;
import org.mingzhang.query.QueryTranslator.TypedWord;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.WordQueries;
import org.mingzhang.schema.DocumentIds;
import org.mingzhang.schema.StoredRow;
import org.mingzhang.search.Cursor;
import org.mingzhang.search.ExportRow;
import org.mingzhang.search.GlobalOrdinals;
import org.mingzhang.search.Hit;
import org.mingzhang.search.IndexStatistics;
import org.mingzhang.search.OrdinalCounts;
import org.mingzhang.search.PassageMatches;
import org.mingzhang.search.RankedRow;
import org.mingzhang.search.ShardAnswer;
import org.mingzhang.search.ShardCount;
import org.mingzhang.search.ShardPort;
import org.mingzhang.search.ShardQuery;
import org.mingzhang.search.ShardSearchRequest;
import org.mingzhang.search.StoredSection;
import org.mingzhang.search.TermCount;

/** One state of one shard in this process: the leaf half of a search. Safe on many threads. */
final class LocalShard implements ShardPort {
  private final Snapshot snapshot;
  private final WordQueries words;
  private final IndexIntegrity integrity;

  private final SortedListCache lists;

  LocalShard(Snapshot snapshot, WordQueries words, IndexIntegrity integrity) {
    this.snapshot = snapshot;
    this.lists = new SortedListCache(snapshot);
    this.words = words;
    this.integrity = integrity;
  }

  @Override
  public long generation() {
    return snapshot.version();
  }

  @Override
  public boolean hasCopies() {
    return snapshot.primary() != snapshot;
  }

  @Override
  public List<String> facetValues(Dimension dimension) {
    return snapshot.dictionary(dimension).values();
  }

  private Snapshot view(ShardQuery query) {
    return query.request().copies() ? snapshot : snapshot.primary();
  }

  private SearchRun run(ShardQuery query) {
    return SearchRun.of(view(query), query, words);
  }

  @Override
  public IndexStatistics statistics(ShardQuery query) throws IOException {
    return ShardStatistics.of(view(query), query, words);
  }

  @Override
  public ShardAnswer search(ShardSearchRequest search) throws IOException {
    SearchRun run = run(search.query());
    RowList list = list(search);
    IndexSearcher searcher = run.searcher(search.timeoutMillis());
    SearchRun.Pass pass = run.page(search.facets(), list, searcher);
    Map<Dimension, OrdinalCounts> counts = new EnumMap<>(Dimension.class);
    for (Dimension dimension : search.facets()) {
      counts.put(dimension, OrdinalCounts.of(pass.tally().counts(dimension)));
    }
    return new ShardAnswer(
        pass.matched(),
        pass.total(),
        counts,
        list == null ? List.of() : list.page(),
        search.countDocuments() && !pass.timedOut() ? documents(search.query(), run, pass) : -1,
        run.notices(),
        pass.timedOut());
  }

  /** One row or group more than is wanted tells whether there are more. */
  private @Nullable RowList list(ShardSearchRequest search) {
    List<String> agencies = search.agencies();
    if (agencies != null) {
      return GroupedRows.of(numbers(agencies));
    }
    if (search.size() == 0) {
      return null;
    }
    return search.query().request().grouping().ofRows()
        ? new TopRows(search.size() + 1, search.after())
        : new GroupedRows(search.size() + 1, search.after());
  }

  private Set<Long> numbers(List<String> agencies) {
    GlobalOrdinals dictionary = snapshot.dictionary(Dimension.AGENCY);
    Set<Long> numbers = new HashSet<>();
    for (String agency : agencies) {
      int number = agency.equals(SearchRequest.NOT_STATED) ? 0 : dictionary.ordinal(agency);
      if (number >= 0) {
        numbers.add((long) number);
      }
    }
    return numbers;
  }

  /** How many documents the found sections are of, with those found by themselves. */
  private long documents(ShardQuery query, SearchRun sections, SearchRun.Pass pass)
      throws IOException {
    if (!query.statistics().fuzzy().isEmpty()) {
      return -1;
    }
    SearchRequest request = query.request();
    ShardQuery documents =
        new ShardQuery(
            SearchRequest.of(request.query(), Scope.DOCUMENTS).withCopies(request.copies()),
            false,
            query.statistics());
    OptionalLong told = DocumentTotal.of(run(documents), sections, pass.tally(), view(query));
    return told.orElse(-1);
  }

  @Override
  public ShardCount count(ShardQuery query, long millis) throws IOException {
    SearchRun run = run(query);
    return run.count(run.searcher(millis));
  }

  @Override
  public boolean hasMatch(ShardQuery query, long millis) throws IOException {
    SearchRun run = run(query);
    return run.findsAny(run.searcher(millis));
  }

  @Override
  public List<Hit> hits(ShardQuery query, List<Integer> rows) throws IOException {
    SearchRun run = run(query);
    HitReader reader = run.hits();
    boolean within = query.request().scope() == Scope.DOCUMENTS && !run.matches().isEmpty();
    SectionFinder sections = new SectionFinder(view(query), words);
    List<Hit> hits = new ArrayList<>(rows.size());
    for (int row : rows) {
      Hit hit = reader.read(row);
      hits.add(within ? sections.matches(hit.documentId(), query).onto(hit) : hit);
    }
    return hits;
  }

  @Override
  public List<ExportRow> exportRows(ShardQuery query, List<Integer> rows) throws IOException {
    HitReader reader = run(query).plainHits();
    List<ExportRow> exports = new ArrayList<>(rows.size());
    for (int row : rows) {
      exports.add(reader.export(row));
    }
    return exports;
  }

  @Override
  public List<RankedRow> sortedRows(ShardQuery query, Cursor after, String list, int from, int most)
      throws IOException {
    return lists.rows(list, () -> run(query).sorted(after), from, most);
  }

  /** A query with more words is not looked at: it is a sentence, not a list of words. */
  private static final int MOST_WORDS = 12;

  @Override
  public List<String> absentWords(ShardQuery query, List<Integer> rows) throws IOException {
    SearchRequest request = query.request();
    List<TypedWord> typed =
        QueryTranslator.typedWords(
            QueryParser.parse(request.query()).node(), request.scope(), words);
    IndexSearcher searcher = view(query).searcher();
    List<String> absent = new ArrayList<>();
    for (TypedWord word : typed.size() > MOST_WORDS ? List.<TypedWord>of() : typed) {
      if (!anyHas(word, rows, searcher)) {
        absent.add(word.word());
      }
    }
    return absent;
  }

  private static boolean anyHas(TypedWord word, List<Integer> rows, IndexSearcher searcher)
      throws IOException {
    for (int row : rows) {
      if (searcher.explain(word.query(), row).isMatch()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public long documentCount() throws IOException {
    return new ShardTexts(snapshot).documents();
  }

  @Override
  public @Nullable StoredSection section(String sectionId) throws IOException {
    return new ShardTexts(snapshot).section(sectionId);
  }

  @Override
  public List<PassageMatches> findPassages(List<String> keys, int most) throws IOException {
    return new ShardTexts(snapshot).passages(keys, most);
  }

  @Override
  public List<TermCount> completionTerms(String after, int most) throws IOException {
    return ShardTerms.suggestions(snapshot.reader(), after, most);
  }

  @Override
  public List<Long> sectionCounts(List<String> asked) throws IOException {
    return ShardTerms.sectionsWith(snapshot.reader(), asked);
  }

  @Override
  public List<StoredRow> document(String documentId) throws IOException {
    return ShardDocuments.document(snapshot.reader(), documentId);
  }

  @Override
  public List<StoredRow> documentsOfAgency(String agency) throws IOException {
    return ShardDocuments.ofAgency(snapshot.reader(), agency);
  }

  @Override
  public List<String> documentIds(String after, int most) throws IOException {
    return DocumentIds.after(snapshot.reader(), after, most);
  }

  @Override
  public @Nullable Throwable findCorruption() {
    return integrity.fault(snapshot.reader());
  }
}
