package org.mingzhang.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
  @Test
  void a_line_is_found_through_noise_and_level_noise_has_none() {
    Random random = new Random(5);
    Trend rising =
        Trend.of(
            IntStream.range(0, 200).mapToDouble(i -> i * 0.5 + random.nextGaussian()).toArray());
    assertThat(rising.slope()).isBetween(0.48, 0.52);
    assertThat(rising.noGrowth()).isFalse();
    Trend level =
        Trend.of(IntStream.range(0, 200).mapToDouble(i -> random.nextGaussian()).toArray());
    assertThat(Math.abs(level.slope())).isLessThan(level.margin() * 2);
    assertThat(Trend.of(new double[] {4, 4, 4, 4}).noGrowth()).isTrue();
  }

  @Test
  void neighbors_that_are_alike_widen_the_interval() {
    Random random = new Random(6);
    double[] alike = new double[200];
    double[] free = new double[200];
    for (int i = 1; i < alike.length; i++) {
      free[i] = random.nextGaussian();
      alike[i] = 0.9 * alike[i - 1] + free[i] * Math.sqrt(1 - 0.81);
    }
    assertThat(Trend.of(alike).margin()).isGreaterThan(Trend.of(free).margin() * 2);
  }
}
