package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "共5万元,其中: 甲3万元; 乙2万元。|共5万元，其中:甲3万元；乙2万元。",
        "共1,234.56万元，占 5%,增长3%|共1,234.56万元，占5%，增长3%",
        "共1, 537.4万元|共1,537.4万元",
        "各是4125.49,4143.91万元|各是4125.49，4143.91万元",
        "，,。|，，。"
      })
  void commas_become_chinese_except_within_a_number(String original, String compact) {
    assertThat(CompactText.compact(original).text()).isEqualTo(compact);
  }
}
