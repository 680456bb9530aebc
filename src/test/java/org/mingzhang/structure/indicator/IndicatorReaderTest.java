package org.mingzhang.structure.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mingzhang.structure.grid.GridDrawing.part;
import static org.mingzhang.structure.grid.GridDrawing.section;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.structure.table.TableReader;
import org.mingzhang.target.UndecidedTargetReason;

class IndicatorReaderTest {
  private static List<Indicator> read(Section... sections) {
    return new IndicatorReader().read(new TableReader().read(List.of(sections)).sections());
  }

  private static List<Indicator> read(String drawing) {
    return read(section("示例单位整体支出绩效自评表", part(1, drawing)));
  }

  private static List<String> lines(List<Indicator> rows) {
    return rows.stream().map(IndicatorLine::format).toList();
  }

  @Test
  void a_header_whose_levels_were_misread_in_a_scan_still_heads_its_columns() {
    List<Indicator> rows =
        read(
            """
            一级指标 | 二纪指标 | 三绍指标 | 年度指标值 | 实际完成值 | 得分
            产出指标 | 数量指标 | 办理甲事 | ≥30件 | 165件 | 3
            """);
    assertEquals(List.of("产出指标/数量指标/办理甲事/≥30件/165件/-/3"), lines(rows));
  }

  @ParameterizedTest
  @CsvSource({
    "项目支出绩效监控表, 执行情况",
    "项目支出绩效运行监控情况表, 全年执行情况",
    "项目支出绩效目标表, 1-7月执行情况",
    "项目支出绩效自评表, 截至7月底完成情况",
    "项目支出绩效自评表, 1-6月完成值"
  })
  void a_result_of_a_part_of_the_year_neither_misses_nor_meets_its_target(
      String caption, String column) {
    assertThat(readResult(caption, column, "完成目标可能性", "确定能"))
        .isNotEmpty()
        .allMatch(
            row ->
                UndecidedTargetReason.findReason(row)
                    .equals(Optional.of(UndecidedTargetReason.PART_OF_YEAR)));
  }

  @ParameterizedTest
  @CsvSource({"视频监控项目支出绩效自评表, 实际完成值", "治安监控维护项目支出绩效自评表, 全年执行情况", "项目支出绩效自评表, 1-12月完成值"})
  void results_of_the_year_are_judged(String caption, String column) {
    assertThat(readResult(caption, column, "得分", "3"))
        .isNotEmpty()
        .allMatch(row -> row.met() == Indicator.TargetResult.MISSED);
  }

  /** The indicators of a form with one row, whose result 16 is in a column with this title. */
  private static List<Indicator> readResult(
      String caption, String column, String lastColumn, String lastCell) {
    String header = String.join(" | ", "一级指标 | 二级指标 | 三级指标 | 年度指标值", column, lastColumn);
    String row = "产出指标 | 数量指标 | 办理甲事 | ≥30件 | 16件 | " + lastCell;
    return read(section(caption, part(1, header + "\n" + row + "\n")));
  }

  @Test
  void the_weight_of_an_indicator_is_not_that_of_its_levels() {
    List<Indicator> rows =
        read(
            """
            评价指标 | < | < | < | < | < | 指标说明 | 评分标准 | 自评分数
            一级指标 | 权重 | 二级指标 | 权重 | 三级指标 | 权重（%） | ^ | ^ | ^
            管理效率 | 50 | 预算执行 | 10 | 财务管理合规性 | 5 | 支出规范 | 一例扣1分 | 4
            ^ | ^ | ^ | ^ | 预算编制约束性 | 5 | 调剂情况 | 小于10%得满分 | 5
            合计 | < | < | < | < | 100 | | | 97
            """);
    assertEquals(List.of("管理效率/预算执行/财务管理合规性/-/-/5/4", "管理效率/预算执行/预算编制约束性/-/-/5/5"), lines(rows));
  }

  @Test
  void the_head_of_the_next_form_in_a_grid_is_no_indicator() {
    List<Indicator> rows =
        read(
            """
            一级指标 | 二级指标 | 三级指标 | 指标值
            产出指标 | 数量指标 | 办理甲事 | ≥30件
            项目名称 | 乙事经费 | < | <
            预算数 | 230.00 | 其中：财政资金 | 230.00
            一级指标 | 二级指标 | 三级指标 | 指标值
            产出指标 | 数量指标 | 办理乙事 | ≥5件
            """);
    assertEquals(List.of("产出指标/数量指标/办理甲事/≥30件/-/-/-", "产出指标/数量指标/办理乙事/≥5件/-/-/-"), lines(rows));
    assertEquals("乙事经费", rows.get(1).project());
  }

