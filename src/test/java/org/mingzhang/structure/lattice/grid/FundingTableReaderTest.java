package org.mingzhang.structure.lattice.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mingzhang.structure.grid.GridDrawing.part;
import static org.mingzhang.structure.grid.GridDrawing.section;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.TableData;

class FundingTableReaderTest {
  private static List<TableData> read(String drawing) {
    return FundingTableReader.read(List.of(section("项目支出绩效自评表", part(3, drawing))));
  }

  @Test
  void lines_beside_a_label_merged_over_them_are_a_table() {
    TableData table =
        read("""
                项目名称 | < | 河道管护经费 | < | < | < | < | <
                项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
                ^ | 年度资金总额： | 64.00 | 61.50 | 60.27 | 10 | 98% | 9.8
                ^ | 其中：本年财政拨款 | 64.00 | 61.50 | 60.27 | — | 98% | —
                ^ | 上年结转资金 | | | | — | | —
                年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | < | <
                """)
            .getFirst();
    assertEquals("项目支出绩效自评表", table.title());
    assertEquals("万元", table.unit());
    assertEquals(List.of("项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"), table.header());
    assertEquals(3, table.rows().size());
    assertEquals(
        List.of("其中：本年财政拨款", "64.00", "61.50", "60.27", "—", "98%", "—"), table.rows().get(1));
    assertEquals(List.of(3, 3, 3), table.rowPages());
  }

  @Test
  void cells_below_merged_titles_are_theirs() {
    TableData table =
        read("""
                预算执行情况（万元） | | 预算数（A） | < | 执行数（B） | 执行率（B/A） | 得分
                | 部门整体支出总额 | 512.3 | < | 498.1 | 97.23% | 19.45
                年度目标1： | 维护公共照明 | < | < | < | < | <
                """)
            .getFirst();
    assertEquals(List.of(List.of("部门整体支出总额", "512.3", "498.1", "97.23%", "19.45")), table.rows());
  }

  @Test
  void a_title_above_the_names_of_funds_is_no_column_of_amounts() {
    TableData table =
        read("""
                预算执行情况（10分） | 年度预算数（万元） | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分
                ^ | 总额 | 52.00 | 60.50 | 58.08 | 96.00% | 10 | 9.60
                ^ | 其中：财政资金 | 52.00 | 60.50 | 58.08 | 96.00% | / | /
                """)
            .getFirst();
    assertEquals(
        List.of("年初预算", "调整后预算数", "预算执行数", "预算执行率", "权重", "得分"), table.header().subList(1, 7));
    assertEquals(
        List.of("总额", "52.00", "60.50", "58.08", "96.00%", "10", "9.60"), table.rows().getFirst());
    assertEquals(2, table.rows().size());
  }

  @Test
  void funds_of_levels_of_government_and_scores_with_their_formula_are_read() {
    TableData table =
        read("""
                预算执行情况（万元）（20分） | | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分（20分*执行率）
                ^ | 年度财政资金总额 | 300.00 | 285.00 | 95.00% | 19.00
                ^ | 其中：市级支出 | 100.00 | 95.00 | 95.00% | —
                ^ | 区级支出 | 200.00 | 190.00 | 95.00% | —
                """)
            .getFirst();
    assertEquals(
        List.of("年度财政资金总额", "其中：市级支出", "区级支出"), table.rows().stream().map(List::getFirst).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "项目资金（万元） | 资金来源 | 小计 | 省级财政 | 自筹\n | 年度资金总额 | 96.00 | 84.00 | 12.00",
        "资金情况（万元） | 资金来源 | 合计 | 中央补助 | 县级配套\n | 年度资金总额 | 96.00 | 84.00 | 12.00",
        "资金（万元） | 经费来源 | 总额 | 财政拨款 | 其他资金\n | 年度资金总额 | 96.00 | 84.00 | 12.00"
      })
  void sources_of_money_beside_their_title_are_columns(String drawing) {
    TableData table = read(drawing).getFirst();
    assertEquals("万元", table.unit());
    assertEquals(List.of(List.of("年度资金总额", "96.00", "84.00", "12.00")), table.rows());
  }

  @Test
  void each_form_of_a_grid_has_its_own_lines() {
    String form =
        """
        | 全年预算数 | 全年执行数 | 执行率
        资金总额 | 20 | 18 | 90%
        一级指标 | 二级指标 | 三级指标 | 得分
        产出指标 | 数量指标 | 巡查次数 | 5
        """;
    assertEquals(2, read(form + form).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // no name beside the amounts
        "项目资金 | | 年初预算数 | 全年执行数 | 执行率\n | | 64.00 | 60.27 | 98%",
        // the cells stand one column too far to the left
        "项目资金 | | 全年预算数 | 全年执行数 | 执行率 | 得分\n | 年度资金总额 | 64.00 | 98% | 9.8 | 超支",
        // a name that is no fund's
        "项目资金 | | 年初预算数 | 全年执行数 | 执行率\n | 购置垃圾桶200个，更换路灯 | 64.00 | 60.27 | 98%",
        // sources of money without the title of the names
        "项目资金 | | 小计 | 省级财政 | 自筹\n | 年度资金总额 | 96.00 | 84.00 | 12.00",
        // one column of amounts
        "项目资金 | | 分值 | 全年执行数 | 得分\n | 年度资金总额 | 10 | 60.27 | 9.8",
        // other titles among them
        "项目资金 | | 年初预算数 | 负责人 | 全年执行数\n | 年度资金总额 | 64.00 | 张某 | 60.27"
      })
  void other_rows_are_none(String drawing) {
    assertEquals(List.of(), read(drawing));
  }
}
