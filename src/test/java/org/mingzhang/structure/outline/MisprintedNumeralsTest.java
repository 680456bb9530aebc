package org.mingzhang.structure.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests mistyped numerals, and captions that repeat a numbered heading. */
class MisprintedNumeralsTest {
  private final OutlineBuilder builder = new OutlineBuilder();

  @Test
  void a_numeral_typed_twice_opens_a_section_of_its_own() {
    assertThat(
            headings(
                """
                一、部门基本情况
                （一）部门机构设置、职能
                本院设办公室。
                （二）基本职能
                1、依法受理案件。
                2、审查处理再审的案件。
                （二）人员构成情况
                年底人员编制数78人，实有在职人员69人。
                （三）决算年度的主要工作任务
                发挥职能作用，切实履行职责。
                二、关于预算执行情况分析
                收入预算为1801万元。
                """))
        .containsExactly(
            "一、部门基本情况", "（一）部门机构设置、职能", "（二）基本职能", "（二）人员构成情况", "（三）决算年度的主要工作任务", "二、关于预算执行情况分析");
  }

  @Test
  void a_caption_below_its_form_number_is_no_section_beside_the_heading_above() {
    assertThat(
            headings(
                """
                第一部分 2016年部门预算表
                一、收支预算总表
                预算01表
                收  支  预  算  总  表
                单位名称：样本县示例局  单位：万元
                二、基本支出预算表
                单位名称：样本县示例局  单位：万元
                第二部分 名词解释
                """))
        .containsExactly("第一部分2016年部门预算表", "一、收支预算总表", "二、基本支出预算表", "第二部分名词解释");
  }

  @Test
  void work_done_is_a_section_beside_the_duties() {
    assertThat(
            headings(
                """
                一、基本职能及主要工作
                （一）主要职能。
                落实国家政策，促进社会事业发展。
                （二）2017年重点工作完成情况。
                1.夯实经济基础。一年来，全镇经济发展保持了稳中有进。
                2.加快基础设施建设。新建阵地600余平方米。
                二、部门概况
                下属二级单位0个。
                """))
        .contains("一、基本职能及主要工作", "（一）主要职能", "（二）2017年重点工作完成情况", "二、部门概况");
  }

  @Test
  void a_colon_may_separate_a_numeral_from_its_title() {
    assertThat(
            headings(
                """
                第一部分 部门概况
                一：主要职能
                （一）负责保障全县水资源的合理开发利用。拟订规划。
                （二）负责生活用水的保障。实施管理。
                二：机构设置
                内设8个股室。
                第二部分 名词解释
                """))
        .containsExactly("第一部分部门概况", "一：主要职能", "二：机构设置", "第二部分名词解释");
  }

  private List<String> headings(String text) {
    return builder.build(TextBlocks.paragraphs(text)).stream()
        .map(s -> s.number() + s.title())
        .toList();
  }
}
