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
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.QueryParser;
import org.mingzhang.query.QueryTranslator;
import org.mingzhang.query.QueryTranslator.TypedWord;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.WordQueryFactory;
import org.mingzhang.schema.DocumentIdReader;
import org.mingzhang.schema.DocumentRowFinder;
import org.mingzhang.schema.StoredRow;
import org.mingzhang.search.ExportRow;
import org.mingzhang.search.GlobalOrdinals;
import org.mingzhang.search.Hit;
import org.mingzhang.search.IndexStatistics;
import org.mingzhang.search.OrdinalCounts;
import org.mingzhang.search.PassageMatches;
import org.mingzhang.search.RankedRow;
import org.mingzhang.search.SearchCursor;
import org.mingzhang.search.ShardHitCount;
import org.mingzhang.search.ShardPort;
import org.mingzhang.search.ShardQuery;
import org.mingzhang.search.ShardSearchRequest;
import org.mingzhang.search.ShardSearchResult;
import org.mingzhang.search.StoredSection;
import org.mingzhang.search.TermCount;

/** One state of one shard in this process. Thread safe. */
final class LocalShard implements ShardPort {
  private final ShardSnapshot snapshot;
  private final WordQueryFactory wordQueries;
  private final IndexIntegrityChecker integrityChecker;

  private final SortedListCache sortedLists;

  LocalShard(
      ShardSnapshot snapshot,
      WordQueryFactory wordQueries,
      IndexIntegrityChecker integrityChecker) {
    this.snapshot = snapshot;
    this.sortedLists = new SortedListCache(snapshot);
    this.wordQueries = wordQueries;
    this.integrityChecker = integrityChecker;
  }

  @Override
  public long generation() {
    return snapshot.version();
  }

  @Override
  public boolean hasSecondaryEditions() {
    return snapshot.primaryEditions() != snapshot;
  }

  @Override
  public List<String> facetValues(FacetDimension dimension) {
    return snapshot.globalOrdinals(dimension).values();
  }

  private ShardSnapshot visibleSnapshot(ShardQuery query) {
    return query.request().includesCopies() ? snapshot : snapshot.primaryEditions();
  }

  private PreparedSearch prepare(ShardQuery query) {
    return PreparedSearch.prepare(visibleSnapshot(query), query, wordQueries);
  }

  @Override
  public IndexStatistics statistics(ShardQuery query) throws IOException {
    return ShardStatisticsCollector.compute(visibleSnapshot(query), query, wordQueries);
  }

  @Override
  public ShardSearchResult search(ShardSearchRequest search) throws IOException {
    PreparedSearch prepared = prepare(search.query());
    RowQueue queue = createQueue(search);
    IndexSearcher searcher = prepared.createSearcher(search.timeoutMillis());
    PreparedSearch.CollectionResult pass = prepared.findPage(search.facets(), queue, searcher);
    Map<FacetDimension, OrdinalCounts> counts = new EnumMap<>(FacetDimension.class);
    for (FacetDimension dimension : search.facets()) {
      counts.put(dimension, OrdinalCounts.of(pass.facetCounter().counts(dimension)));
    }
    return new ShardSearchResult(
        pass.matchedCount(),
        pass.total(),
        counts,
        queue == null ? List.of() : queue.rows(),
        search.countsDocuments() && !pass.timedOut()
            ? countDocuments(search.query(), prepared, pass)
            : -1,
        prepared.notices(),
        pass.timedOut());
  }

  /**
   * Creates the queue for a search; null if no rows are wanted. The queue keeps one more row or
   * group than requested, to find out whether there are more.
   */
  private @Nullable RowQueue createQueue(ShardSearchRequest search) {
    List<String> agencies = search.agencies();
    if (agencies != null) {
      return TopGroupQueue.ofGroups(agencyOrdinals(agencies));
    }
    if (search.size() == 0) {
      return null;
    }
    return search.query().request().grouping().isRankedByRow()
        ? new TopRowQueue(search.size() + 1, search.after())
        : new TopGroupQueue(search.size() + 1, search.after());
  }

  private Set<Long> agencyOrdinals(List<String> agencies) {
    GlobalOrdinals dictionary = snapshot.globalOrdinals(FacetDimension.AGENCY);
    Set<Long> ordinals = new HashSet<>();
    for (String agency : agencies) {
      int ordinal = agency.equals(SearchRequest.NOT_STATED) ? 0 : dictionary.ordinal(agency);
      if (ordinal >= 0) {
        ordinals.add((long) ordinal);
      }
    }
    return ordinals;
  }

