package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseNumeralParserTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "〇, 0",
        "五, 5",
        "十, 10",
        "十五, 15",
        "两百, 200",
        "一百一十五, 115",
        "一百十五, 115",
        "一百五, 150",
        "三千五, 3500",
        "一百零五, 105",
        "一千零五十, 1050",
        "三千五百零二, 3502",
        "二〇二四, 2024",
        "百, 100",
        "九九九九九九九九九九九九九九九九九九, 999999999999999999",
        "九九九九九九九九九九九九九九九九九九九, -",
        "十十, -",
        "十百, -",
        "二三十, -",
        "一万, -",
        "'', -"
      })
  void numerals_of_all_forms_are_parsed(String numeral, Long value) {
    assertThat(ChineseNumeralParser.parse(numeral).orElse(null)).isEqualTo(value);
  }
}
