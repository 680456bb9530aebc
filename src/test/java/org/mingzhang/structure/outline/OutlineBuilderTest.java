package org.mingzhang.structure.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;

/** Outlines of invented disclosures with the traps that real ones have. */
class OutlineBuilderTest {
  private final OutlineBuilder builder = new OutlineBuilder();

  @Test
  void duties_numbered_like_headings_stay_one_text() {
    List<Section> sections =
        builder.build(
            TextBlocks.paragraphs(
                """
                第一部分  部门概况
                一、部门职责
                一、宣传职能：负责宣传工作，是本单位的基本职责。
                二、建设职能：组织群众参加建设。
                三、教育职能：教育群众提高素质。
                二、机构设置
                样本市示例局下设3个科室。
                第二部分  2023年度部门决算情况说明
                一、收入支出决算总体情况说明
                2023年度收入、支出总计10万元。
                """));
    assertThat(Outlines.headings(sections))
        .containsExactly(
            "1 第一部分部门概况", "1.1 一、部门职责", "1.2 二、机构设置", "2 第二部分2023年度部门决算情况说明", "2.1 一、收入支出决算总体情况说明");
    assertThat(Outlines.titled(sections, "部门职责").text()).startsWith("一、宣传职能：").contains("三、教育职能");
  }

  @Test
  void lost_automatic_numbers_are_restored() {
    List<Section> sections =
        builder.build(
            TextBlocks.paragraphs(
                """
                第三部分 样本市示例局2023年度部门决算情况说明
                一、收入支出决算总体情况说明
                收支总计10万元。
                收入决算情况说明
                收入合计10万元。
                三、支出决算情况说明
                支出合计10万元。
                """));
    assertThat(Outlines.headings(sections))
        .containsExactly(
            "1 第三部分样本市示例局2023年度部门决算情况说明", "1.1 一、收入支出决算总体情况说明", "1.2 收入决算情况说明", "1.3 三、支出决算情况说明");
    assertThat(Outlines.titled(sections, "收入决算情况说明").topic()).isEqualTo(Topic.INCOME);
  }
}
