package org.mingzhang.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactTest {
  @ParameterizedTest
  @CsvSource({
    "持平, 元,", "相同, 元,", "无变化, 元,", "无, 辆, 辆",
    "0, 元, 元", "３.２, 元, 元", "五, 元, 元", "398.70, 万元, 万元",
  })
  void a_value_in_words_without_a_number_has_no_unit(String printed, String unit, String shown) {
    Fact fact =
        new Fact(
            "公务接待费",
            FactContext.UNKNOWN,
            Fact.Kind.CHANGE,
            BigDecimal.ZERO,
            printed,
            unit,
            null,
            false,
            List.of(new FactLocation("1", 1, 0, 1, "与上年" + printed, null)));
    assertThat(fact.printedUnit()).isEqualTo(shown);
  }
}
