package org.mingzhang.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.Seed;
import org.mingzhang.analysis.Synonyms;
import org.mingzhang.model.Category;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.query.WordQueryFactory;
import org.mingzhang.search.ShardQuery;

/** Counts of documents derived from matching sections equal those of a search for documents. */
class MatchingDocumentCounterTest {
  private static final String[] WORDS = {"工会", "经费", "办公", "培训", "公务接待", "三公经费", "收入"};
  private static final WordQueryFactory QUERIES = new WordQueryFactory(Synonyms.standard());
  private static final long SEED = Seed.next();

  private static SearchIndex index;

  @BeforeAll
  static void fill() {
    Random random = new Random(SEED);
    index = new SearchIndex();
    for (int d = 0; d < 330; d++) {
      List<Section> sections = new ArrayList<>();
      for (int s = 1; s <= 4; s++) {
        String text = "情况" + words(random) + "。" + words(random);
        sections.add(SearchIndex.section("" + s, "", words(random), Topic.OTHER, text));
      }
      index.add(
          "doc" + d % 300,
          SearchIndex.disclosure(
              SearchIndex.metadata(
                  (d % 9 == 0 ? "工会" : "样本") + "部门决算",
                  "样本" + d + "局",
                  "示例省/样本市",
                  2020 + random.nextInt(3),
                  Category.DEPARTMENT_FINAL_ACCOUNTS),
              sections));
      if (d % 100 == 0) {
        index.refresh();
      }
    }
    index.refresh();
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  private static String words(Random random) {
    return WORDS[random.nextInt(WORDS.length)].repeat(random.nextInt(2))
        + WORDS[random.nextInt(WORDS.length)];
  }

  @ParameterizedTest
  @CsvSource({
    "工会, true",
    "'\"工会经\"', true",
    "'\"会\"', true",
    "三公经费, true",
    "公务接待 培训, false",
    "工会 OR 收入, true",
    "'\"工会\" OR 收入 OR 培训', true",
    "工会 AND 收入, false",
    "year:2020..2021 AND (工会 OR 收入), true",
    "工会 OR (收入 培训), false",
    "工会 -收入, false",
    "year:2020 工会, true",
    "'year:2020..2021 \"工会经\"', true",
    "'工会 -year:2020', true",
    "category:决算 收入, true"
  })
  void the_total_is_that_of_looking_for_documents(String query, boolean told) throws IOException {
    SearchRequest request = SearchRequest.of(query, SearchScope.SECTIONS);
    long documents =
        index.service().search(SearchRequest.of(query, SearchScope.DOCUMENTS).withSize(1)).total();
    assertThat(documents).as("seed " + SEED).isPositive();
    assertThat(index.service().search(request).scopeTotals())
        .as("seed " + SEED)
        .containsEntry(SearchScope.DOCUMENTS, documents);
    ShardSnapshot snapshot = index.snapshot();
    try {
      PreparedSearch prepared =
          PreparedSearch.prepare(snapshot, ShardQuery.ofSingleShard(request), QUERIES);
      FacetCounter tally =
          prepared
              .collect(
                  prepared.query(), List.of(FacetDimension.AGENCY), null, snapshot.createSearcher())
              .facetCounter();
      PreparedSearch wanted =
          PreparedSearch.prepare(
              snapshot,
              ShardQuery.ofSingleShard(SearchRequest.of(query, SearchScope.DOCUMENTS)),
              QUERIES);
      assertThat(MatchingDocumentCounter.count(wanted, prepared, tally, snapshot).isPresent())
          .as("known from sections")
          .isEqualTo(told);
    } finally {
      snapshot.release();
    }
  }

  @Test
  void chosen_values_that_all_rows_of_a_document_share_do_not_need_a_search_for_documents()
      throws IOException {
    Map<FacetDimension, List<String>> years = Map.of(FacetDimension.YEAR, List.of("2020", "2022"));
    Map<FacetDimension, List<String>> agency = Map.of(FacetDimension.AGENCY, List.of("样本9局"));
    ShardSnapshot snapshot = index.snapshot();
    try {
      for (String query : List.of("工会", "\"会\"", "公务接待 OR 培训", "year:2021..2022 收入")) {
        SearchRequest there = request(query, SearchScope.DOCUMENTS, years, agency);
        PreparedSearch sections =
            PreparedSearch.prepare(
                snapshot,
                ShardQuery.ofSingleShard(request(query, SearchScope.SECTIONS, years, agency)),
                QUERIES);
        FacetCounter counter =
            sections
                .collect(
                    sections.query(), List.of(FacetDimension.YEAR), null, snapshot.createSearcher())
                .facetCounter();
        PreparedSearch documents =
            PreparedSearch.prepare(snapshot, ShardQuery.ofSingleShard(there), QUERIES);
        assertThat(MatchingDocumentCounter.count(documents, sections, counter, snapshot))
            .as(query + ", seed " + SEED)
            .hasValue(index.service().search(there).total());
      }
    } finally {
      snapshot.release();
    }
  }

  @Test
  void totals_elsewhere_are_those_of_searching_there() {
    Random random = new Random(SEED);
    for (int i = 0; i < 120; i++) {
      String query =
          WORDS[random.nextInt(WORDS.length)]
              + List.of("", " 经费", " -办公", " OR 收入", " year:2020..2021").get(i % 5);
      String year = random.nextInt(8) == 0 ? SearchRequest.NOT_STATED : "" + (2019 + i % 4);
      Map<FacetDimension, List<String>> chosen =
          switch (random.nextInt(3)) {
            case 0 -> Map.of(FacetDimension.YEAR, List.of(year, "2022"));
            case 1 -> Map.of(FacetDimension.REGION, List.of("示例省"));
            default -> // often none
                Map.of(
                    FacetDimension.YEAR,
                    List.of(year),
                    FacetDimension.AGENCY,
                    List.of("样本" + random.nextInt(9) + "局"));
          };
      Map<FacetDimension, List<String>> out =
          random.nextInt(3) == 0 ? Map.of(FacetDimension.AGENCY, List.of("样本7局")) : Map.of();
      Map<SearchScope, Long> totals =
          index.service().search(request(query, SearchScope.SECTIONS, chosen, out)).scopeTotals();
      for (SearchScope scope : SearchScope.values()) {
        SearchRequest there = request(query, scope, chosen, out);
        String what = query + " " + chosen + " " + out + " " + scope + ", seed " + SEED;
        assertThat(totals).as(what).containsEntry(scope, index.service().search(there).total());
        assertThat(index.service().countTotal(there)).as(what).isEqualTo(totals.get(scope));
      }
    }
  }

  @Test
  void rows_with_and_without_a_string_are_all() {
    for (String one : WORDS) {
      for (String other : List.of("会", "经费", "三公经费", "办公经费", "情况工会", "没有")) {
        for (SearchScope scope : List.of(SearchScope.SECTIONS, SearchScope.DOCUMENTS)) {
          long with = total('"' + one + "\" AND \"" + other + '"', scope);
          long without = total('"' + one + "\" NOT \"" + other + '"', scope);
          assertThat(with + without)
              .as(one + " " + other + " " + scope + ", seed " + SEED)
              .isEqualTo(total('"' + one + '"', scope));
        }
      }
    }
  }

  private static long total(String query, SearchScope scope) {
    return index.service().search(SearchRequest.of(query, scope).withSize(1)).total();
  }

  private static SearchRequest request(
      String query,
      SearchScope scope,
      Map<FacetDimension, List<String>> include,
      Map<FacetDimension, List<String>> exclude) {
    return new SearchRequest(
        query, scope, include, exclude, Sort.RELEVANCE, Grouping.NONE, 10, null);
  }
}
