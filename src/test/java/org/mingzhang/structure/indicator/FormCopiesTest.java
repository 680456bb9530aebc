package org.mingzhang.structure.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.Block;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.Topic;
import org.mingzhang.structure.lattice.text.CopiedTableFinder;

/** Tests invented forms in copied text: without separators, with one cell per line, with bars. */
class FormCopiesTest {
  /** The indicators of a text: levels, name, target, result, weight and score, "-" for none. */
  private static List<String> read(String text) {
    List<Section.Part> body = new ArrayList<>();
    List<Block> lines = text.lines().<Block>map(line -> TextBlock.line(1, line)).toList();
    for (Block block : CopiedTableFinder.restoreTables(lines).blocks()) {
      body.add(
          switch (block) {
            case TextBlock line -> new Section.Paragraph(1, line.text());
            case TableBlock table -> new Section.TablePart(1, -1, table);
          });
    }
    Section section = new Section("6.1", "", "示例自评表", 2, Topic.ANNEX, 1, false, false, body);
    return new IndicatorReader()
        .read(List.of(section)).stream().map(IndicatorLine::format).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"计划标准", "历史标准", "行业标准", "经验标准"})
  void the_kind_of_standard_behind_a_target_is_no_part_of_the_next_name(String kind) {
    String text =
        "项目绩效目标申报表（2022年度）项目名称河道保洁一级指标二级指标三级指标指标值指标值确定依据"
            + "产出指标数量指标保洁河道长度≥86公里#保洁船艘数6艘#质量指标巡查达标率≥95%#"
            + "效益指标社会效益指标达到国家标准的断面数4个#满意度指标服务对象满意度指标居民满意度≥90%#";
    assertThat(read(text.replace("#", kind)))
        .containsExactly(
            "产出指标/数量指标/保洁河道长度/≥86公里/-/-/-",
            "产出指标/数量指标/保洁船艘数/6艘/-/-/-",
            "产出指标/质量指标/巡查达标率/≥95%/-/-/-",
            "效益指标/社会效益指标/达到国家标准的断面数/4个/-/-/-",
            "满意度指标/服务对象满意度指标/居民满意度/≥90%/-/-/-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"逐步完善", "持续提升", "明显提高"})
  void a_target_in_words_may_stand_before_the_name_of_a_level(String target) {
    String text =
        "项目绩效目标表（2023年度）项目名称堤防管护一级指标二级指标三级指标指标值"
            + "产出指标数量指标管护堤防长度≥42公里质量指标险工险段整改率100%时效指标汛前检查完成时间2023年5月底前效益指标社会效益指标防汛巡查机制#"
            + "可持续影响指标管护队伍水平#满意度指标服务对象满意度指标沿线居民满意度≥90%";
    assertThat(read(text.replace("#", target)))
        .contains(
            "效益指标/社会效益指标/防汛巡查机制/" + target + "/-/-/-", "效益指标/可持续影响指标/管护队伍水平/" + target + "/-/-/-");
  }

  @Test
  void weights_of_levels_are_read_without_separators() {
    String text =
        "项目支出绩效自评表（2023年度）一级指标权重二级指标权重三级指标权重年度指标值实际完成值得分"
            + "产出指标60数量指标30培训护林员人数30≥140人152人30时效指标30培训完成时间309月底前9月12日28"
            + "效益指标40社会效益指标40林火发生次数402起0起40总分10098";
    assertThat(read(text))
        .containsExactly(
            "产出指标/数量指标/培训护林员人数/≥140人/152人/30/30",
            "产出指标/时效指标/培训完成时间/9月底前/9月12日/30/28",
            "效益指标/社会效益指标/林火发生次数/2起/0起/40/40");
  }

  @Test
  void numbers_before_names_and_classes_of_water_are_cells_without_separators() {
    String text =
        "项目绩效目标表（2022年度）一级指标二级指标三级指标指标值产出指标数量指标"
            + "指标1：发放手册6000份指标2：入户宣讲24场质量指标指标1：问题答复率100%时效指标指标1：完成时间2022年10月底"
            + "效益指标生态效益指标断面水质Ⅲ类社会效益指标指标1：居民知晓率≥80%满意度指标服务对象满意度指标指标1：居民满意度≥90%";
    assertThat(read(text))
        .containsExactly(
            "产出指标/数量指标/指标1：发放手册/6000份/-/-/-",
            "产出指标/数量指标/指标2：入户宣讲/24场/-/-/-",
            "产出指标/质量指标/指标1：问题答复率/100%/-/-/-",
            "产出指标/时效指标/指标1：完成时间/2022年10月底/-/-/-",
            "效益指标/生态效益指标/断面水质/Ⅲ类/-/-/-",
            "效益指标/社会效益指标/指标1：居民知晓率/≥80%/-/-/-",
            "满意度指标/服务对象满意度指标/指标1：居民满意度/≥90%/-/-/-");
  }

  @ParameterizedTest
  @CsvSource({"99%,20", "640批次,15", "7月30日,20"})
  void points_are_no_result_where_a_row_lacks_a_value(String value, String points) {
    String text =
        """
        项目支出绩效自评表
        一级指标
        二级指标
        三级指标
        年度指标值
        实际完成值
        分值
        得分
        产出指标
        数量指标
        抽检批次
        ≥600批次
        612批次
        20
        20
        质量指标
        结果准确程度
        %s
        %s
        %s
        满意度指标
        服务对象满意度指标
        送检单位满意度
        ≥90%%
        92%%
        10
        10
        """
            .formatted(value, points, points);
    assertThat(read(text)).contains("产出指标/质量指标/结果准确程度/" + value + "/-/" + points + "/" + points);
  }

  @Test
  void empty_cells_above_a_form_do_not_tell_the_width_of_its_rows() {
    String text =
        """
        绩效目标表
        项目名称 |
        渠道维护 |
        ||
        主管部门 |
        水利局 |
        ||
        资金总额 |
        80 |
        |
        绩效指标 |
        一级指标 |
        二级指标 |
        三级指标 |
        指标解释 |
        目标值 |
        产出指标 |
        数量指标 |
        清淤渠道长度 |
        反映清淤工作量 |
        ≥18公里 |
        维修闸门数量 |
        反映维修工作量 |
        ≥9座 |
        质量指标 |
        工程验收合格率 |
        反映验收情况 |
        100% |
        效益指标 |
        社会效益指标 |
        受益村数量 |
        反映覆盖面 |
        ≥11个 |
        满意度指标 |
        服务对象满意度指标 |
        受益农户满意度 |
        反映抽样调查结果 |
        ≥90% |
        """;
    assertThat(read(text))
        .containsExactly(
            "产出指标/数量指标/清淤渠道长度/≥18公里/-/-/-",
            "产出指标/数量指标/维修闸门数量/≥9座/-/-/-",
            "产出指标/质量指标/工程验收合格率/100%/-/-/-",
            "效益指标/社会效益指标/受益村数量/≥11个/-/-/-",
            "满意度指标/服务对象满意度指标/受益农户满意度/≥90%/-/-/-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // columns one below the other
        """
        一级指标
        二级指标
        三级指标
        指标值
        产出指标
        效益指标
        满意度指标
        数量指标
        质量指标
        时效指标
        成本指标
        社会效益指标
        生态效益指标
        抚育面积
        补植株数
        苗木成活率
        抚育合格率
        抚育及时率
        每亩抚育成本
        带动就业人数
        森林覆盖率
        林农满意度
        ≥3400
        ≥52000
        ≥90%
        100%
        ≤320元
        ≥15%
        ≥92%""",
        // names in pairs, values behind all of them
        """
        一级指标 二级指标 三级指标 指标值
        产出指标
        数量指标
        质量指标 时效指标
        抚育面积
        补植株数 苗木成活率
        抚育合格率 抚育及时率
        每亩抚育成本
        社会效益 指标
        带动就业人数 森林覆盖率
        林农满意度
        ≥3400 ≥52000
        ≥90%
        100% 320元
        ≥15%""",
        // all on one line
        "一级指标 二级指标 三级指标 指标值 产出指标 数量指标 质量指标 时效指标 成本指标 抚育面积 补植株数 苗木成活率 抚育合格率 抚育及时率 每亩抚育成本 "
            + "效益指标 社会效益指标 生态效益指标 带动就业人数 森林覆盖率 满意度指标 林农满意度 ≥3400亩 ≥52000株 ≥90% 100% ≤320元 ≥15% ≥92%",
        // between bars
        """
        一级指标 | 二级指标 | 三级指标 | 指标值 |
        产出指标 | 数量指标 | 质量指标 | 时效指标 |
        | 成本指标 | 抚育面积 | 补植株数 |
        苗木成活率 | 抚育合格率 | 抚育及时率 | 每亩抚育成本 |
        效益指标 | 社会效益指标 | 带动就业人数 | 森林覆盖率 |
        满意度指标 | 林农满意度 | ≥3400亩 | ≥52000株 |
        ≥90% | 100% | ≤320元 | ≥15% |""",
      })
  void names_and_values_in_separate_runs_are_no_indicators_and_a_warning_says_so(String rows) {
    String text = "项目支出绩效目标申报表\n（2021年度）\n项目名称\n退耕还林抚育项目\n" + rows + "\n填报人：";
    assertThat(read(text)).isEmpty();
    assertThat(
            CopiedTableFinder.restoreTables(
                    text.lines().<Block>map(line -> TextBlock.line(1, line)).toList())
                .warnings())
        .hasSize(1);
  }

  @Test
  void targets_that_say_what_is_to_be_done_to_a_measure_are_targets() {
    assertThat(
            read(
                "一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 巡护次数 增加巡护次数\n质量指标 巡护质量 提高发现率\n"
                    + "成本指标 巡护费用 降低单位成本\n满意度指标 满意度指标 村民满意度 进一步提高满意度"))
        .containsExactly(
            "产出指标/数量指标/巡护次数/增加巡护次数/-/-/-",
            "产出指标/质量指标/巡护质量/提高发现率/-/-/-",
            "产出指标/成本指标/巡护费用/降低单位成本/-/-/-",
            "满意度指标/满意度指标/村民满意度/进一步提高满意度/-/-/-");
  }

  private static final List<String> NUMBERED_FORM =
      List.of(
          " | 项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 指标属性 | 指标内容 |",
          "医疗救助 | 对困难群众实施救助，减轻负担。 | 产出指标 | 数量指标 | 救助人次 | >= | 5200 | 人次 | 定量指标 | 反映救助人次 |",
          " | | | 质量指标 | 对象认定准确率 | = | 100 | % | 定量指标 | 反映准确情况 |",
          " | | 效益指标 | 社会效益指标 | 医疗费用负担 | = | 有所减轻 | | 定性指标 | 反映负担情况 |",
          "经办能力建设 | 提升经办水平，完成窗口改造。 | 产出指标 | 数量指标 | 改造服务窗口 | = | 14 | 个 | 定量指标 | 反映改造数量 |");

  @ParameterizedTest
  @CsvSource({
    "单位、项目名称, 1 2 3 4 5 6 7 8 9 10, ' | '",
    "单位名称/项目名称, 1 2 3 4 5 6 7 8 9 10, ' | '",
    "单位名称、项目名称, 栏次 1 2 3 4 5 6 7 8 9, ' | '",
    "单位名称、项目名称, 1 2 3 4 5 6 7 8 9 10, ''",
  })
  void numbers_of_columns_are_no_row_and_kinds_no_project(
      String title, String numbers, String bar) {
    List<String> lines = new ArrayList<>(NUMBERED_FORM);
    lines.set(0, title + lines.getFirst());
    lines.add(1, numbers.replace(" ", " | ") + " |");
    String text = String.join("\n", lines);
    String cells = bar.isEmpty() ? text.replaceAll("[ |\\n]+", "\n") : text;
    assertThat(read("项目支出绩效目标表\n" + cells))
        .containsExactly(
            "产出指标/数量指标/救助人次/>=5200人次/-/-/-",
            "产出指标/质量指标/对象认定准确率/=100%/-/-/-",
            "效益指标/社会效益指标/医疗费用负担/有所减轻/-/-/-",
            "产出指标/数量指标/改造服务窗口/=14个/-/-/-");
  }

  @ParameterizedTest
  @CsvSource({
    "16次15次12.511.7天气原因取消1次, 16次, 15次, 12.5, 11.7",
    "≥12个12个10.510.5, ≥12个, 12个, 10.5, 10.5",
    "≥95%91.2%12.512个别偏远村道路不通, ≥95%, 91.2%, 12.5, 12",
    "16次15次2018.753个乡镇推迟到下一年度, 16次, 15次, 20, 18.75",
    "≥98%97.5%109.53处站点按要求返工, ≥98%, 97.5%, 10, 9.5",
    "'≥2,600人2,580人1514.5登记减少20人', '≥2,600人', '2,580人', 15, 14.5",
    "≥90%88%12.512.2期间参演人员更换, ≥90%, 88%, 12.5, 12.2",
  })
  void points_end_where_a_weight_a_score_and_a_reason_are_usual(
      String cells, String target, String actual, String weight, String score) {
    String text =
        "项目支出绩效自评表（2020年度）项目名称应急值守绩效指标一级指标二级指标三级指标年度指标值实际完成值分值得分偏差原因分析及改进措施"
            + "产出指标（50分）数量指标应急演练情况#质量指标演练达标率≥90%92%1010时效指标救援到达及时率≥95%96%2020"
            + "效益指标（30分）社会效益指标受益群众人数≥1200人1300人3030满意度指标（10分）服务对象满意度指标群众满意度≥90%93%1010总分10097";
    assertThat(read(text.replace("#", cells)))
        .contains(String.join("/", "产出指标", "数量指标", "应急演练情况", target, actual, weight, score));
  }
}
