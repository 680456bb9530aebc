package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.shard.RandomDisclosures;
import org.mingzhang.shard.SearchIndex;
import org.mingzhang.wire.ShardProtocol;
import org.mingzhang.wire.ShardState;

/** Answers while the state of a shard expires during the search. */
class MovingShardTest {
  private static final SearchRequest REQUEST =
      SearchRequest.of("工会", SearchScope.SECTIONS).withSize(50);

  /** A shard whose state expires at given calls. */
  private static final class Moving implements Shards {
    private final SearchIndex index;
    private final String question;
    private int left;
    private int spared;

    private Moving(SearchIndex index, String question, int times, int spared) {
      this.index = index;
      this.question = question;
      this.left = times;
      this.spared = spared;
    }

    @Override
    public ShardsSnapshot acquire() {
      ShardsSnapshot held = index.shards().acquire();
      ShardPort port = held.shards().getFirst();
      ShardPort moving =
          ShardProtocol.createStub(
              new ShardState("s", false, java.util.Map.of()),
              (name, arguments, bytes) -> {
                if (name.equals(question) && spared-- <= 0 && left-- > 0) {
                  throw new ExpiredStateException("state s is no more");
                }
                return ShardProtocol.dispatch(port, name, bytes);
              });
      return new ShardsSnapshot() {
        @Override
        public List<ShardPort> shards() {
          return List.of(moving);
        }

        @Override
        public long generation() {
          return held.generation();
        }

        @Override
        public void close() {
          held.close();
        }
      };
    }

    @Override
    public long generation() {
      return index.shards().generation();
    }

    @Override
    public void close() {}
  }

  private static SearchIndex filled() {
    RandomDisclosures disclosures = new RandomDisclosures(new Random(17));
    SearchIndex index = new SearchIndex();
    for (int i = 0; i < 80; i++) {
      SearchIndex unused = index.add("d" + i, disclosures.next());
    }
    return index.refresh();
  }

  @Test
  void an_answer_is_begun_again_where_a_shard_has_moved() throws Exception {
    try (SearchIndex index = filled();
        SearchService moving = new SearchService(new Moving(index, "hits", 2, 0))) {
      assertThat(moving.search(REQUEST).hits())
          .isEqualTo(index.service().search(REQUEST).hits())
          .isNotEmpty();
    }
  }

  @Test
  void an_answer_is_given_up_where_shards_move_all_the_time() throws Exception {
    try (SearchIndex index = filled();
        SearchService moving = new SearchService(new Moving(index, "hits", 9, 0))) {
      assertThatThrownBy(() -> moving.search(REQUEST)).isInstanceOf(ExpiredStateException.class);
    }
  }

  @Test
  void no_hit_is_handed_over_twice() throws Exception {
    List<String> ids = new ArrayList<>();
    try (SearchIndex index = filled();
        SearchService moving = new SearchService(new Moving(index, "exportRows", 1, 1))) {
      assertThatThrownBy(() -> moving.forEach(REQUEST, row -> ids.add(row.hit().id())))
          .isInstanceOf(ShardUnreachableException.class);
      assertThat(ids).hasSize(100).doesNotHaveDuplicates();
    }
    List<String> whole = new ArrayList<>();
    try (SearchIndex index = filled();
        SearchService moving = new SearchService(new Moving(index, "exportRows", 1, 0))) {
      moving.forEach(REQUEST, row -> whole.add(row.hit().id()));
      assertThat(whole).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }
  }
}
