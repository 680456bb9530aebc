package org.mingzhang.structure.lattice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the numbers among the texts of cells. */
class CellTextClassifierTest {
  /** Each of these stopped the reading of its document while it was parsed as a plain number. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10 | 10",
        "9.75 | 9.75",
        "1,234.50 | 1234.5",
        "1，234 | 1234",
        "￥5 | 5",
        "－3 | -3",
        "−0.5 | -0.5"
      })
  void whatever_is_a_number_has_a_value(String text, double value) {
    assertThat(CellTextClassifier.isNumber(text)).isTrue();
    assertThat(CellTextClassifier.toNumber(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "合计", "小 计", "总分80", "产出指标", "满意度", "服务对象满意度指标", "50", "101", "1.5",
        "≥95%", "12%", "……", "指标2：", "财政拨款", "2024年6月底", "某某镇", "较好", "其中：办公费", "甲",
        "推进样例工作落实，加强队伍建设。", "—", "XX", "公里", "三级指标", "预算执行"
      })
  void a_text_is_of_the_classes_that_it_has(String text) {
    assertThat(CellTextClass.values())
        .filteredOn(textClass -> CellTextClassifier.isOfClass(text, textClass))
        .containsExactlyInAnyOrderElementsOf(CellTextClassifier.classify(text));
  }

  @ParameterizedTest
  @CsvSource({"90%", "约10", "''"})
  void a_number_with_words_or_a_unit_is_none(String text) {
    assertThat(CellTextClassifier.isNumber(text)).isFalse();
  }
}
