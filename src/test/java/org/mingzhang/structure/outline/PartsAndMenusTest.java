package org.mingzhang.structure.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts that stand inside a section, and menus of a page that look like headings. */
class PartsAndMenusTest {
  private final OutlineBuilder builder = new OutlineBuilder();

  @Test
  void parts_inside_a_section_of_a_run_that_goes_on_stand_below_it() {
    assertThat(
            headings(
                """
                一、部门职责及机构设置情况
                负责有关工作。
                二、机关运行经费安排情况
                安排10万元。
                三、绩效预算信息
                第一部分 部门整体绩效目标
                做好财政工作。
                第二部分 预算项目绩效目标
                项目一。
                四、政府采购预算情况
                无。
                五、名词解释
                略。
                """))
        .containsExactly(
            "1 一、部门职责及机构设置情况",
            "2 二、机关运行经费安排情况",
            "3 三、绩效预算信息",
            "3.1 第一部分部门整体绩效目标",
            "3.2 第二部分预算项目绩效目标",
            "4 四、政府采购预算情况",
            "5 五、名词解释");
  }

  @Test
  void a_menu_before_the_first_part_heads_nothing() {
    assertThat(
            headings(
                """
                1. 现行有效规范性文件
                1. 机构职能
                2. 内设机构
                3. 领导介绍
                1. 部门预算公开
                样本市示例局2024年度部门决算公开
                第一部分 部门概况
                一、主要职能
                二、机构设置
                第二部分 情况说明
                一、收入决算情况说明
                第一部分 部门概况
                一、主要职能
                负责有关工作。
                二、机构设置
                内设办公室。
                第二部分 情况说明
                一、收入决算情况说明
                收入1万元。
                """))
        .containsExactly("1 第一部分部门概况", "1.1 一、主要职能", "1.2 二、机构设置", "2 第二部分情况说明", "2.1 一、收入决算情况说明");
  }

  @Test
  void duties_in_traditional_characters_are_a_list_as_well() {
    assertThat(
            headings(
                """
                第一部分 某某委員會概況
                一、部門主要職責
                （一）貫徹執行黨的路線方針政策和上級的決議。（二）開展調查研究。
                二、機構設置
                內設辦公室。
                """))
        .containsExactly("1 第一部分某某委員會概況", "1.1 一、部門主要職責", "1.2 二、機構設置");
  }

  private List<String> headings(String text) {
    return Outlines.headings(builder.build(TextBlocks.paragraphs(text)));
  }
}
