package org.mingzhang.structure.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableVocabularyTest {
  @ParameterizedTest
  @CsvSource({
    "编制部门：样本县交通运输局, true",
    "部门编码及名称：[327]样本县交通运输局, true",
    "单位代码：327001, true",
    "单位：万元, true",
    "填报日期：2024年3月1日, true",
    "部门编码及名称, false",
    "单位名称, false"
  })
  void labels_above_a_table_end_with_a_colon(String text, boolean line) {
    assertThat(TableVocabulary.isLineAboveTable(text)).isEqualTo(line);
  }
}