  /** The number of matching documents; -1 if it cannot be derived from the matching sections. */
  private long countDocuments(
      ShardQuery query, PreparedSearch sectionSearch, PreparedSearch.CollectionResult sectionResult)
      throws IOException {
    if (!query.statistics().fuzzy().isEmpty()) {
      return -1;
    }
    SearchRequest request = query.request();
    ShardQuery documents =
        new ShardQuery(
            SearchRequest.of(request.query(), SearchScope.DOCUMENTS)
                .withSecondaryEditions(request.includesCopies()),
            false,
            query.statistics());
    OptionalLong count =
        MatchingDocumentCounter.count(
            prepare(documents),
            sectionSearch,
            sectionResult.facetCounter(),
            visibleSnapshot(query));
    return count.orElse(-1);
  }

  @Override
  public ShardHitCount count(ShardQuery query, long timeoutMillis) throws IOException {
    PreparedSearch prepared = prepare(query);
    return prepared.count(prepared.createSearcher(timeoutMillis));
  }

  @Override
  public boolean hasMatch(ShardQuery query, long timeoutMillis) throws IOException {
    PreparedSearch prepared = prepare(query);
    return prepared.hasMatch(prepared.createSearcher(timeoutMillis));
  }

  @Override
  public List<Hit> hits(ShardQuery query, List<Integer> rows) throws IOException {
    PreparedSearch prepared = prepare(query);
    HitReader reader = prepared.createHitReader();
    boolean addSections =
        query.request().scope() == SearchScope.DOCUMENTS && !prepared.matchPatterns().isEmpty();
    DocumentSectionSearcher sections =
        new DocumentSectionSearcher(visibleSnapshot(query), wordQueries);
    List<Hit> hits = new ArrayList<>(rows.size());
    for (int row : rows) {
      Hit hit = reader.read(row);
      hits.add(addSections ? sections.search(hit.documentId(), query).extendDocumentHit(hit) : hit);
    }
    return hits;
  }

  @Override
  public List<ExportRow> exportRows(ShardQuery query, List<Integer> rows) throws IOException {
    HitReader reader = prepare(query).createUnhighlightedHitReader();
    List<ExportRow> exports = new ArrayList<>(rows.size());
    for (int row : rows) {
      exports.add(reader.readExportRow(row));
    }
    return exports;
  }

  @Override
  public List<RankedRow> sortedRows(
      ShardQuery query, SearchCursor after, String listName, int from, int limit)
      throws IOException {
    return sortedLists.slice(listName, () -> prepare(query).sortedRowsAfter(after), from, limit);
  }

  @Override
  public List<String> absentWords(ShardQuery query, List<Integer> rows) throws IOException {
    SearchRequest request = query.request();
    List<TypedWord> typedWords =
        QueryTranslator.typedWords(
            QueryParser.parse(request.query()).node(), request.scope(), wordQueries);
    IndexSearcher searcher = visibleSnapshot(query).createSearcher();
    List<String> absent = new ArrayList<>();
    for (TypedWord word :
        typedWords.size() > MAX_WORDS_FOR_ABSENCE ? List.<TypedWord>of() : typedWords) {
      if (!hasMatch(word, rows, searcher)) {
        absent.add(word.word());
      }
    }
    return absent;
  }

  private static boolean hasMatch(TypedWord word, List<Integer> rows, IndexSearcher searcher)
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
    return new ShardTextReader(snapshot).documentCount();
  }

  @Override
  public @Nullable StoredSection section(String sectionId) throws IOException {
    return new ShardTextReader(snapshot).section(sectionId);
  }

  @Override
  public List<PassageMatches> findPassages(List<String> keys, int limit) throws IOException {
    return new ShardTextReader(snapshot).findPassages(keys, limit);
  }

  @Override
  public List<TermCount> completionTerms(String after, int limit) throws IOException {
    return ShardTermReader.completionTerms(snapshot.reader(), after, limit);
  }

  @Override
  public List<Long> sectionCounts(List<String> requestedWords) throws IOException {
    return ShardTermReader.sectionCounts(snapshot.reader(), requestedWords);
  }

  @Override
  public List<StoredRow> readDocument(String documentId) throws IOException {
    return DocumentRowFinder.findById(new IndexSearcher(snapshot.reader()), documentId);
  }

  @Override
  public List<StoredRow> readDocumentsOfAgency(String agency) throws IOException {
    return DocumentRowFinder.findByAgency(new IndexSearcher(snapshot.reader()), agency);
  }

  @Override
  public List<String> documentIds(String after, int limit) throws IOException {
    return DocumentIdReader.idsAfter(snapshot.reader(), after, limit);
  }

  @Override
  public @Nullable Throwable findCorruption() {
    return integrityChecker.findCorruption(snapshot.reader());
  }
}
