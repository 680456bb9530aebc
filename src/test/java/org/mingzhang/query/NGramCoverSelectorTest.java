package org.mingzhang.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.Seed;
import org.mingzhang.analysis.FrequentBigrams;

class NGramCoverSelectorTest {
  @ParameterizedTest
  @CsvSource({
    "养鸡,养鸡",
    "养鸡场,养鸡 鸡场",
    "养鸡场地,养鸡 场地",
    "年度预算,年度预 度预算",
    "财政拨款支出,财政拨 款支出",
    "机关运行经费支出,机关 运行经 费支出",
    "养鸡支出,养鸡 鸡支出"
  })
  void frequent_pairs_are_read_as_part_of_longer_runs(String string, String runs) {
    assertThat(String.join(" ", cover(string))).isEqualTo(runs);
  }

  @Test
  void every_character_of_a_random_string_is_in_a_run_that_the_index_has() {
    long seed = Seed.next();
    Random random = new Random(seed);
    String letters = "财政拨款支出年度预算养鸡场20,元";
    for (int n = 0; n < 5_000; n++) {
      int[] points = random.ints(2 + random.nextInt(12), 0, letters.length()).toArray();
      for (int i = 0; i < points.length; i++) {
        points[i] = letters.charAt(points[i]);
      }
      BitSet covered = new BitSet();
      for (NGramCoverSelector.NGram run : NGramCoverSelector.selectCover(points)) {
        covered.set(run.start(), run.start() + run.length());
        assertThat(
                run.length() == 2
                    || FrequentBigrams.standard()
                        .containsFrequentBigram(
                            points[run.start()], points[run.start() + 1], points[run.start() + 2]))
            .as("seed " + seed)
            .isTrue();
        assertThat(run.length() == 2 && points.length > 2 && frequent(points, run.start()))
            .as("a frequent pair is read by itself, seed " + seed)
            .isFalse();
      }
      assertThat(covered.cardinality()).as("seed " + seed).isEqualTo(points.length);
    }
  }

  private static boolean frequent(int[] points, int at) {
    return FrequentBigrams.standard()
        .containsFrequentBigram(points[at], points[at + 1], Character.MAX_VALUE);
  }

  private static List<String> cover(String string) {
    return NGramCoverSelector.selectCover(string.codePoints().toArray()).stream()
        .map(run -> string.substring(run.start(), run.start() + run.length()))
        .toList();
  }
}
