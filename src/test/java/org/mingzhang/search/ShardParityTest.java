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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.DirectReader;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Editions;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.shard.RandomDisclosures;
import org.mingzhang.shard.SearchIndex;

/**
 * An index of four shards answers as one of a single shard does: the same documents, indexed in
 * another order, give the same answers to the last digit.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShardParityTest {
  private static final long SEED = System.nanoTime();
  private static final Random RANDOM = new Random(SEED);
  private static final int DOCUMENTS = 100;
  private static final int MOST_PAGES = 6;

  private static final List<Scope> SCOPES = List.of(Scope.values());
  private static final List<Sort> SORTS = List.of(Sort.values());
  private static final List<Grouping> GROUPINGS = List.of(Grouping.values());

  /** What follows a word; # stands for another. */
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

  private static final Map<String, Disclosure> SAMPLES = new LinkedHashMap<>();
  private static final SearchIndex ONE = new SearchIndex(1);
  private static final SearchIndex FOUR = new SearchIndex(4);

  @BeforeAll
  static void fill() throws IOException {
    readSamples();
    Map<String, Disclosure> documents = new LinkedHashMap<>(SAMPLES);
    RandomDisclosures disclosures = new RandomDisclosures(RANDOM);
    for (int i = 0; i < DOCUMENTS; i++) {
      documents.put("d" + i, disclosures.next());
    }
    add(ONE, documents);
    add(FOUR, documents);
  }

  private static void readSamples() throws IOException {
    DirectReader reader = new DirectReader(ExtractionLimits.standard());
    try (Stream<Path> files = Files.list(Path.of("samples"))) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(".pdf") && !name.endsWith(".yaml")) {
          for (DocumentReader.Result result : reader.read(file)) {
            if (result instanceof DocumentReader.Read read) {
              SAMPLES.put("s" + SAMPLES.size(), read.disclosure());
            }
          }
        }
      }
    }
    assertThat(SAMPLES).hasSizeGreaterThan(4);
  }

  /** In any order, in several segments; every fifth document has another edition. */
  private static void add(SearchIndex index, Map<String, Disclosure> documents) {
    List<String> ids = new ArrayList<>(documents.keySet());
    Collections.shuffle(ids, new Random(RANDOM.nextLong()));
    int added = 0;
    for (String id : ids) {
      Disclosure document = Objects.requireNonNull(documents.get(id));
      index.add(id, document, Editions.NONE);
      if (Math.floorMod(id.hashCode(), 5) == 0) {
        Editions editions =
            new Editions(
                id,
                List.of(
                    new Editions.Edition(id, "application/pdf"),
                    new Editions.Edition(id + "w", "application/msword")));
        index.add(id, document, editions);
        index.add(id + "w", document, editions);
      }
      if (++added % 60 == 0) {
        index.refresh();
      }
    }
    index.expunge();
  }

  @AfterAll
  static void close() {
    ONE.close();
    FOUR.close();
  }

  private static String word() {
    return RandomDisclosures.WORDS.get(RANDOM.nextInt(RandomDisclosures.WORDS.size()));
  }

  private static String query(int i) {
    String joined =
        i % 3 == 0
            ? FIELDS.get(RANDOM.nextInt(FIELDS.size()))
            : word() + JOINED.get(RANDOM.nextInt(JOINED.size()));
    return i % 17 == 0 ? "" : joined.replaceFirst("#", word()).replaceFirst("#", word());
  }

  private static Map<Dimension, List<String>> chosen(Scope scope) {
    Map<Dimension, List<String>> chosen = new EnumMap<>(Dimension.class);
    if (RANDOM.nextInt(3) == 0) {
      chosen.put(Dimension.YEAR, List.of("" + (2019 + RANDOM.nextInt(5)), "2021"));
    }
    if (RANDOM.nextInt(4) == 0) {
      chosen.put(Dimension.REGION, List.of("示例省/样本市", SearchRequest.NOT_STATED));
    }
    if (RANDOM.nextInt(4) == 0) {
      chosen.put(Dimension.AGENCY, List.of("样本" + RANDOM.nextInt(7) + "局"));
    }
    if (RANDOM.nextInt(4) == 0 && FieldNames.dimensions(scope).contains(Dimension.TOPIC)) {
      chosen.put(Dimension.TOPIC, List.of("收入"));
    }
    return chosen;
  }

  private static SearchRequest request(int i) {
    Scope scope = SCOPES.get(i % SCOPES.size());
    return new SearchRequest(
        query(i),
        scope,
        RANDOM.nextBoolean() ? chosen(scope) : Map.of(),
        RANDOM.nextInt(3) == 0 ? chosen(scope) : Map.of(),
        RANDOM.nextBoolean() ? Sort.RELEVANCE : SORTS.get(RANDOM.nextInt(SORTS.size())),
        GROUPINGS.get(RANDOM.nextInt(GROUPINGS.size())),
        1 + RANDOM.nextInt(12),
        null,
        RANDOM.nextBoolean());
  }

  private static void assertSame(SearchResults four, SearchResults one, String what) {
    assertThat(one.timedOut() || four.timedOut()).as(what).isFalse();
    assertThat(four.total()).as(what).isEqualTo(one.total());
    assertThat(ids(four)).as(what).isEqualTo(ids(one));
    assertThat(four.hits()).as(what).isEqualTo(one.hits());
    assertThat(four.facets()).as(what).isEqualTo(one.facets());
    assertThat(four.scopeTotals()).as(what).isEqualTo(one.scopeTotals());
    assertThat(four.next()).as(what).isEqualTo(one.next());
    assertThat(four.notices()).as(what).isEqualTo(one.notices());
    assertThat(four.didYouMean()).as(what).isEqualTo(one.didYouMean());
  }

  private static List<String> ids(SearchResults results) {
    return results.hits().stream().map(Hit::id).toList();
  }

  /** Looks at every page of an answer; answers how many hits there were. */
  private static int compare(SearchRequest first) {
    SearchRequest request = first;
    int hits = 0;
    for (int page = 1; page <= MOST_PAGES; page++) {
      SearchResults one = ONE.service().search(request);
      SearchResults four = FOUR.service().search(request);
      assertSame(four, one, "page " + page + " of " + request + ", seed " + SEED);
      hits += one.hits().size();
      String next = one.next();
      if (next == null) {
        break;
      }
      request = request.after(next);
    }
    return hits;
  }

  private static void compareSearches(int many) {
    Map<Grouping, Integer> found = new HashMap<>();
    for (int i = 0; i < many; i++) {
      SearchRequest request = request(i);
      found.merge(request.grouping(), compare(request), Integer::sum);
    }
    for (Grouping grouping : Grouping.values()) {
      assertThat(found.getOrDefault(grouping, 0)).as(grouping + ", seed " + SEED).isGreaterThan(50);
    }
  }

  private static void compareTheRest() {
    for (int i = 0; i < 18; i++) {
      SearchRequest request = request(i);
      List<ExportRow> one = new ArrayList<>();
      List<ExportRow> four = new ArrayList<>();
      ONE.service().forEach(request, one::add);
      FOUR.service().forEach(request, four::add);
      assertThat(four.stream().map(row -> row.hit().id()).toList())
          .as("export of %s, seed %d", request, SEED)
          .isEqualTo(one.stream().map(row -> row.hit().id()).toList());
      assertThat(four).isEqualTo(one);
      for (Dimension dimension : FieldNames.dimensions(request.scope())) {
        String containing = List.of("", "样本", "1", "收").get(i % 4);
        List<FacetValue> values = ONE.service().facet(request, dimension, containing, 3);
        assertThat(FOUR.service().facet(request, dimension, containing, 3))
            .as("%s of %s, seed %d", dimension, request, SEED)
            .isEqualTo(values);
      }
      assertThat(FOUR.service().total(request)).isEqualTo(ONE.service().total(request));
      List<String> queries = List.of(query(i), query(i + 1), "\"没有成对");
      assertThat(FOUR.service().mark(queries.getFirst(), List.of("工会经费", "决算")))
          .isEqualTo(ONE.service().mark(queries.getFirst(), List.of("工会经费", "决算")));
    }
    for (String typed : List.of("", "样", "样本", "yb", "gong", "工会", "决", "三公", "jf", "2", "机关yun")) {
      assertThat(FOUR.service().suggest(typed, 8))
          .as(typed + ", seed " + SEED)
          .isEqualTo(ONE.service().suggest(typed, 8));
    }
    int copied = 0;
    for (String id : SAMPLES.keySet()) {
      for (int section = 0; section < 25; section++) {
        String sectionId = id + "/s" + section;
        assertThat(FOUR.service().copied(sectionId))
            .as(sectionId + ", seed " + SEED)
            .isEqualTo(ONE.service().copied(sectionId));
        copied += ONE.service().copied(sectionId).map(c -> c.sources().size()).orElse(0);
      }
    }
    assertThat(copied).isPositive();
  }

  @Test
  @Order(1)
  void the_shards_together_answer_as_one_index() {
    assertThat(FOUR.shards().hold().shards()).hasSize(4);
    compareSearches(100);
  }

  @Test
  @Order(2)
  void exports_lists_suggestions_and_copied_text_are_those_of_one_index() {
    compareTheRest();
  }

  /** Also with a part of the words, and where words are misspelled. */
  @Test
  @Order(3)
  void little_found_is_loosened_and_corrected_alike() {
    for (String query :
        List.of("公会经费", "三公精费", "决算 从来没有的 支处", "绩校", "残宝金 工会", "机关运行金费 增加", "zhu~1")) {
      for (Scope scope : Scope.values()) {
        compare(SearchRequest.of(query, scope));
      }
    }
  }

  @Test
  @Order(4)
  void the_same_holds_when_documents_were_replaced_and_removed() {
    RandomDisclosures disclosures = new RandomDisclosures(RANDOM);
    for (int i = 0; i < DOCUMENTS; i += 3) {
      Disclosure other = disclosures.next();
      for (SearchIndex index : List.of(ONE, FOUR)) {
        if (i % 2 == 0) {
          index.add("d" + i, other);
        } else {
          index.remove("d" + i);
        }
      }
    }
    ONE.expunge();
    FOUR.expunge();
    compareSearches(45);
    compareTheRest();
  }
}
