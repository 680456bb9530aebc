package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.mingzhang.Seed;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.indexing.InProcessDocumentReader;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.shard.RandomDisclosures;
import org.mingzhang.shard.SearchIndex;

/**
 * Compares an index of several shards with one of a single shard: the same documents, indexed in
 * another order, are to give the same answers to the last digit. Used by one thread.
 */
public final class Parity implements AutoCloseable {
  private static final int DOCUMENTS = 100;
  private static final int MAX_PAGES = 6;

  /** Minimum number of searches with hits for each grouping. */
  private static final int ENOUGH = 100;

  private static final List<SearchScope> SCOPES = List.of(SearchScope.values());
  private static final List<Sort> SORTS = List.of(Sort.values());
  private static final List<Grouping> GROUPINGS = List.of(Grouping.values());

  /** Suffixes of query words; # stands for another word. */
  private static final List<String> JOINED =
      List.of("", " #", " OR #", " -#", "#", " 2022", " \"#\"", "~1", " 残保金 绩效 没有的词", " -\"#\"");

  private static final List<String> FIELDS =
      List.of(
          "agency:样本 #",
          "单位:局 -#",
          "region:样本市",
          "年度:2020..2022 #",
          "单位:\"样本3局\" OR #",
          "单位:工会样本",
          "title:样本 #",
          "topic:收入",
          "\"# #\"~5",
          "经?支",
          "budgat~2",
          "amount:1万.. #");

  private final Map<String, Disclosure> samples = new LinkedHashMap<>();
  private final SearchIndex one = new SearchIndex(1);
  private final Peer single = new InMemory(one);
  private final Peer peer;
  private final long seed = Seed.next();
  private final Random random = new Random(seed);

  /** The index of several shards. */
  public interface Peer {
    SearchService service();

    /** Replaces the document with the same id. */
    void add(String id, Disclosure disclosure, EditionGroup editions);

    /** Removes a document. */
    void remove(String id);

    /** Makes changes visible. */
    void refresh();

    /** Makes changes visible and expunges deleted rows, which statistics would count. */
    void expunge();
  }

  /** An index in memory. */
  public record InMemory(SearchIndex index) implements Peer {
    @Override
    public SearchService service() {
      return index.service();
    }

    @Override
    public void add(String id, Disclosure disclosure, EditionGroup editions) {
      SearchIndex unused = index.add(id, disclosure, editions);
    }

    @Override
    public void remove(String id) {
      SearchIndex unused = index.remove(id);
    }

    @Override
    public void refresh() {
      SearchIndex unused = index.refresh();
    }

    @Override
    public void expunge() {
      SearchIndex unused = index.expunge();
    }
  }

  /** Creates a comparison of an index with one of a single shard; both must be empty. */
  public Parity(Peer peer) {
    this.peer = peer;
  }

  /** Adds sample and random documents to both indexes. */
  public void fill() throws IOException {
    readSamples();
    Map<String, Disclosure> documents = new LinkedHashMap<>(samples);
    RandomDisclosures disclosures = new RandomDisclosures(random);
    for (int i = 0; i < DOCUMENTS; i++) {
      documents.put("d" + i, disclosures.next());
    }
    add(single, documents);
    add(peer, documents);
  }

