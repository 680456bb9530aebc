package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.Seed;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.shard.RandomDisclosures;
import org.mingzhang.shard.SearchIndex;

class RowStreamTest {
  private static final int WHOLE = 1_000_000;

  private final long seed = Seed.next();
  private final RandomDisclosures disclosures = new RandomDisclosures(new Random(seed));

  @ParameterizedTest
  @EnumSource(Sort.class)
  void portions_of_any_size_give_the_same_rows_in_the_same_order(Sort sort) throws IOException {
    try (SearchIndex index = filled(1, 20)) {
      List<String> whole = rows(index, sort, WHOLE);
      assertThat(whole).as("seed " + seed).isNotEmpty().doesNotHaveDuplicates();
      assertThat(rows(index, sort, 1)).as("seed " + seed).isEqualTo(whole);
      assertThat(rows(index, sort, 7)).as("seed " + seed).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void four_shards_give_the_rows_of_one_in_their_order(Sort sort) throws IOException {
    try (SearchIndex one = new SearchIndex();
        SearchIndex four = new SearchIndex(4)) {
      for (int i = 0; i < 20; i++) {
        var document = disclosures.next();
        one.add("d" + i, document);
        four.add("d" + i, document);
      }
      assertThat(rows(four.refresh(), sort, 3))
          .as("seed " + seed)
          .isEqualTo(rows(one.refresh(), sort, WHOLE));
    }
  }

  private SearchIndex filled(int shards, int documents) {
    SearchIndex index = new SearchIndex(shards);
    for (int i = 0; i < documents; i++) {
      index.add("d" + i, disclosures.next());
    }
    return index.refresh();
  }

  @Test
  void nothing_found_is_nothing_handed_over() throws IOException {
    try (SearchIndex index = new SearchIndex().refresh()) {
      assertThat(rows(index, Sort.RELEVANCE, 3)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void documents_that_are_replaced_meanwhile_are_those_of_the_beginning(int shards)
      throws IOException {
    try (SearchIndex index = filled(shards, 40)) {
      List<String> before = rows(index, Sort.RELEVANCE, WHOLE);
      List<String> told = new ArrayList<>();
      stream(
          index,
          Sort.RELEVANCE,
          5,
          row -> {
            if (told.size() % 50 == 25) {
              for (int i = 0; i < 40; i += 2) {
                index.add("d" + i, disclosures.next());
              }
              index.remove("d1").refresh();
            }
            told.add(row.hit().id());
          });
      assertThat(told).as("seed " + seed).isEqualTo(before);
      assertThat(rows(index, Sort.RELEVANCE, 5)).as("seed " + seed).isNotEqualTo(before);
    }
  }

  /**
   * The number of calls grows linearly with the rows; there is one search, whatever their number.
   */
  @ParameterizedTest
  @CsvSource({"1, 60", "1, 160", "4, 160"})
  void the_work_grows_with_the_rows(int shards, int documents) throws IOException {
    int portion = 10;
    try (SearchIndex index = filled(shards, documents)) {
      Map<String, Integer> asked = new HashMap<>();
      List<String> told = new ArrayList<>();
      try (Shards.ShardsSnapshot held = index.shards().acquire()) {
        Shards.ShardsSnapshot counting =
            InterceptedShards.of(
                held,
                (method, arguments, result) -> {
                  asked.merge(method, 1, Integer::sum);
                  return result;
                });
        MergedIndex merged = new MergedIndex(counting, new IndexStateCache(1));
        new RowStream(merged, row -> told.add(row.hit().id()), portion)
            .run(request(Sort.RELEVANCE), false);
      }
      assertThat(told).as("seed " + seed).hasSizeGreaterThan(8 * portion);
      assertThat(asked).containsEntry("search", shards);
      assertThat(asked.get("sortedRows")).isBetween(1, told.size() / portion + shards);
      assertThat(asked.get("exportRows")).isBetween(1, shards * (told.size() / 100 + 1));
    }
  }

  private static SearchRequest request(Sort sort) {
    return new SearchRequest(
        "经费", SearchScope.SECTIONS, Map.of(), Map.of(), sort, Grouping.NONE, 10, null);
  }

  private static void stream(
      SearchIndex index, Sort sort, int portion, java.util.function.Consumer<ExportRow> consumer)
      throws IOException {
    try (Shards.ShardsSnapshot held = index.shards().acquire()) {
      MergedIndex merged = new MergedIndex(held, new IndexStateCache(held.generation()));
      new RowStream(merged, consumer, portion).run(request(sort), false);
    }
  }

  private static List<String> rows(SearchIndex index, Sort sort, int portion) throws IOException {
    List<String> ids = new ArrayList<>();
    stream(index, sort, portion, row -> ids.add(row.hit().id()));
    return ids;
  }
}
