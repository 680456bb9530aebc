package org.mingzhang.structure.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.Topic;

/** Tests forms copied with one cell per line, without blank and merged cells. */
class CellFormsTest {
  @Test
  void notes_that_nobody_wrote_and_levels_that_hold_leave_no_trace() {
    assertThat(
            rows(
                "绩效指标 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施",
                "产出指标（50分） 数量指标 开展培训场次 ≥12场 15场 10 10",
                "慰问职工人数 800人 815人 10 10",
                "质量指标 资金发放准确率 100% 100% 15 15",
                "效益指标（30分） 社会效益指标 职工队伍稳定 稳定 基本稳定 15 14 宣传不足，加强宣传",
                "经济效益指标",
                "满意度指标（10分） 满意度指标 公众满意度 ≥90% 91% 10 10",
                "总分 100 98.7"))
        .containsExactly(
            "产出指标/数量指标/开展培训场次/≥12场/15场",
            "产出指标/数量指标/慰问职工人数/800人/815人",
            "产出指标/质量指标/资金发放准确率/100%/100%",
            "效益指标/社会效益指标/职工队伍稳定/稳定/基本稳定",
            "满意度指标/满意度指标/公众满意度/≥90%/91%");
  }

  @Test
  void a_header_of_two_rows_is_read_in_the_order_of_its_columns() {
    assertThat(
            rows(
                "绩效指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施",
                "一级指标 二级指标 三级指标 指标性质 指标值 度量单位",
                "产出指标 数量指标 宣传覆盖乡镇 >= 12 个 12个 15 15 无",
                "发放资料 = 5000 份 5000份 15 15 无",
                "效益指标 社会效益 知识知晓率 >= 85 % 80% 30 28 覆盖不足",
                "总分 100 98"))
        .containsExactly(
            "产出指标/数量指标/宣传覆盖乡镇/>=12个/12个",
            "产出指标/数量指标/发放资料/=5000份/5000份",
            "效益指标/社会效益/知识知晓率/>=85%/80%");
  }

  @Test
  void signs_below_the_head_nature_are_part_of_the_target() {
    assertThat(
            rows(
                "一级指标 二级指标 三级指标 性质 指标值 度量单位 实际完成值 权重",
                "产出指标 数量指标 储备物资品种 ≥ 48 种 50种 20",
                "满意度指标 服务对象满意度指标 调用单位满意度 ≥ 95 % 96% 10"))
        .containsExactly("产出指标/数量指标/储备物资品种/≥48种/50种", "满意度指标/服务对象满意度指标/调用单位满意度/≥95%/96%");
  }

  @Test
  void a_reason_in_several_columns_is_one_reason() {
    assertThat(
            rows(
                "一级指标 二级指标 三级指标 运算符号 指标值 度量单位 实际完成值 完成程度 分值 得分 偏差原因分析 改进措施",
                "经费保障 制度保障 人员保障 硬件条件保障 其他",
                "产出指标 数量指标 培训人次 >= 300 人次 320人次 100% 12.5 12.5",
                "培训班期数 = 4 期 3期 75% 12.5 9.4 √ 及早安排",
                "质量指标 考核合格率 >= 98 % 99% 100% 12.5 12.5",
                "总评分 100 94.4"))
        .containsExactly(
            "产出指标/数量指标/培训人次/>=300人次/320人次", "产出指标/数量指标/培训班期数/=4期/3期", "产出指标/质量指标/考核合格率/>=98%/99%");
  }

  @Test
  void a_form_may_have_no_levels_or_no_points() {
    assertThat(
            rows(
                "绩效指标 指标名称 计量单位 指标性质 年初指标值 调整指标值 全年完成值 得分系数（%） 指标权重 指标得分 是否核心指标",
                "服务项目数 个 ≥ 5 5 5 100 20 20 是", "人均服务成本 元 ≤ 600 600 573 100 20 20 否"))
        .containsExactly("null/null/服务项目数/≥5个/5", "null/null/人均服务成本/≤600元/573");
    assertThat(
            rows(
                "一级指标 二级指标 三级指标 预期指标值 实际完成指标值",
                "项目完成指标 数量指标 养护道路里程 45公里 47公里",
                "质量指标 养护合格率 ≥98% 99%",
                "效益指标 社会效益指标 出行条件 持续改善 持续改善"))
        .containsExactly(
            "项目完成指标/数量指标/养护道路里程/45公里/47公里",
            "项目完成指标/质量指标/养护合格率/≥98%/99%",
            "效益指标/社会效益指标/出行条件/持续改善/持续改善");
  }

  @Test
  void signs_in_words_are_signs_and_words_in_their_column_are_the_target() {
    assertThat(
            rows(
                "一级指标 二级指标 三级指标 指标方向性 指标值 计量单位 指标分值权重",
                "产出指标 数量指标 管护面积 大于等于 20 万亩 15",
                "聘用管护员人数 等于 30 人 15",
                "效益指标 生态效益指标 植被盖度 稳步提高 30"))
        .containsExactly(
            "产出指标/数量指标/管护面积/≥20万亩/null",
            "产出指标/数量指标/聘用管护员人数/=30人/null",
            "效益指标/生态效益指标/植被盖度/稳步提高/null");
  }