  @Test
  void merged_levels_hold_and_a_new_goal_ends_them() {
    List<Indicator> rows =
        read(
            """
            单位名称 | < | 样本市示例局 | < | < | < | <
            年度绩效目标1：（5分）做好甲事。 | < | < | < | < | < | <
            年度绩效⏎指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
            ^ | 产出指标 | 数量指标 | 办理甲事 | ≥30件 | 165件 | 3
            ^ | ^ | ^ | 宣传甲事 | 开展⏎宣传 | 开展14场 | 3
            ^ | 效益指标 | 社会效益指标 | 甲事顺利 | 顺利 | 顺利 | 2
            年度绩效目标2:（10分）做好乙事。 | < | < | < | < | < | <
            年度绩效⏎指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
            ^ | 产出指标 | 质量指标 | 乙事合格率 | 100% | 98% | 3
            总分 | < | < | < | < | < | 94.15
            改进措施 | 二级指标细化 | < | < | < | < | <
            """);
    assertEquals(
        List.of(
            "产出指标/数量指标/办理甲事/≥30件/165件/-/3",
            "产出指标/数量指标/宣传甲事/开展宣传/开展14场/-/3",
            "效益指标/社会效益指标/甲事顺利/顺利/顺利/-/2",
            "产出指标/质量指标/乙事合格率/100%/98%/-/3"),
        lines(rows));
    assertEquals("做好甲事。", rows.get(0).goal());
    assertEquals("做好乙事。", rows.get(3).goal());
    assertEquals("示例单位整体支出绩效自评表", rows.get(0).tableCaption());
    assertEquals(Indicator.TargetResult.MISSED, rows.get(3).met());
  }

  @Test
  void a_project_form_gives_project_goal_points_and_merged_note() {
    List<Indicator> rows =
        read(
            """
            项目支出名称 | < | 示例专项 | < | < | < | < | < | <
            项目资金⏎(万元) | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | <
            ^ | 年度资金总额 | 15.3 | 0 | 0 | 10 | 0 | | <
            年度总体⏎目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | <
            ^ | 保证工作正常开展 | < | < | < | 未完成 | < | < | <
            绩效⏎指标 | 一级指标 | 二级指标 | 三级指标 | 年度⏎指标值 | 实际⏎完成值 | 分值 | 得分 | 偏差原因⏎分析及⏎改进措施
            ^ | 成本指标⏎(20分) | 经济成本指标 | 项目成本 | ≤15.3万元 | — | 10 | | 经费不足
            ^ | ^ | 社会成本指标 | 社会成本节约率 | ≥0% | — | 5 | | ^
            总分 | < | < | < | < | < | 100 | |
            """);
    assertEquals(
        List.of("成本指标/经济成本指标/项目成本/≤15.3万元/—/10/-", "成本指标/社会成本指标/社会成本节约率/≥0%/—/5/-"), lines(rows));
    assertEquals("示例专项", rows.get(0).project());
    assertEquals("保证工作正常开展", rows.get(0).goal());
    assertEquals("经费不足", rows.get(1).note());
  }

  @Test
  void an_empty_row_of_remarks_is_no_reason_and_an_impossible_target_is_not_missed() {
    List<Indicator> rows =
        read(
            """
            一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 未完成原因和改进措施
            产出指标 | 数量指标 | 入库数量 | 100% | 95% | 说明无
            产出指标 | 数量指标 | 检查次数 | ≥12次 | 9次 | 说明：人手不足
            满意度指标 | 服务对象满意度指标 | 市民满意度 | 290% | 98% | 无
            """);
    assertThat(rows).extracting(Indicator::note).containsExactly(null, "说明：人手不足", "无");
    assertThat(rows)
        .extracting(Indicator::met)
        .containsExactly(
            Indicator.TargetResult.MISSED,
            Indicator.TargetResult.MISSED,
            Indicator.TargetResult.UNKNOWN);
  }

  @Test
  void names_broken_over_rows_and_columns_shifted_left_are_put_right() {
    List<Indicator> rows =
        read(
            """
            年度绩效指标 | 一级 | 二级指标 | 三级指标 | 指标值
            | 指标 | | |
            | 运行 | 公用经费控制 | 公用经费控制率 | 0
            | 成本 | 在职人员控制 | 在职人员控制率 | 3
            | | | …… |
            | 履职 | 核心业务产出1 | 职工社会影响力 | 90%
            | 效能 | | |
            可持续影响指标 | | 长期影响 | 明显 |
            满意度指标 (10分) | 服务对象满意度 | 职工满意度 | 100% |
            """);
    assertEquals(
        List.of(
            "运行成本/公用经费控制/公用经费控制率/0/-/-/-",
            "运行成本/在职人员控制/在职人员控制率/3/-/-/-",
            "履职效能/核心业务产出1/职工社会影响力/90%/-/-/-",
            "履职效能/可持续影响指标/长期影响/明显/-/-/-",
            "满意度指标/服务对象满意度/职工满意度/100%/-/-/-"),
        lines(rows));
  }

