package org.mingzhang.structure.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests contents of web pages that lack their first entry or differ from the body. */
class ContentsOfPagesTest {
  private final OutlineBuilder builder = new OutlineBuilder();

  @Test
  void contents_may_have_lost_their_first_entry() {
    assertThat(
            headings(
                """
                样本市妇幼保健院2023年预算公开
                目录
                二、机构设置情况
                三、预算收支及增减变化情况
                四、机关运行经费安排情况
                五、其他需要说明的情况
                一、部门（单位）主要职责
                1、掌握本市妇女儿童健康状况。
                2、掌握本市孕产妇死亡率。
                二、机构设置情况
                设职能科室二十个。
                三、预算收支及增减变化情况
                2023年收入预算50000万元。
                四、机关运行经费安排情况
                无。
                五、其他需要说明的情况
                无。
                """))
        .containsExactly(
            "1 一、部门（单位）主要职责", "2 二、机构设置情况", "3 三、预算收支及增减变化情况", "4 四、机关运行经费安排情况", "5 五、其他需要说明的情况");
  }

  @Test
  void contents_with_parts_end_before_the_sentence_that_introduces_a_body_without() {
    assertThat(
            headings(
                """
                2025年样本市示例区总工会预算公开
                目录
                第一部分 部门基本概况
                一、部门职责
                二、机构设置情况
                第二部分 2025年部门预算情况说明
                一、收支总体情况
                二、一般公共预算情况
                三、政府采购安排情况
                四、名词解释
                2025年样本市示例区总工会预算公开情况说明
                按照《中华人民共和国预算法》的要求，现将2025年部门预算公开如下：
                一、部门职责
                贯彻执行党的路线、方针和政策。
                二、机构设置情况
                内设办公室。
                三、部门预算收支总体情况
                2025年收入预算300万元。
                """))
        .containsExactly("1 一、部门职责", "2 二、机构设置情况", "3 三、部门预算收支总体情况");
  }

  @Test
  void a_broken_title_before_a_list_of_tables_does_not_absorb_its_first_entry() {
    assertThat(
            headings(
                """
                目录
                第一部分：样本市殡葬管理所概况
                一、本单位职责
                第二部分：样本市殡葬管理所2023年度单位
                决算报表
                表一：收入支出决算总表
                表二：收入决算表
                第三部分：名词解释
                第一部分：样本市殡葬管理所概况
                一、本单位职责
                管理殡葬事宜。
                第二部分：样本市殡葬管理所2023年度单位
                决算报表
                表一：收入支出决算总表
                表二：收入决算表
                第三部分：名词解释
                财政拨款收入：指财政拨款。
                """))
        .containsExactly(
            "1 第一部分：样本市殡葬管理所概况",
            "1.1 一、本单位职责",
            "2 第二部分：样本市殡葬管理所2023年度单位决算报表",
            "2.1 表一：收入支出决算总表",
            "2.2 表二：收入决算表",
            "3 第三部分：名词解释");
  }

  @Test
  void a_gap_separates_a_title_from_run_in_text() {
    assertThat(
            headings(
                """
                二、样本会2015年部门预算安排情况说明
                （一）收入预算总体安排情况 样本会2015年收入预算112.18万元，其中：财政拨款111.22万元。
                （二）支出预算总体安排情况
                样本会2015年支出预算112.18万元。
                """))
        .containsExactly("1 二、样本会2015年部门预算安排情况说明", "1.1 （一）收入预算总体安排情况", "1.2 （二）支出预算总体安排情况");
  }

  @Test
  void entries_with_figures_are_no_halves_of_the_part_before() {
    assertThat(
            headings(
                """
                目录
                第一部分 2022年单位预算说明
                第二部分 单位预算公开表格
                1、收支总表
                2、收入总表
                第一部分 2022年单位预算说明
                一、单位基本概况
                样本区总工会内设办公室。
                第二部分 单位预算公开表格
                1、收支总表
                2、收入总表
                """))
        .containsExactly(
            "1 第一部分2022年单位预算说明", "1.1 一、单位基本概况", "2 第二部分单位预算公开表格", "2.1 1、收支总表", "2.2 2、收入总表");
  }

  @Test
  void a_title_of_whose_numeral_only_the_mark_was_kept_goes_on_with_the_numbering() {
    assertThat(
            headings(
                """
                第三部分 2021年度部门决算情况说明
                一、收入支出决算总体情况说明
                2021年度收入总计300万元。
                二、收入决算情况说明
                本年收入合计300万元。
                、关于机关运行经费支出说明
                机关运行经费支出100万元。
                、一般性支出情况说明
                会议费支出0万元。
                第四部分 名词解释
                财政拨款收入：指财政拨款。
                """))
        .containsExactly(
            "1 第三部分2021年度部门决算情况说明",
            "1.1 一、收入支出决算总体情况说明",
            "1.2 二、收入决算情况说明",
            "1.3 关于机关运行经费支出说明",
            "1.4 一般性支出情况说明",
            "2 第四部分名词解释");
  }

  @Test
  void the_title_of_a_file_among_annexes_is_no_annex() {
    assertThat(
            headings(
                """
                附件4：
                样本市图书馆2022度部门决算
                第一部分 样本市图书馆概况
                一、部门职责
                免费开放。
                第二部分 2022年度部门决算情况说明
                2022年度收入总计300万元。
                """))
        .containsExactly("1 第一部分样本市图书馆概况", "1.1 一、部门职责", "2 第二部分2022年度部门决算情况说明");
  }

  @Test
  void contents_are_known_by_the_first_half_of_their_name_before_a_first_part() {
    assertThat(
            headings(
                """
                样本县融媒体中心2025年部门预算
                目
                第一部分 样本县融媒体中心概况
                一、基本职能及主要工作
                第二部分 2025年部门预算情况说明
                第一部分 样本县融媒体中心概况
                一、基本职能及主要工作
                宣传工作。
                第二部分 2025年部门预算情况说明
                2025年收支预算500.1万元。
                """))
        .containsExactly("1 第一部分样本县融媒体中心概况", "1.1 一、基本职能及主要工作", "2 第二部分2025年部门预算情况说明");
  }

  @Test
  void entries_may_end_in_a_full_stop_or_have_leaders_only_in_part() {
    assertThat(
            headings(
                """
                样本市机关事务服务中心2022年度部门决算
                目录
                一、概况..........1
                （一）部门职责。
                （二）机构设置。
                二、2022年度部门决算情况说明..........5
                （一）收入支出决算总体情况说明
                （二）收入决算情况说明
                三、名词解释
                一、概况
                （一）部门职责
                拟订全市机关事务的规划。
                （二）机构设置
                部门决算包括本级决算。
                二、2022年度部门决算情况说明
                （一）收入支出决算总体情况说明
                2022年度收入总计9000.1万元。
                （二）收入决算情况说明
                本年收入合计9000.1万元。
                三、名词解释
                财政拨款收入：指财政拨款。
                """))
        .containsExactly(
            "1 一、概况",
            "1.1 （一）部门职责",
            "1.2 （二）机构设置",
            "2 二、2022年度部门决算情况说明",
            "2.1 （一）收入支出决算总体情况说明",
            "2.2 （二）收入决算情况说明",
            "3 三、名词解释");
  }

  private List<String> headings(String text) {
    return Outlines.headings(builder.build(TextBlocks.paragraphs(text)));
  }
}
