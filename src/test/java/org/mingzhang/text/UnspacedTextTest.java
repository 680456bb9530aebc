package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnspacedTextTest {
  @ParameterizedTest
  @CsvSource({
    "二Ｏ二四年, 二〇二四年",
    "二ＯＯ九年, 二〇〇九年",
    "２ Ｏ ２４, 2〇24",
    "ＯＥＣＤ项目, OECD项目",
    "ＣＥＯ培训, CEO培训",
    "Ｏ型血, O型血",
    "二○二三, 二〇二三"
  })
  void the_full_width_letter_is_zero_beside_digits_only(String text, String unspaced) {
    assertThat(UnspacedText.unspace(text)).isEqualTo(unspaced);
  }
}