  private void readSamples() throws IOException {
    InProcessDocumentReader reader = new InProcessDocumentReader(ExtractionLimits.standard());
    try (Stream<Path> files = Files.list(Path.of("samples"))) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(".pdf") && !name.endsWith(".yaml")) {
          for (DocumentReader.Result result : reader.read(file)) {
            if (result instanceof DocumentReader.SuccessfulReading read) {
              samples.put("s" + samples.size(), read.disclosure());
            }
          }
        }
      }
    }
    assertThat(samples).hasSizeGreaterThan(4);
  }

  /**
   * Adds documents in random order to several segments; every fifth document has another edition.
   */
  private void add(Peer index, Map<String, Disclosure> documents) {
    List<String> ids = new ArrayList<>(documents.keySet());
    Collections.shuffle(ids, new Random(random.nextLong()));
    int added = 0;
    for (String id : ids) {
      Disclosure document = Objects.requireNonNull(documents.get(id));
      index.add(id, document, EditionGroup.NONE);
      if (Math.floorMod(id.hashCode(), 5) == 0) {
        EditionGroup editions =
            new EditionGroup(
                id,
                List.of(
                    new EditionGroup.Edition(id, "application/pdf"),
                    new EditionGroup.Edition(id + "w", "application/msword")));
        index.add(id, document, editions);
        index.add(id + "w", document, editions);
      }
      if (++added % 60 == 0) {
        index.refresh();
      }
    }
    index.expunge();
  }

  @Override
  public void close() {
    one.close();
  }

  private String word() {
    return RandomDisclosures.WORDS.get(random.nextInt(RandomDisclosures.WORDS.size()));
  }

  private String query(int i) {
    String joined =
        i % 3 == 0
            ? FIELDS.get(random.nextInt(FIELDS.size()))
            : word() + JOINED.get(random.nextInt(JOINED.size()));
    return i % 17 == 0 ? "" : joined.replaceFirst("#", word()).replaceFirst("#", word());
  }

  private Map<FacetDimension, List<String>> chosen(SearchScope scope) {
    Map<FacetDimension, List<String>> chosen = new EnumMap<>(FacetDimension.class);
    if (random.nextInt(3) == 0) {
      chosen.put(FacetDimension.YEAR, List.of("" + (2019 + random.nextInt(5)), "2021"));
    }
    if (random.nextInt(4) == 0) {
      chosen.put(FacetDimension.REGION, List.of("示例省/样本市", SearchRequest.NOT_STATED));
    }
    if (random.nextInt(4) == 0) {
      chosen.put(FacetDimension.AGENCY, List.of("样本" + random.nextInt(7) + "局"));
    }
    if (random.nextInt(4) == 0 && FieldNames.dimensions(scope).contains(FacetDimension.TOPIC)) {
      chosen.put(FacetDimension.TOPIC, List.of("收入"));
    }
    return chosen;
  }

  private SearchRequest request(int i) {
    SearchScope scope = SCOPES.get(i % SCOPES.size());
    return new SearchRequest(
        query(i),
        scope,
        random.nextBoolean() ? chosen(scope) : Map.of(),
        random.nextInt(3) == 0 ? chosen(scope) : Map.of(),
        random.nextBoolean() ? Sort.RELEVANCE : SORTS.get(random.nextInt(SORTS.size())),
        GROUPINGS.get(random.nextInt(GROUPINGS.size())),
        1 + random.nextInt(12),
        null,
        random.nextBoolean());
  }

  private static void assertSame(SearchResults four, SearchResults one, String what) {
    assertThat(one.timedOut() || four.timedOut()).as(what).isFalse();
    assertThat(four.total()).as(what).isEqualTo(one.total());
    assertThat(ids(four)).as(what).isEqualTo(ids(one));
    assertThat(four.hits()).as(what).isEqualTo(one.hits());
    assertThat(four.facets()).as(what).isEqualTo(one.facets());
    assertThat(four.scopeTotals()).as(what).isEqualTo(one.scopeTotals());
    assertThat(four.nextCursor()).as(what).isEqualTo(one.nextCursor());
    assertThat(four.notices()).as(what).isEqualTo(one.notices());
    assertThat(four.didYouMean()).as(what).isEqualTo(one.didYouMean());
  }

  private static List<String> ids(SearchResults results) {
    return results.hits().stream().map(Hit::id).toList();
  }

  /** Compares every page of an answer; returns the number of hits. */
  private int compare(SearchRequest first) {
    SearchRequest request = first;
    int hits = 0;
    for (int page = 1; page <= MAX_PAGES; page++) {
      SearchResults whole = one.service().search(request);
      SearchResults parts = peer.service().search(request);
      assertSame(parts, whole, "page " + page + " of " + request + ", seed " + seed);
      hits += whole.hits().size();
      String next = whole.nextCursor();
      if (next == null) {
        break;
      }
      request = request.withCursor(next);
    }
    return hits;
  }

  /** Compares the given number of random searches, page by page. */
  public void compareSearches(int many) {
    Map<Grouping, Integer> found = new HashMap<>();
    for (int i = 0; i < many; i++) {
      SearchRequest request = request(i);
      found.merge(request.grouping(), compare(request), Integer::sum);
    }
    int hits = found.values().stream().mapToInt(n -> n).sum();
    assertThat(hits).as("hits that were compared, seed " + seed).isGreaterThan(many / 2);
    if (many >= ENOUGH) {
      assertThat(found).as("seed " + seed).containsOnlyKeys(Grouping.values());
      assertThat(found.values()).as("seed " + seed).doesNotContain(0);
    }
  }

  /** Compares exports, lists of values, counts, marks, completions and copied text. */
  public void compareTheRest() {
    for (int i = 0; i < 18; i++) {
      SearchRequest request = request(i);
      List<ExportRow> whole = new ArrayList<>();
      List<ExportRow> parts = new ArrayList<>();
      one.service().forEach(request, whole::add);
      peer.service().forEach(request, parts::add);
      assertThat(parts.stream().map(row -> row.hit().id()).toList())
          .as("export of %s, seed %d", request, seed)
          .isEqualTo(whole.stream().map(row -> row.hit().id()).toList());
      assertThat(parts).isEqualTo(whole);
      for (FacetDimension dimension : FieldNames.dimensions(request.scope())) {
        String containing = List.of("", "样本", "1", "收").get(i % 4);
        List<FacetValue> values = one.service().countFacetValues(request, dimension, containing, 3);
        assertThat(peer.service().countFacetValues(request, dimension, containing, 3))
            .as("%s of %s, seed %d", dimension, request, seed)
            .isEqualTo(values);
      }
      assertThat(peer.service().countTotal(request)).isEqualTo(one.service().countTotal(request));
      List<String> queries = List.of(query(i), query(i + 1), "\"没有成对");
      assertThat(peer.service().highlight(queries.getFirst(), List.of("工会经费", "决算")))
          .isEqualTo(one.service().highlight(queries.getFirst(), List.of("工会经费", "决算")));
    }
    for (String typed : List.of("", "样", "样本", "yb", "gong", "工会", "决", "三公", "jf", "2", "机关yun")) {
      assertThat(peer.service().suggest(typed, 8))
          .as(typed + ", seed " + seed)
          .isEqualTo(one.service().suggest(typed, 8));
    }
    int copied = 0;
    for (String id : samples.keySet()) {
      for (int section = 0; section < 25; section++) {
        String sectionId = id + "/s" + section;
        assertThat(peer.service().findTextReuse(sectionId))
            .as(sectionId + ", seed " + seed)
            .isEqualTo(one.service().findTextReuse(sectionId));
        copied += one.service().findTextReuse(sectionId).map(c -> c.sources().size()).orElse(0);
      }
    }
    assertThat(copied).isPositive();
  }

  /** Compares partial matches and queries with misspelled words. */
  public void compareLittleFound() {
    for (String query :
        List.of("公会经费", "三公精费", "决算 从来没有的 支处", "绩校", "残宝金 工会", "机关运行金费 增加", "zhu~1")) {
      for (SearchScope scope : SearchScope.values()) {
        int unused = compare(SearchRequest.of(query, scope));
      }
    }
  }

  /** Replaces and removes a third of the documents in both. */
  public void change() {
    RandomDisclosures disclosures = new RandomDisclosures(random);
    for (int i = 0; i < DOCUMENTS; i += 3) {
      Disclosure other = disclosures.next();
      for (Peer index : List.of(single, peer)) {
        if (i % 2 == 0) {
          index.add("d" + i, other, EditionGroup.NONE);
        } else {
          index.remove("d" + i);
        }
      }
    }
    single.expunge();
    peer.expunge();
  }

  /** Adds further documents of a given agency to both indexes and makes them visible. */
  public void add(String prefix, int many, String agency, Runnable between) {
    RandomDisclosures disclosures = new RandomDisclosures(random);
    for (int i = 0; i < many; i++) {
      Disclosure document = ofAgency(disclosures.next(), agency);
      single.add(prefix + i, document, EditionGroup.NONE);
      peer.add(prefix + i, document, EditionGroup.NONE);
      between.run();
    }
    single.expunge();
    peer.refresh();
  }

  private static Disclosure ofAgency(Disclosure document, String agency) {
    DocumentMetadata metadata = document.metadata();
    return new Disclosure(
        document.source(),
        new DocumentMetadata(
            metadata.title(),
            metadata.titleComposed(),
            agency,
            metadata.region(),
            metadata.year(),
            metadata.category(),
            metadata.agencyType(),
            metadata.evidence()),
        document.sections(),
        document.tables(),
        document.indicators(),
        document.figures(),
        document.findings(),
        document.warnings());
  }

  /** The index of a single shard. */
  public SearchService whole() {
    return one.service();
  }

  /** Compares the pages of one request. */
  public void compareAll(SearchRequest request) {
    int unused = compare(request);
  }
}
