package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingCorrectorTest {
  private static final List<String> TEXTS =
      List.of("石泉市第二人民医院事业收入12.50万元", "石泉市第一人民医院项目支出8.00万元", "八项规定；入院人数；市民；民医；第二八小区；入库", "预算编制");

  /**
   * Counts texts with a phrase, or the pairs of characters of words; the typed words have no hit.
   */
  private static final class Texts implements SpellingCorrector.HitCounter {
    private final String typed;

    Texts(String typed) {
      this.typed = typed;
    }

    @Override
    public long count(String query) {
      return query.equals(typed)
          ? 0
          : IntStream.range(1, query.length())
              .filter(end -> contain(query.substring(end - 1, end + 1)))
              .count();
    }

    private static boolean contain(String phrase) {
      return TEXTS.stream().anyMatch(text -> text.contains(phrase));
    }

    @Override
    public boolean hasHits(String query) {
      return contain(query.replace("\"", ""));
    }
  }

  /** The shards of an empty index. */
  private record NoShards() implements Shards.ShardsSnapshot {
    @Override
    public List<ShardPort> shards() {
      return List.of();
    }

    @Override
    public long generation() {
      return 0;
    }

    @Override
    public void close() {}
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"第二人民医院项目,", "第二人民医院,", "人民医院事业,", "第一入民医院, 第一人民医院", "事业收人, 事业收入", "顸算编制, 预算编制"})
  void only_characters_that_do_not_occur_with_their_neighbors_are_misspelled(
      String typed, String corrected) throws IOException {
    Suggester none = Suggester.build(new NoShards());
    SpellingCorrector corrector = new SpellingCorrector(() -> none);
    assertThat(corrector.suggestCorrection(typed, 0, new Texts(typed))).isEqualTo(corrected);
  }
}
