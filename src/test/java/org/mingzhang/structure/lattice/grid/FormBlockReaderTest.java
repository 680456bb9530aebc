package org.mingzhang.structure.lattice.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mingzhang.structure.grid.GridDrawing.part;
import static org.mingzhang.structure.grid.GridDrawing.section;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.TableData;

class FormBlockReaderTest {
  private static List<TableData> read(String drawing) {
    return FormBlockReader.read(List.of(section("部门整体支出绩效目标申报表", part(3, drawing))));
  }

  @Test
  void tasks_with_their_money_are_a_table_titled_by_the_label_beside_it() {
    TableData table =
        read("""
                部门名称 | 样本县司法局 | < | < | < | <
                年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | < | <
                ^ | ^ | ^ | 总额 | 财政拨款 | 其他资金
                ^ | 普法宣传 | 送法下乡12场 | 18.00 | 18.00 |
                ^ | 社区矫正 | 购买监管服务 | 26.50 | 20.00 | 6.50
                ^ | 金额合计 | | 44.50 | 38.00 | 6.50
                年度总体目标 | 普法覆盖全县。 | < | < | < | <
                """)
            .getFirst();
    assertEquals("年度主要任务", table.title());
    assertEquals(
        List.of("任务名称", "主要内容", "预算金额（万元）/总额", "预算金额（万元）/财政拨款", "预算金额（万元）/其他资金"), table.header());
    assertEquals(List.of("社区矫正", "购买监管服务", "26.50", "20.00", "6.50"), table.rows().get(1));
    assertEquals(3, table.rows().size());
  }

  @Test
  void shares_of_the_money_by_month_are_a_table() {
    TableData table =
        read("""
                资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底 |
                | 25.00% | 50.00% | 80.00% | 100.00% |
                绩效目标 | 保障基本生活。 | < | < | < | <
                """)
            .getFirst();
    assertEquals(List.of("3月底", "6月底", "10月底", "12月底"), table.header());
    assertEquals(List.of(List.of("25.00%", "50.00%", "80.00%", "100.00%")), table.rows());
  }

  @Test
  void tasks_without_money_and_blank_forms_are_no_tables() {
    assertEquals(
        List.of(),
        read(
            """
            年度主要任务 | 任务名称 | 主要内容 | 责任科室
            ^ | 普法宣传 | 送法下乡12场 | 普法科
            """));
    assertEquals(
        List.of(),
        read(
            """
            年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元）
            ^ | | |
            ^ | 金额合计 | |
            """));
  }
}
