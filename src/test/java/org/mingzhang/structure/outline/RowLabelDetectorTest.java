package org.mingzhang.structure.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests rows of summary tables in running text, whose labels are numbered like sections. */
class RowLabelDetectorTest {
  private final OutlineBuilder builder = new OutlineBuilder();

  @Test
  void labels_broken_at_the_edge_of_their_column_are_no_sections() {
    assertThat(
            headings(
                """
                第二部分 2022年度部门决算表
                收入支出决算总表
                公开01表
                一、一般公共预算财政拨款收
                入 1 2971.18 一、一般公共服务支出 28
                二、政府性基金预算财政拨款
                收入 2 二、外交支出 29
                三、国有资本经营预算财政拨
                款收入 3 三、国防支出 30
                六、经营收入 6 0.00 六、科学技术支
                出 33 0.00
                二十一、国有资本经营预算支出
                48
                收入决算表
                公开02表
                第三部分 名词解释
                基本支出：指保障机构运转的支出。
                """))
        .containsExactly("1 第二部分2022年度部门决算表", "1.1 收入支出决算总表", "1.2 收入决算表", "2 第三部分名词解释");
  }

  @Test
  void a_document_whose_only_numerals_are_rows_of_tables_is_read_by_its_bare_titles() {
    assertThat(
            headings(
                """
                单位概况
                主要职能
                负责示例工作，组织实施有关规划。
                人员构成情况
                编制人数186人，年末实有178人。
                2021年度单位决算情况说明
                收入支出总体情况
                本年度收支总计为100.00万元。
                支出总体情况
                支出合计100.00万元。
                收入支出决算总表
                一、一般公共预算财政拨款收入
                100.00
                二、政府性基金预算财政拨款收入
                0.00
                四、公共安全支出
                100.00
                名词解释
                一、财政拨款收入：指本级财政当年拨付的资金。
                二、基本支出：指保障机构正常运转的支出。
                """))
        .contains("1.2 人员构成情况", "2.1 收入支出总体情况", "2.2 支出总体情况");
  }

  private List<String> headings(String text) {
    return Outlines.headings(builder.build(TextBlocks.lines(text)));
  }
}
