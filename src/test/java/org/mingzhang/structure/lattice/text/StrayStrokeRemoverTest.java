package org.mingzhang.structure.lattice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrayStrokeRemoverTest {
  private static final String ROW = "20101 人大事务 12.50 10.00";

  @Test
  void bars_in_rows_whose_cells_are_separated_by_blanks_are_strokes() {
    assertThat(
            StrayStrokeRemover.remove(
                List.of(ROW, "20102 政协 | 8.00 6.00", "|20103 政府 9.00 1.00 丨|")))
        .containsExactly(ROW, "20102 政协 8.00 6.00", "20103 政府 9.00 1.00");
  }

  @Test
  void a_bar_beside_a_single_cell_is_a_stroke_if_no_other_bar_is_near() {
    assertThat(StrayStrokeRemover.remove(List.of("名称", "数量", "12 |", "单位")))
        .containsExactly("名称", "数量", "12", "单位");
    List<String> cells = List.of("名称 |", "数量", "12 |", "单位");
    assertThat(StrayStrokeRemover.remove(cells)).isEqualTo(cells);
  }

  @Test
  void bars_between_cells_are_kept() {
    List<String> rows = List.of("城市 低保 | 120.00 | 130.00", "合 计 | 120.00 | 130.00", ROW);
    assertThat(StrayStrokeRemover.remove(rows)).isEqualTo(rows);
    List<String> alone = List.of("20102 政协 | 8.00 6.00", "注：无");
    assertThat(StrayStrokeRemover.remove(alone)).isEqualTo(alone);
  }

  @Test
  void bars_that_divide_full_rows_in_different_ways_are_strokes() {
    assertThat(
            StrayStrokeRemover.remove(
                """
                项目支出表 |
                编制单位：某县水务局 | 单位：万元
                项目名称     单位名称 |    合计      财政拨款     其他资金
                | 渡口改造   港航中心     86.00 |   80.00    6.00
                航标维护 |    港航中心     120.00    120.00    0.00 .
                治超站运行 治超办   | 64.00     60.00   4.00 |
                _ 合计 |             270.00   260.00 |   10.00
                """
                    .lines()
                    .toList()))
        .containsExactly(
            "项目支出表",
            "编制单位：某县水务局 单位：万元",
            "项目名称 单位名称 合计 财政拨款 其他资金",
            "渡口改造 港航中心 86.00 80.00 6.00",
            "航标维护 港航中心 120.00 120.00 0.00",
            "治超站运行 治超办 64.00 60.00 4.00",
            "合计 270.00 260.00 10.00");
  }

  @Test
  void bars_that_divide_all_rows_alike_are_kept() {
    List<String> stacked =
        List.of("项目 | 2022年 2023年", "人员经费 | 10.00 12.00", "公用经费 | 3.00 4.00", "合计 | 13.00 16.00");
    assertThat(StrayStrokeRemover.remove(stacked)).isEqualTo(stacked);
  }
}
