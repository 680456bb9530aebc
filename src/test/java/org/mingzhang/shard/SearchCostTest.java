package org.mingzhang.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.Category;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.schema.NearRealTimeReaders;
import org.mingzhang.search.RankedRow;
import org.mingzhang.search.SearchCursor;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchService;
import org.mingzhang.search.ShardPort;
import org.mingzhang.search.ShardQuery;
import org.mingzhang.search.Shards;

/**
 * Costs of searches in machine-independent counts; a change that slows down searches increases one
 * of them.
 */
class SearchCostTest {
  private static final int DOCUMENTS = 1_500;
  private static final CountingReader.Counts COUNTS = new CountingReader.Counts();

  private static SearchIndex index;
  private static SearcherManager manager;
  private static SearchService service;

  @BeforeAll
  static void fill() throws IOException {
    index = new SearchIndex();
    for (int i = 0; i < DOCUMENTS; i++) {
      index.add(
          "doc" + i,
          SearchIndex.disclosure(
              SearchIndex.metadata(
                  "样本" + i + "局部门决算",
                  "样本" + i + "局",
                  "示例省/样本市",
                  2015 + i % 10,
                  Category.DEPARTMENT_FINAL_ACCOUNTS),
              List.of(
                  SearchIndex.section("1", "一、", "收入", Topic.INCOME, "工会经费增加" + i + "万元。"),
                  SearchIndex.section("2", "二、", "支出", Topic.EXPENDITURE, "办公经费减少。"))));
    }
    index.refresh();
    manager =
        new SearcherManager(
            new CountingReader(DirectoryReader.open(index.directory()), COUNTS), null);
    service = new SearchService(LocalShards.ofSearchers(new NearRealTimeReaders(manager)));
  }

  @AfterAll
  static void close() throws IOException {
    service.close();
    manager.close();
    index.close();
  }

  private static SearchResults asked(SearchRequest request) {
    COUNTS.forget();
    return service.search(request);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"会经\"", "经费", "工会 OR 办公", "year:2016..2018 经费", ""})
  void a_page_fetches_the_stored_fields_of_its_own_rows_alone(String query) {
    SearchResults page = asked(SearchRequest.of(query, SearchScope.SECTIONS));
    assertThat(page.total()).isGreaterThan(100);
    assertThat(COUNTS.stored).as("rows fetched").hasValue(page.hits().size());
  }

  @Test
  void an_answer_asked_again_reads_nothing() {
    SearchRequest request = SearchRequest.of("\"办公经费\"", SearchScope.SECTIONS);
    service.search(request);
    asked(request);
    assertThat(COUNTS.stored).hasValue(0);
    assertThat(COUNTS.terms).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({"'\"经费增加\"', 12", "公经费, 75", "工会 AND 增加, 70", "year:2015..2019 减少, 45"})
  void a_new_answer_looks_up_fields_of_a_segment_so_often(String query, int most)
      throws IOException {
    IndexSearcher searcher = manager.acquire();
    int segments = searcher.getIndexReader().leaves().size();
    manager.release(searcher);
    asked(SearchRequest.of(query, SearchScope.SECTIONS));
    assertThat(COUNTS.terms.get() / segments).as("fields looked up, per segment").isLessThan(most);
  }

  @Test
  void counting_and_facets_fetch_no_rows() {
    COUNTS.forget();
    for (String query : List.of("经费", "\"会经\"", "工会 -办公")) {
      service.countTotal(SearchRequest.of(query, SearchScope.SECTIONS));
    }
    service.countFacetValues(
        SearchRequest.of("经费", SearchScope.SECTIONS), FacetDimension.AGENCY, "7", 50);
    assertThat(COUNTS.stored).hasValue(0);
  }

  @Test
  void filters_do_not_make_a_page_fetch_more() {
    SearchResults page =
        asked(
            new SearchRequest(
                "经费",
                SearchScope.SECTIONS,
                Map.of(FacetDimension.YEAR, List.of("2016", "2017")),
                Map.of(FacetDimension.TOPIC, List.of("收入")),
                SearchRequest.Sort.YEAR,
                SearchRequest.Grouping.NONE,
                20,
                null));
    assertThat(page.hits()).hasSize(20);
    assertThat(COUNTS.stored).hasValue(20);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 1_000})
  void the_rows_of_a_long_list_are_looked_for_once(int portion) throws IOException {
    ShardQuery query = ShardQuery.ofSingleShard(SearchRequest.of("经费", SearchScope.SECTIONS));
    SearchCursor beginning = new SearchCursor(Double.MAX_VALUE, 0, 0);
    try (Shards.ShardsSnapshot held =
        LocalShards.ofSearchers(new NearRealTimeReaders(manager)).acquire()) {
      ShardPort shard = held.shards().getFirst();
      List<RankedRow> first = shard.sortedRows(query, beginning, "first" + portion, 0, portion);
      COUNTS.forget();
      List<RankedRow> all = new ArrayList<>(first);
      List<RankedRow> some = first;
      while (some.size() == portion) {
        some = shard.sortedRows(query, beginning, "first" + portion, all.size(), portion);
        all.addAll(some);
      }
      assertThat(COUNTS.terms).as("fields looked up after the first part").hasValue(0);
      assertThat(all).hasSize(2 * DOCUMENTS).isSortedAccordingTo(RankedRow.BEST_FIRST);
      assertThat(all).doesNotHaveDuplicates();
      // whoever asks for a list that is gone has it made again
      assertThat(shard.sortedRows(query, SearchCursor.of(all.get(9)), "first" + portion, 0, 5))
          .isEqualTo(all.subList(10, 15));
    }
  }

  @Test
  void the_number_of_agencies_does_not_decide_what_an_answer_allocates() {
    assumeThat(ManagementFactory.getThreadMXBean())
        .as("this virtual machine counts allocations")
        .isInstanceOf(ThreadMXBean.class);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    service.search(SearchRequest.of("\"费增\"", SearchScope.SECTIONS));
    long before = threads.getCurrentThreadAllocatedBytes();
    SearchResults page = service.search(SearchRequest.of("\"会经费\"", SearchScope.SECTIONS));
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(page.total()).isEqualTo(DOCUMENTS);
    assertThat(bytes).as("bytes allocated").isLessThan(2_000_000);
  }
}
