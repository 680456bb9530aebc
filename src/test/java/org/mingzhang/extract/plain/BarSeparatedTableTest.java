package org.mingzhang.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarSeparatedTableTest {
  @Test
  void rows_between_bars_are_a_table_without_its_borders() {
    List<String> lines =
        List.of(
            "| 项目 | 行次 | 决算数 |", "|---|:-:|---|", "| 一、拨款收入 | 1 | 5.2 |", "| 合计 | | 5.2 |", "说明：无");
    TextTable table = BarSeparatedTable.parse(lines, 0).orElseThrow();
    assertThat(table.rows())
        .containsExactly(
            List.of("项目", "行次", "决算数"), List.of("一、拨款收入", "1", "5.2"), List.of("合计", "", "5.2"));
    assertThat(table.end()).isEqualTo(4);
  }

  @Test
  void one_line_with_a_bar_is_no_table() {
    assertThat(BarSeparatedTable.parse(List.of("首页 | 政务公开 | 财政信息", "2023年度部门决算"), 0)).isEmpty();
  }
}
