package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraditionalToSimplifiedConverterTest {
  @Test
  void every_character_keeps_its_index() {
    String text = "2022年度部門決算報表（公開01表）：“三公”經費";

    assertThat(TraditionalToSimplifiedConverter.simplify(text))
        .isEqualTo("2022年度部门决算报表（公开01表）：“三公”经费")
        .hasSameSizeAs(text);
  }

  @Test
  void variants_that_only_search_folds_stay_in_documents() {
    assertThat(TraditionalToSimplifiedConverter.simplify("成效顯著，財預〔2020〕1號"))
        .isEqualTo("成效显著，财预〔2020〕1号");
  }

  @Test
  void a_traditional_edition_is_told_from_simplified_text_with_a_rare_character() {
    assertThat(TraditionalToSimplifiedConverter.isTraditional("第二部分 2022年度部門決算説明 一、收入支出決算總體情況"))
        .isTrue();
    assertThat(TraditionalToSimplifiedConverter.isTraditional("乾县财政局2022年度部门决算情况说明：收入支出决算总体情况说明"))
        .isFalse();
    assertThat(TraditionalToSimplifiedConverter.isTraditional("")).isFalse();
  }
}
