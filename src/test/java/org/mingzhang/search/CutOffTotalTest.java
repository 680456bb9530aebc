package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.shard.RandomDisclosures;
import org.mingzhang.shard.SearchIndex;

/** Tests totals of searches that reached the time limit. */
class CutOffTotalTest {
  @Test
  void a_lower_bound_is_not_kept_as_the_total() throws IOException {
    try (SearchIndex index = new SearchIndex()) {
      RandomDisclosures disclosures = new RandomDisclosures(new Random(1));
      for (int i = 0; i < 5; i++) {
        index.add("d" + i, disclosures.next());
      }
      index.refresh();
      SearchRequest all = SearchRequest.of("", SearchScope.DOCUMENTS);
      try (SearchService service =
          new SearchService(firstCountIsCutOff(index.shards()), Duration.ofSeconds(9))) {
        assertThat(service.countTotal(all)).isEqualTo(2);
        assertThat(service.countTotal(all)).isEqualTo(5);
      }
    }
  }

  private static Shards firstCountIsCutOff(Shards shards) {
    AtomicInteger counts = new AtomicInteger();
    return proxy(
        Shards.class,
        (name, result) ->
            name.equals("acquire") ? cutOff((Shards.ShardsSnapshot) result, counts) : result,
        shards);
  }

  private static Shards.ShardsSnapshot cutOff(Shards.ShardsSnapshot held, AtomicInteger counts) {
    List<ShardPort> ports = new ArrayList<>();
    for (ShardPort port : held.shards()) {
      ports.add(
          proxy(
              ShardPort.class,
              (name, result) ->
                  name.equals("count") && counts.getAndIncrement() == 0
                      ? new ShardHitCount(true, 2, List.of(), true)
                      : result,
              port));
    }
    return new Shards.ShardsSnapshot() {
      @Override
      public List<ShardPort> shards() {
        return ports;
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

  /** Changes the result of a call, given the name of the method. */
  @FunctionalInterface
  private interface ResultChange {
    Object apply(String method, Object result);
  }

  private static <T> T proxy(Class<T> type, ResultChange change, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                method.getName().equals("close") && type == Shards.class
                    ? null
                    : change.apply(method.getName(), method.invoke(target, arguments))));
  }
}