  @Test
  void sign_and_unit_in_columns_of_their_own_belong_to_the_target() {
    List<Indicator> rows =
        read(
            """
            一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 权重（%） | 全年完成值 | 自评得分
            产出指标 | 数量指标 | 培训人数 | ≥ | 100 | 人 | 20 | 120 | 20
            ^ | 质量指标 | 培训效果 | 定性 | 良好 | | 20 | 良好 | 20
            """);
    assertEquals(
        List.of("产出指标/数量指标/培训人数/≥100人/120/20/20", "产出指标/质量指标/培训效果/良好/良好/20/20"), lines(rows));
    assertEquals(Indicator.TargetResult.MET, rows.get(0).met());
  }

  @Test
  void goals_of_the_project_and_of_the_year_side_by_side_are_two_rows() {
    List<Indicator> rows =
        read(
            """
            绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值
            ^ | 产出指标 | 数量指标 | 修路 | 30公里 | 数量指标 | 修路 | 10公里
            ^ | ^ | 质量指标 | 合格率 | 100% | 质量指标 | 合格率 | 100%
            """);
    assertEquals(
        List.of("产出指标/数量指标/修路/30公里/-/-/-", "产出指标/数量指标/修路/10公里/-/-/-", "产出指标/质量指标/合格率/100%/-/-/-"),
        lines(rows));
  }

  @Test
  void a_header_of_two_rows_names_the_columns_by_the_lower_one() {
    List<Indicator> rows =
        read(
            """
            一级指标 | 二级指标 | 三级指标 | 指标值 | < | 自评 | <
            ^ | ^ | ^ | 年初目标值 | 实际完成值 | 分值 | 得分
            产出指标 | 数量指标 | 培训 | 5次 | 6次 | 10 | 9
            """);
    assertEquals(List.of("产出指标/数量指标/培训/5次/6次/10/9"), lines(rows));
  }

  @Test
  void a_form_over_two_pages_is_read_as_one() {
    List<Indicator> rows =
        read(
            section(
                "自评表",
                part(
                    1,
                    """
                    一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | 得分
                    产出指标 | 数量指标 | 培训 | 5次 | 6次，其中一次通过 | 9
                    """),
                part(
                    2,
                    """
                    | | | | 网络开展 |
                    ^ | 质量指标 | 合格率 | 100% | 100% | 5
                    """)));
    assertEquals(
        List.of("产出指标/数量指标/培训/5次/6次，其中一次通过网络开展/-/9", "产出指标/质量指标/合格率/100%/100%/-/5"), lines(rows));
    assertEquals(2, rows.get(1).page());
  }

  @Test
  void forms_without_a_third_level_take_the_second_as_name() {
    List<Indicator> rows =
        read(
            """
            一级指标 | 二级指标 | 指标值 | 完成情况
            产出指标 | 开展活动 | 5场 | 5场
            """);
    assertEquals(List.of("产出指标/开展活动/开展活动/5场/5场/-/-"), lines(rows));
  }

  @Test
  void a_list_of_projects_gives_each_row_its_project_and_goal() {
    List<Indicator> rows =
        read(
            """
            单位名称 | 项目名称 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 绩效指标性质 | 绩效指标值 | 绩效度量单位 | 权重 | 指标方向性
            示例局 | 甲项目 | 办好甲事 | 产出指标 | 数量指标 | 活动次数 | ≥ | 5 | 次 | 20 | 正向指标
            ^ | ^ | ^ | 效益指标 | 社会效益指标 | 群众知晓 | 定性 | 良 | | 20 | 正向指标
            ^ | 乙项目 | 办好乙事 | 产出指标 | 数量指标 | 培训人数 | ≤ | 30 | 人 | 20 | 反向指标
            """);
    assertEquals(
        List.of(
            "产出指标/数量指标/活动次数/≥5次/-/20/-", "效益指标/社会效益指标/群众知晓/良/-/20/-", "产出指标/数量指标/培训人数/≤30人/-/20/-"),
        lines(rows));
    assertEquals(List.of("甲项目", "甲项目", "乙项目"), rows.stream().map(Indicator::project).toList());
    assertEquals("办好乙事", rows.get(2).goal());
  }

  @Test
  void names_that_look_like_remarks_are_names_and_placeholders_are_none() {
    List<Indicator> rows =
        read(
            """
            绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值（包含数字及文字描述） | 实际完成值
            ^ | 产出指标 | 数量指标 | 评价结果应用率 | 98% | 98%
            ^ | ^ | ^ | 合计金额 | 5万元 | 5万元
            ^ | ^ | 质量指标 | 指标1： | |
            ^ | ^ | ^ | 指标2： | ≥   % |
            ^ | ^ | 时效指标 | 指标1： |    年  月  日前 |
            ^ | ^ | 成本指标 | 指标1： | ≤  万元 | 元
            ^ | ^ | ^ | …… | |
            """);
    assertEquals(
        List.of("产出指标/数量指标/评价结果应用率/98%/98%/-/-", "产出指标/数量指标/合计金额/5万元/5万元/-/-"), lines(rows));
    assertEquals(null, rows.get(0).goal());
  }
}
