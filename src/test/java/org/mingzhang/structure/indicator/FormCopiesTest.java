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

/** Invented performance forms as copies print them: glued, a cell a line, with bars. */
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
    return new IndicatorReader().read(List.of(section)).stream().map(IndicatorLine::of).toList();
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
}
