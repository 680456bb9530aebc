package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;

/** Compares the selected facet values with those from sorting all values. */
class TopFacetOrdinalsTest {
  private static final long SEED = Seed.next();

  @Test
  void chosen_values_are_the_first_of_all_sorted() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      int[] counts = random.ints(1 + random.nextInt(60), 0, 1 + random.nextInt(12)).toArray();
      int most = random.nextInt(20);
      boolean highestFirst = random.nextBoolean();
      TreeSet<Integer> named = new TreeSet<>();
      random.ints(random.nextInt(3), 0, counts.length).forEach(named::add);
      TopFacetOrdinals best = new TopFacetOrdinals(most, highestFirst);
      for (int i = 0; i < counts.length; i++) {
        if (best.isCompetitive(i, counts[i]) || named.contains(i)) {
          best.add(i, counts[i], named.contains(i));
        }
      }
      assertThat(best.sortedOrdinals())
          .as("seed " + SEED + ", round " + round)
          .containsExactly(sorted(counts, most, highestFirst, named));
    }
  }

  private static int[] sorted(int[] counts, int most, boolean highestFirst, Set<Integer> named) {
    Comparator<Integer> byCount = Comparator.comparingInt(i -> -counts[i]);
    Comparator<Integer> order =
        highestFirst ? Comparator.reverseOrder() : byCount.thenComparing(Comparator.naturalOrder());
    List<Integer> all = IntStream.range(0, counts.length).boxed().sorted(order).toList();
    List<Integer> first = all.stream().filter(i -> counts[i] > 0).limit(most).toList();
    return all.stream()
        .filter(i -> first.contains(i) || named.contains(i))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Test
  void lists_below_others_are_made_once_and_not_before_they_are_read() {
    AtomicInteger made = new AtomicInteger();
    List<String> late =
        new LazyList<>(
            () -> {
              made.incrementAndGet();
              return new ArrayList<>(List.of("甲", "乙"));
            });
    assertThat(made).hasValue(0);
    assertThat(late).containsExactly("甲", "乙").isEqualTo(List.of("甲", "乙"));
    assertThat(made).hasValue(1);
  }
}
