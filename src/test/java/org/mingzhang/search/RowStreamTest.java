package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.shard.RandomDisclosures;
import org.mingzhang.shard.SearchIndex;

class RowStreamTest {
  @ParameterizedTest
  @EnumSource(Sort.class)
  void portions_of_any_size_give_the_same_rows_in_the_same_order(Sort sort) throws IOException {
    long seed = System.nanoTime();
    RandomDisclosures disclosures = new RandomDisclosures(new Random(seed));
    try (SearchIndex index = new SearchIndex()) {
      for (int i = 0; i < 20; i++) {
        index.add("d" + i, disclosures.next());
      }
      index.refresh();
      List<String> whole = rows(index, sort, 1_000_000);
      assertThat(whole).as("seed " + seed).isNotEmpty().doesNotHaveDuplicates();
      assertThat(rows(index, sort, 1)).as("seed " + seed).isEqualTo(whole);
      assertThat(rows(index, sort, 7)).as("seed " + seed).isEqualTo(whole);
    }
  }

  @Test
  void nothing_found_is_nothing_handed_over() throws IOException {
    try (SearchIndex index = new SearchIndex().refresh()) {
      assertThat(rows(index, Sort.RELEVANCE, 3)).isEmpty();
    }
  }

  private static List<String> rows(SearchIndex index, Sort sort, int portion) throws IOException {
    SearchRequest request =
        new SearchRequest("经费", Scope.SECTIONS, Map.of(), Map.of(), sort, Grouping.NONE, 10, null);
    List<String> ids = new ArrayList<>();
    try (Shards.Held held = index.shards().hold()) {
      MergedIndex merged = new MergedIndex(held, new IndexState(held.generation()));
      new RowStream(merged, row -> ids.add(row.hit().id()), portion).run(request, false);
    }
    return ids;
  }
}
