package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.shard.RandomDisclosures;
import org.mingzhang.shard.SearchIndex;

/** Tests totals and pages of searches that reached the time limit. */
class CutOffTotalTest {
  private static SearchIndex filled(int shards, int documents) {
    SearchIndex index = new SearchIndex(shards);
    RandomDisclosures disclosures = new RandomDisclosures(new Random(1));
    for (int i = 0; i < documents; i++) {
      index.add("d" + i, disclosures.next());
    }
    return index.refresh();
  }

  @Test
  void a_lower_bound_is_not_kept_as_the_total() throws IOException {
    AtomicInteger counts = new AtomicInteger();
    SearchRequest all = SearchRequest.of("", SearchScope.DOCUMENTS);
    try (SearchIndex index = filled(1, 5);
        SearchService service =
            new SearchService(
                InterceptedShards.of(
                    index.shards(),
                    (method, arguments, result) ->
                        method.equals("count") && counts.getAndIncrement() == 0
                            ? new ShardHitCount(true, 2, List.of(), true)
                            : result),
                Duration.ofSeconds(9))) {
      assertThat(service.countTotal(all)).isEqualTo(2);
      assertThat(service.countTotal(all)).isEqualTo(5);
    }
  }

  @Test
  void a_page_of_agencies_says_when_the_search_for_their_rows_was_cut_off() throws IOException {
    SearchRequest request =
        SearchRequest.of("经费", SearchScope.SECTIONS).withGrouping(SearchRequest.Grouping.AGENCY);
    try (SearchIndex index = filled(3, 20)) {
      assertThat(search(index, request, false).timedOut()).isFalse();
      SearchResults cutOff = search(index, request, true);
      assertThat(cutOff.hits()).isNotEmpty();
      assertThat(cutOff.timedOut()).isTrue();
    }
  }

  /** Searches; the searches for the rows of given agencies may reach the time limit. */
  private static SearchResults search(SearchIndex index, SearchRequest request, boolean cutOff)
      throws IOException {
    Shards shards =
        InterceptedShards.of(
            index.shards(),
            (method, arguments, result) ->
                cutOff
                        && arguments != null
                        && arguments[0] instanceof ShardSearchRequest search
                        && search.agencies() != null
                        && result instanceof ShardSearchResult whole
                    ? new ShardSearchResult(
                        whole.matchedCount(),
                        whole.total(),
                        whole.counts(),
                        whole.rows(),
                        whole.documents(),
                        whole.notices(),
                        true)
                    : result);
    try (SearchService service = new SearchService(shards, Duration.ofMinutes(10))) {
      return service.search(request);
    }
  }
}
