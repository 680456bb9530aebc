package org.mingzhang.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ValueClustersTest {
  private static final int ROUNDS = 2_000;

  @Test
  void groups_are_those_of_holding_each_number_against_every_group() {
    long seed = new Random().nextLong();
    RandomGenerator random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      List<PrintedValueInterval> intervals = intervals(random);
      ValueClusters clusters = new ValueClusters();
      for (int i = 0; i < intervals.size(); i++) {
        clusters.add(i, intervals.get(i));
      }
      assertThat(clusters.clusters())
          .as("seed %d, round %d: %s", seed, round, intervals)
          .isEqualTo(oneByOne(intervals));
    }
  }

  /** Printed numbers, the most exact first, in steps of 1, 10 and 100. */
  private static List<PrintedValueInterval> intervals(RandomGenerator random) {
    List<PrintedValueInterval> intervals = new ArrayList<>();
    for (int step = 1; step <= 1_000; step *= 10) {
      for (int i = random.nextInt(12); i > 0; i--) {
        BigDecimal low = BigDecimal.valueOf((long) random.nextInt(2_000 / step + 1) * step);
        intervals.add(new PrintedValueInterval(low, low.add(BigDecimal.valueOf(step))));
      }
    }
    return intervals;
  }

  private static List<List<Integer>> oneByOne(List<PrintedValueInterval> intervals) {
    List<List<Integer>> groups = new ArrayList<>();
    List<PrintedValueInterval> common = new ArrayList<>();
    for (int i = 0; i < intervals.size(); i++) {
      PrintedValueInterval interval = intervals.get(i);
      int at = 0;
      while (at < groups.size() && common.get(at).excludes(interval)) {
        at++;
      }
      if (at == groups.size()) {
        groups.add(new ArrayList<>());
        common.add(interval);
      }
      groups.get(at).add(i);
      common.set(at, common.get(at).intersect(interval));
    }
    return groups;
  }
}
