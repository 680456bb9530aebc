package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PinyinGlossRemoverTest {
  @Test
  void syllables_with_a_tone_mark_after_a_character_are_removed() {
    assertThat(PinyinGlossRemover.remove("某市第一中學(xué)校2021年部門預（yù）算"))
        .isEqualTo("某市第一中學校2021年部門預算");
  }

  @Test
  void other_brackets_stay() {
    assertThat(PinyinGlossRemover.remove("一般公共预算(a)表（公开）(xué)")).isEqualTo("一般公共预算(a)表（公开）(xué)");
  }
}
