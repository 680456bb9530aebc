package org.mingzhang.structure.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.structure.grid.GridDrawing.part;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.structure.grid.Grid;

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

  @ParameterizedTest
  @CsvSource({
    "年度主要任务 | 任务名称 | 预算金额, true",
    "年度重点工作任务 | 工作任务 | 预算金额, true",
    "年度任务 | 主要任务名称 | 预算金额, true",
    "年度主要任务 | 完成情况 | 预算金额, false",
    "任务名称 | 主要内容 | 预算金额, false"
  })
  void the_label_of_a_years_tasks_beside_their_title_makes_a_form(String header, boolean form) {
    Grid grid = new Grid(part(1, "单位名称 | 样本县司法局 |\n" + header + "\n | 普法宣传 | 18.00").grid());
    assertThat(TableVocabulary.isPerformanceForm(grid)).isEqualTo(form);
  }
}
