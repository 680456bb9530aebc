package org.mingzhang.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PipeSeparatedTableParserTest {
  @Test
  void rows_between_bars_are_a_table_without_its_borders() {
    List<String> lines =
        List.of(
            "| 项目 | 行次 | 决算数 |", "|---|:-:|---|", "| 一、拨款收入 | 1 | 5.2 |", "| 合计 | | 5.2 |", "说明：无");
    TextTable table = PipeSeparatedTableParser.parse(lines, 0).orElseThrow();
    assertThat(table.rows())
        .containsExactly(
            List.of("项目", "行次", "决算数"), List.of("一、拨款收入", "1", "5.2"), List.of("合计", "", "5.2"));
    assertThat(table.end()).isEqualTo(4);
  }

  @Test
  void one_line_with_a_bar_is_no_table() {
    assertThat(PipeSeparatedTableParser.parse(List.of("首页 | 政务公开 | 财政信息", "2023年度部门决算"), 0))
        .isEmpty();
  }

  @Test
  void rows_padded_at_the_end_are_no_table_even_if_one_has_an_empty_cell_in_place() {
    List<String> shifted =
        List.of(
            "项目资金 |  | 年初预算数 | 全年执行数 | 得分 |||",
            "绩效指标 | 一级指标 | 三级指标 | 指标值 | 分值 | 得分 ||",
            "产出指标 | 巡查次数 | 12次 | 10 | 10 |||",
            "整改率 | 95% | 10 | 10 ||||",
            "完成时限 | 12月底前 | 10 | 10 ||||",
            "效益指标 | 投诉下降率 | 5% | 10 | 10 |||",
            "群众知晓率 | 80% | 10 | 10 ||||",
            "满意度 | 90% | 10 | 10 ||||",
            "处置及时率 | 98% | 10 | 10 ||||",
            "总分 | 100 | 99 |||||");
    assertThat(PipeSeparatedTableParser.parse(shifted, 0)).isEmpty();
  }

  @Test
  void a_total_without_a_remark_at_its_end_is_no_padded_row() {
    List<String> lines =
        List.of(
            "| 名称 | 数额 | 说明 |",
            "| 道路养护 | 12.50 | 养护8公里 |",
            "| 路灯更换 | 7.50 | 更换40盏 |",
            "| 合计 | 20.00 | |");
    assertThat(PipeSeparatedTableParser.parse(lines, 0).orElseThrow().rows())
        .last()
        .isEqualTo(List.of("合计", "20.00", ""));
  }

  @Test
  void a_row_whose_empty_cells_may_be_those_of_numbers_is_padded() {
    List<String> amounts =
        List.of(
            "| 名称 | 预算 | 决算 | 说明 |",
            "| 道路养护 | 12.50 | 10.00 | 养护8公里 |",
            "| 路灯更换 | 7.50 | 7.00 | 更换40盏 |",
            "| 绿化 | 3.00 | | |");
    assertThat(PipeSeparatedTableParser.parse(amounts, 0)).isEmpty();
    List<String> remark =
        List.of(
            "| 名称 | 数额 | 说明 | 备注 |",
            "| 道路养护 | 12.50 | 养护8公里 | 已完成 |",
            "| 路灯更换 | 7.50 | 更换40盏 | 未完成 |",
            "| 绿化 | 3.00 | 已完成 | |");
    assertThat(PipeSeparatedTableParser.parse(remark, 0)).isEmpty();
  }

  private static final List<String> BOX =
      List.of(
          "┌────┬───┐",
          "│名称    │数额  │",
          "├────┼───┤",
          "│道路养护│ 12.50│",
          "│路灯更换│  7.50│",
          "└────┴───┘");

  @Test
  void the_lines_of_a_box_belong_to_the_table_in_it() {
    TextTable table = PipeSeparatedTableParser.parse(BOX, 0).orElseThrow();
    assertThat(table.rows())
        .containsExactly(List.of("名称", "数额"), List.of("道路养护", "12.50"), List.of("路灯更换", "7.50"));
    assertThat(table.end()).isEqualTo(6);
    assertThat(PipeSeparatedTableParser.mayStartAt(BOX, 0)).isTrue();
    assertThat(PipeSeparatedTableParser.mayStartAt(List.of("┌────┐", "通知"), 0)).isFalse();
  }

  @Test
  void lines_between_the_rules_of_a_box_are_one_row_if_each_row_is_ruled() {
    List<String> wrapped =
        List.of(
            "┌────┬───┐",
            "│名称    │数额  │",
            "├────┼───┤",
            "│道路养护│ 12.50│",
            "│及维修  │      │",
            "├────┼───┤",
            "│路灯更换│  7.50│",
            "└────┴───┘");
    assertThat(PipeSeparatedTableParser.parse(wrapped, 0).orElseThrow().rows())
        .containsExactly(List.of("名称", "数额"), List.of("道路养护及维修", "12.50"), List.of("路灯更换", "7.50"));
    for (int at = 1; at < wrapped.size(); at++) {
      assertThat(PipeSeparatedTableParser.parse(wrapped, at)).isEmpty();
    }
  }

  @Test
  void lines_between_the_rules_of_a_box_are_no_row_if_they_have_numbers_below_each_other() {
    List<String> groups =
        List.of(
            "+------+-----+",
            "| 名称 | 数额|",
            "+------+-----+",
            "| 道路 | 12.5|",
            "| 路灯 | 10.0|",
            "+------+-----+",
            "| 绿化 |  7.5|",
            "+------+-----+");
    assertThat(PipeSeparatedTableParser.parse(groups, 0)).isEmpty();
  }
}
