package org.mingzhang.structure.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests plain text whose headings have no numerals and are recognized by their words alone. */
class UnmarkedTitleFinderTest {
  private final OutlineBuilder builder = new OutlineBuilder();

  @Test
  void sections_stand_below_the_parts_about_body_and_figures() {
    assertThat(
            headings(
                """
                样本县示例局2022年度部门决算公开说明
                部门概况
                主要职能
                示例局贯彻执行有关法律法规，指导有关工作。
                机构设置情况
                示例局内设机构五个。
                2022年度部门决算情况说明
                收入支出决算总体情况说明
                2022年度收、支总计均为3200.15万元。
                关于2022年度收入决算情况说明
                2022年度收入合计3200.15万元。
                一般公共预算财政拨款“三公”经费支出决算情况说明
                2022年度支出5.2万元。
                预算绩效情况说明
                无。
                名词解释
                财政拨款收入：是指财政当年拨付的资金。
                """))
        .containsExactly(
            "1 部门概况",
            "1.1 主要职能",
            "1.2 机构设置情况",
            "2 2022年度部门决算情况说明",
            "2.1 收入支出决算总体情况说明",
            "2.2 关于2022年度收入决算情况说明",
            "2.3 一般公共预算财政拨款“三公”经费支出决算情况说明",
            "2.4 预算绩效情况说明",
            "3 名词解释");
  }

  @Test
  void without_parts_all_stand_side_by_side() {
    assertThat(
            headings(
                """
                样本市示例局2024年部门预算公开
                部门职责
                负责全市有关工作。
                机构设置
                内设办公室、业务科。
                部门收支总体情况
                2024年收支总预算900.12万元。
                政府采购情况
                2024年政府采购预算总额30万元。
                名词解释
                基本支出：指为保障机构正常运转的支出。
                """))
        .containsExactly("1 部门职责", "2 机构设置", "3 部门收支总体情况", "4 政府采购情况", "5 名词解释");
  }

  @Test
  void sides_of_a_matter_stand_below_its_title_and_other_matters_below_theirs() {
    assertThat(
            headings(
                """
                样本市示例局2021年度部门决算
                部门概况
                主要职能
                负责示例工作。
                2021年度部门决算情况说明
                收入支出总体情况
                本年度收支总计为100.00万元。
                一般公共预算支出情况
                支出总体情况
                2021年度一般公共预算支出100.00万元。
                支出结构情况
                教育支出100.00万元，占100%。
                一般公共预算财政拨款基本支出情况
                2021年度基本支出80.00万元。
                其他重要事项情况说明
                机关运行经费支出情况
                无机关运行经费支出。
                """))
        .containsExactly(
            "1 部门概况",
            "1.1 主要职能",
            "2 2021年度部门决算情况说明",
            "2.1 收入支出总体情况",
            "2.2 一般公共预算支出情况",
            "2.2.1 支出总体情况",
            "2.2.2 支出结构情况",
            "2.3 一般公共预算财政拨款基本支出情况",
            "3 其他重要事项情况说明",
            "3.1 机关运行经费支出情况");
  }

  @Test
  void words_of_the_forms_that_head_no_text_are_labels() {
    assertThat(
            headings(
                """
                样本市示例局2024年部门预算公开
                收入情况
                900.12
                支出情况
                900.12
                政府采购情况
                30
                部门职责
                20
                """))
        .doesNotContain("1 收入情况", "2 支出情况", "1 部门职责", "2 部门职责");
  }

  @Test
  void numbered_headings_leave_bare_lines_as_they_are() {
    assertThat(
            headings(
                """
                一、基本情况
                部门职责
                负责全市有关工作。
                人员情况
                编制五人。
                职责
                正常履行。
                部门情况
                正常运转。
                二、收支情况
                2024年收支总预算900.12万元。
                """))
        .containsExactly("1 一、基本情况", "2 二、收支情况");
  }

  private List<String> headings(String text) {
    return Outlines.headings(builder.build(TextBlocks.paragraphs(text)));
  }
}