  @Test
  void goals_between_the_rows_begin_a_header_of_their_own() {
    assertThat(
            rows(
                "年度目标1：（40分） 提升能力",
                "一级指标 二级指标 三级指标 年初目标值（A） 实际完成值（B） 得分",
                "产出指标 数量指标 服务网点数 5个 6个 20",
                "满意度指标 服务对象满意度 群众满意度 ≥90% 95% 5",
                "年度目标2：（40分） 加强宣传",
                "一级指标 二级指标 三级指标 年初目标值（A） 实际完成值（B） 得分",
                "产出指标 数量指标 宣传活动次数 10次 8次 12",
                "总分 96.6"))
        .containsExactly(
            "产出指标/数量指标/服务网点数/5个/6个", "满意度指标/服务对象满意度/群众满意度/≥90%/95%", "产出指标/数量指标/宣传活动次数/10次/8次");
  }

  @Test
  void titles_levels_and_names_may_be_broken_over_lines() {
    assertThat(
            rows(
                "一级指标 二级指标 三级指标 年度 指标值 实际 完成值 分值 得分 偏差原因分析 及改进措施",
                "产出 指标 (50分) 数量指标 慰问困难职工人数 ≥500人 520人 10 10",
                "慰问劳模人数 ≥30人 30人 10 10",
                "效益 指标 社会效益指标 困难职工生活 得到改善 有效改善 有效改善 15 14 覆盖面有待扩大",
                "可持续影响指标 职工队伍稳定 长期 长期 15 15"))
        .containsExactly(
            "产出指标/数量指标/慰问困难职工人数/≥500人/520人",
            "产出指标/数量指标/慰问劳模人数/≥30人/30人",
            "效益指标/社会效益指标/困难职工生活得到改善/有效改善/有效改善",
            "效益指标/可持续影响指标/职工队伍稳定/长期/长期");
  }

  @Test
  void levels_that_the_forms_do_not_prescribe_are_told_by_their_place() {
    assertThat(
            rows(
                "一级指标 二级指标 三级指标 年度指标值 完成值 分值 得分 未完成原因",
                "履职效能 履职效果 重点工作完成率 100% 100% 20 20",
                "履职效果 信访办结数 =36件 36件 10 10",
                "管理效率 预算执行 预算执行率 ≥95% 91.3% 10 9.6 部分项目跨年",
                "运行成本 成本控制 三公经费控制率 ≤100% 76% 10 10"))
        .containsExactly(
            "履职效能/履职效果/重点工作完成率/100%/100%",
            "履职效能/履职效果/信访办结数/=36件/36件",
            "管理效率/预算执行/预算执行率/≥95%/91.3%",
            "运行成本/成本控制/三公经费控制率/≤100%/76%");
  }

  @Test
  void points_of_levels_and_explanations_are_columns_that_are_not_read() {
    assertThat(
            rows(
                "一级指标 分值 二级指标 分值 三级指标 指标值 完成值 得分",
                "投入 10 预算执行 10 预算完成率 100% 98% 9.8",
                "过程 30 预算管理 20 三公经费控制率 ≤100% 60% 10",
                "管理制度健全性 健全 健全 10",
                "资产管理 10 资产安全性 安全 安全 10"))
        .containsExactly(
            "投入/预算执行/预算完成率/100%/98%",
            "过程/预算管理/三公经费控制率/≤100%/60%", "过程/预算管理/管理制度健全性/健全/健全", "过程/资产管理/资产安全性/安全/安全");
    assertThat(
            rows(
                "一级指标 二级指标 三级指标 指标解释 年度指标值 实际完成值 权重 得分",
                "产出指标 数量指标 培训工会干部 反映参加培训的人数 ≥120人 135人 20 20",
                "举办培训班 反映举办期数 3期 3期 20 20"))
        .containsExactly("产出指标/数量指标/培训工会干部/≥120人/135人", "产出指标/数量指标/举办培训班/3期/3期");
  }

  /** The indicators of a text in which each word of these lines is on a line of its own. */
  private static List<String> rows(String... words) {
    List<Block> blocks =
        Stream.of(words)
            .flatMap(line -> Stream.of(line.split(" ")))
            .<Block>map(cell -> TextBlock.line(1, cell))
            .collect(Collectors.toList());
    List<Section.Part> body = new ArrayList<>();
    for (Block block :
        org.mingzhang.structure.lattice.text.CopiedTableFinder.restoreTables(blocks).blocks()) {
      body.add(
          switch (block) {
            case TextBlock line -> new Section.Paragraph(1, line.text());
            case TableBlock table -> new Section.TablePart(1, -1, table);
          });
    }
    Section section = new Section("1", "", "项目支出绩效自评表", 1, Topic.ANNEX, 1, false, false, body);
    return new IndicatorReader()
        .read(List.of(section)).stream().map(CellFormsTest::values).toList();
  }

  private static String values(Indicator row) {
    return row.level1()
        + "/"
        + row.level2()
        + "/"
        + row.level3()
        + "/"
        + row.target()
        + "/"
        + row.actual();
  }
}
