package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests that kept results are not computed again and that each text has its own result. */
class TextFunctionCacheTest {
  private final AtomicInteger computed = new AtomicInteger();
  private final TextFunctionCache<String> results =
      new TextFunctionCache<>(
          text -> {
            computed.incrementAndGet();
            return "<" + text + ">";
          });

  @Test
  void a_short_text_is_computed_once() {
    for (int i = 0; i < 20; i++) {
      assertThat(results.getOrCompute("决算" + "数")).isEqualTo("<决算数>");
      assertThat(results.getOrCompute("预算数")).isEqualTo("<预算数>");
      assertThat(results.getOrCompute("")).isEqualTo("<>");
    }
    assertThat(computed).hasValue(3);
  }

  @Test
  void texts_of_the_same_hash_have_their_own_results() {
    for (int i = 0; i < 3; i++) {
      assertThat(results.getOrCompute("Aa")).isEqualTo("<Aa>");
      assertThat(results.getOrCompute("BB")).isEqualTo("<BB>");
    }
    assertThat(computed).hasValue(6);
  }

  @Test
  void more_texts_than_are_kept_have_their_own_results() {
    for (int round = 0; round < 2; round++) {
      assertThat(IntStream.range(0, 5_000).mapToObj(i -> "第" + i + "列"))
          .allSatisfy(text -> assertThat(results.getOrCompute(text)).isEqualTo("<" + text + ">"));
    }
  }

  @Test
  void a_long_text_is_not_kept() {
    String sentence = "支出".repeat(50);
    assertThat(results.getOrCompute(sentence)).isEqualTo(results.getOrCompute(sentence));
    assertThat(computed).hasValue(2);
  }
}
