package org.mingzhang.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;
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
import org.mingzhang.search.ShardHitCount;
import org.mingzhang.search.ShardQuery;

/** Documents found by their sets of numbers are those that Lucene finds row by row. */
class DocumentMatcherTest {
  private static final WordQueryFactory QUERIES = new WordQueryFactory(Synonyms.standard());
  private static final String[] WORDS = {"工会", "经费", "办公", "公务接待", "三公经费", "收入", "2021年"};
  private static final long SEED = Seed.next();

  private static SearchIndex index;
  private static ShardSnapshot snapshot;

  @BeforeAll
  static void fill() {
    Random random = new Random(SEED);
    index = new SearchIndex();
    for (int d = 0; d < 330; d++) {
      List<Section> sections = new ArrayList<>();
      for (int s = 0; s < random.nextInt(d % 40 == 0 ? 90 : 6); s++) {
        String text = "情况" + word(random).repeat(random.nextInt(2)) + "。" + word(random);
        sections.add(SearchIndex.section("" + s, "", word(random), Topic.OTHER, text));
      }
      index.add(
          "doc" + d % 300,
          SearchIndex.disclosure(
              SearchIndex.metadata(
                  (d % 9 == 0 ? "工会" : "样本") + "部门决算",
                  "样本" + d % 20 + "局",
                  "示例省/样本市",
                  2020 + random.nextInt(3),
                  Category.DEPARTMENT_FINAL_ACCOUNTS),
              sections));
      if (d % 100 == 0) {
        index.refresh();
      }
    }
    snapshot = index.refresh().snapshot();
  }

  @AfterAll
  static void close() throws IOException {
    snapshot.release();
    index.close();
  }

  private static String word(Random random) {
    return WORDS[random.nextInt(WORDS.length)];
  }

  /** A query of up to three levels. */
  private static String query(Random random, int depth) {
    String word = random.nextInt(3) == 0 ? '"' + word(random) + '"' : word(random);
    if (depth == 0) {
      return word;
    }
    String one = '(' + query(random, depth - 1) + ')';
    return switch (random.nextInt(7)) {
      case 0 -> one + " AND " + word;
      case 1 -> one + " OR (" + query(random, depth - 1) + ')';
      case 2 -> word + " NOT " + one;
      case 3 -> "year:2020..2021 AND " + one;
      case 4 -> word(random) + ' ' + word(random);
      case 5 -> one + " AND (" + query(random, depth - 1) + ')';
      default -> word;
    };
  }

  private static SearchRequest request(
      String query,
      Map<FacetDimension, List<String>> include,
      Map<FacetDimension, List<String>> exclude) {
    return new SearchRequest(
        query, SearchScope.DOCUMENTS, include, exclude, Sort.RELEVANCE, Grouping.NONE, 10, null);
  }

  private static PreparedSearch prepare(SearchRequest request) {
    return PreparedSearch.prepare(snapshot, ShardQuery.ofSingleShard(request), QUERIES);
  }

  @Test
  void counts_are_those_of_visiting_every_row() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < 400; i++) {
      Map<FacetDimension, List<String>> include =
          switch (i % 3) {
            case 0 -> Map.of();
            case 1 -> Map.of(FacetDimension.YEAR, List.of("2020", "2022"));
            default -> Map.of(FacetDimension.AGENCY, List.of("样本7局", SearchRequest.NOT_STATED));
          };
      Map<FacetDimension, List<String>> exclude =
          i % 5 == 0 ? Map.of(FacetDimension.YEAR, List.of("2021")) : Map.of();
      PreparedSearch search = prepare(request(query(random, i % 4), include, exclude));
      PreparedSearch.CollectionResult rows =
          search.collect(search.query(), List.of(), null, snapshot.createSearcher());
      ShardHitCount counted = search.count(snapshot.createSearcher());
      String what = search.query() + " " + include + " " + exclude + ", seed " + SEED;
      assertThat(counted.total()).as(what).isEqualTo(rows.total());
      assertThat(counted.anyRowMatches()).as(what).isEqualTo(rows.matchedCount() > 0);
      assertThat(counted.timedOut()).isFalse();
    }
  }

  /** How a query is taken apart: one {@code RowMatcher} is left to Lucene. */
  @ParameterizedTest
  @CsvSource({
    "工会, Disjunction",
    "\"工会经\", Disjunction",
    "工会 OR 收入, Disjunction",
    "工会 收入, Conjunction",
    "工会 AND 收入, Conjunction",
    "工会 NOT 收入, Conjunction",
    "year:2021 工会, Conjunction",
    "year:2020..2021, RowMatcher",
    "'', RowMatcher"
  })
  void words_of_different_sections_are_matched_by_themselves(String query, String form)
      throws IOException {
    PreparedSearch search = prepare(request(query, Map.of(), Map.of()));
    assertThat(DocumentMatcher.of(search.query(), snapshot.createSearcher()).getClass())
        .as(search.query().toString())
        .hasToString("class org.mingzhang.shard.DocumentMatcher$" + form);
  }

  @Test
  void a_count_that_reaches_its_time_limit_says_so() throws IOException {
    PreparedSearch search = prepare(request("工会 AND \"公务接\"", Map.of(), Map.of()));
    IndexSearcher searcher = snapshot.createSearcher();
    searcher.setTimeout(() -> true);
    assertThat(search.count(searcher).timedOut()).isTrue();
  }

  @Test
  void only_candidates_are_found() throws IOException {
    IndexSearcher searcher = snapshot.createSearcher();
    for (String word : WORDS) {
      DocumentMatcher matcher =
          DocumentMatcher.of(prepare(request(word, Map.of(), Map.of())).query(), searcher);
      for (LeafReaderContext leaf : searcher.getLeafContexts()) {
        DocumentBlocks blocks = snapshot.segmentOrdinals(leaf.ord).blocks();
        FixedBitSet all = new FixedBitSet(blocks.size());
        all.set(0, blocks.size());
        FixedBitSet found = new FixedBitSet(blocks.size());
        matcher.bind(leaf, blocks).find(all, found, null);
        for (int document = 0; document < blocks.size(); document++) {
          FixedBitSet one = new FixedBitSet(blocks.size());
          one.set(document);
          FixedBitSet expected = one.clone();
          expected.and(found);
          FixedBitSet here = new FixedBitSet(blocks.size());
          matcher.bind(leaf, blocks).find(one, here, null);
          assertThat(here).as(word + " " + document + ", seed " + SEED).isEqualTo(expected);
        }
      }
    }
  }
}
