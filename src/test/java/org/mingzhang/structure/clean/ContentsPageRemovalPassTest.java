package org.mingzhang.structure.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;

/** Tests the detection of contents pages and the restoration of titles from their entries. */
class ContentsPageRemovalPassTest {
  @Test
  void entries_may_close_with_a_full_stop() {
    assertThat(
            rest(
                "目 录",
                "第一部分：样本市示例医院概况",
                "一、2022年度收入支出总体情况。",
                "二、政府性基金支出情况。",
                "第二部分：名词解释",
                "第一部分：样本市示例医院概况",
                "本院是公立医院。"))
        .containsExactly("第一部分：样本市示例医院概况", "本院是公立医院。");
  }

  @Test
  void contents_may_be_named_and_a_label_of_the_page_is_none() {
    assertThat(
            rest(
                "公开目录",
                "部门预算",
                "发布日期 2024年3月1日，来源：样本市示例局。",
                "信息公开目录",
                "第一部分 概况",
                "一、主要职能",
                "第二部分 情况说明",
                "第一部分 概况",
                "一、主要职能",
                "负责有关工作。"))
        .containsExactly(
            "公开目录", "部门预算", "发布日期 2024年3月1日，来源：样本市示例局。", "第一部分 概况", "一、主要职能", "负责有关工作。");
  }

  @Test
  void a_label_of_the_page_above_the_contents_is_not_their_title() {
    assertThat(
            rest(
                "公开目录",
                "部门决算",
                "样本市示例局2023年度部门决算",
                "目录",
                "第一部分 单位概况",
                "一、主要职能",
                "第二部分 其他重要事项",
                "一、机关运行经费支出情况",
                "第一部分 单位概况",
                "一、主要职能",
                "（一）主要职能",
                "样本市示例局主要职责是：",
                "第二部分 其他重要事项",
                "一、机关运行经费支出情况",
                "无。"))
        .containsExactly(
            "公开目录",
            "部门决算",
            "样本市示例局2023年度部门决算",
            "第一部分 单位概况",
            "一、主要职能",
            "（一）主要职能",
            "样本市示例局主要职责是：",
            "第二部分 其他重要事项",
            "一、机关运行经费支出情况",
            "无。");
  }

  @Test
  void contents_may_have_lost_characters_of_their_title_and_of_their_parts() {
    assertThat(
            rest(
                "目",
                "第一部例大队概况",
                "一、基本职能及主要工作",
                "二、单位构成",
                "第二部例大队2025年单位预算表",
                "第一部分",
                "示例大队概况",
                "一、基本职能和主要工作",
                "二、单位构成",
                "无。"))
        .containsExactly("第一部分", "示例大队概况", "一、基本职能和主要工作", "二、单位构成", "无。");
  }

  @Test
  void entries_may_come_again_with_other_numerals() {
    assertThat(
            rest(
                "2018年部门预算信息公开目录",
                "一、2018年部门预算公开表",
                "1、部门预算收支总表",
                "2、部门预算收入总表",
                "二、2018年部门预算公开说明",
                "1、部门职责及机构设置情况",
                "2、部门预算安排的总体情况",
                "3、机关运行经费安排情况",
                "样本县示例院",
                "按照《预算法》规定，现将样本县示例院2018年部门预算公开如下。",
                "（一）样本县示例院2018年部门预算信息公开",
                "一、部门职责及机构设置情况",
                "依法报告工作。"))
        .containsExactly(
            "样本县示例院",
            "按照《预算法》规定，现将样本县示例院2018年部门预算公开如下。",
            "（一）样本县示例院2018年部门预算信息公开",
            "一、部门职责及机构设置情况",
            "依法报告工作。");
  }

  @Test
  void a_second_first_section_in_one_part_begins_a_body_without_parts() {
    assertThat(
            rest(
                "2017年部门决算公开目录",
                "第一部分 2017年部门决算编制说明",
                "一、主要职责及机构设置情况",
                "二、部门概括",
                "第二部分 2017年部门决算公开表",
                "一、收支决算总表",
                "二、收入决算表",
                "一、基本职能及主要工作",
                "（一）主要职能",
                "负责有关工作。"))
        .contains("一、基本职能及主要工作", "（一）主要职能", "负责有关工作。")
        .doesNotContain("二、部门概括", "一、收支决算总表", "二、收入决算表");
  }

  @Test
  void a_first_part_may_come_again_broken_and_without_its_number() {
    assertThat(
            rest(
                "目录",
                "第一部分 样本自治县妇幼保健院2024年部门预算编制说明",
                "一、基本职能及主要工作",
                "第二部分 样本自治县妇幼保健院2024年部门预算表",
                "一、财务收支预算总表",
                "样本自治县妇幼",
                "保健院2024年部门预算编制说明",
                "一、基本职能及主要工作",
                "负责妇幼健康工作。"))
        .containsExactly("第一部分 样本自治县妇幼保健院2024年部门预算编制说明", "一、基本职能及主要工作", "负责妇幼健康工作。");
  }

  @Test
  void contents_without_parts_end_where_the_first_part_begins() {
    assertThat(
            rest(
                "目录",
                "一、部门（单位）主要职责",
                "二、机构设置情况",
                "三、收支情况",
                "第一部分 部门主要职责",
                "负责有关工作。",
                "第二部分 机构设置情况",
                "第三部分 收支情况"))
        .containsExactly("第一部分 部门主要职责", "负责有关工作。", "第二部分 机构设置情况", "第三部分 收支情况");
  }

  @Test
  void numbers_and_titles_of_contents_may_stand_on_lines_of_their_own() {
    assertThat(
            rest(
                "目 录",
                "第一部分",
                "关于2023年县本级财政决算的报告",
                "第二部分",
                "转移支付执行情况说明",
                "第三部分",
                "2023年决算报表",
                "第一部分",
                "关于2023年县本级财政决算的报告",
                "受县人民政府委托，现将有关情况报告如下。",
                "第二部分",
                "转移支付执行情况说明",
                "上级补助收入120000万元。"))
        .filteredOn(line -> line.contains("转移支付"))
        .hasSize(1);
  }

  @Test
  void a_title_on_several_lines_is_joined_as_the_contents_have_it() {
    assertThat(
            rest(
                "目录",
                "第一部分 部门概况",
                "第二部分 2019年部门预算情况和重要事项说明",
                "第三部分 名词解释",
                "第一部分",
                "部门概况",
                "负责有关工作。",
                "第二部分",
                "2019年部门预算情况",
                "和重要事项说明",
                "收入1万元。"))
        .contains("第一部分 部门概况", "第二部分 2019年部门预算情况和重要事项说明")
        .doesNotContain("和重要事项说明");
  }

  @Test
  void parts_that_lost_their_number_get_it_from_the_contents_and_other_titles_do_not() {
    assertThat(
            rest(
                "目录",
                "第一部分 示例局2024年部门预算编制说明",
                "一、基本职能",
                "第二部分 示例局2024年部门预算表",
                "示例局2024年部门预算编制说明",
                "基本职能",
                "负责有关工作。",
                "示例局2024年部门预算表"))
        .containsExactly("第一部分 示例局2024年部门预算编制说明", "基本职能", "负责有关工作。", "第二部分 示例局2024年部门预算表");
  }

  @Test
  void contents_end_at_a_preface_and_before_a_first_part_that_comes_again() {
    assertThat(
            rest(
                "目录",
                "第一部分 概况",
                "一、部门职责",
                "二、机构设置",
                "第二部分 预算表",
                "前言",
                "现将预算公开如下。",
                "一、部门职责",
                "负责有关工作。"))
        .containsExactly("前言", "现将预算公开如下。", "一、部门职责", "负责有关工作。");
    assertThat(
            rest(
                "第一部分示例局（概况）",
                "一、主要职责",
                "第二部分预算情况说明",
                "一、收支情况",
                "第三部分名词解释",
                "第一部分 示例局概况",
                "一、主要职责",
                "负责有关工作。"))
        .containsExactly("第一部分 示例局概况", "一、主要职责", "负责有关工作。");
  }

  @Test
  void entries_without_leaders_after_those_with_leaders_are_removed_too() {
    assertThat(
            rest(
                "目 录",
                "公开时间：2025年9月1日",
                "第一部分 部门概况………………………………………4",
                "第二部分 附表……………………………………………39",
                "一、收入支出决算总表",
                "二、收入决算表",
                "第一部分 部门概况",
                "负责有关工作。",
                "第二部分 附表",
                "一、收入支出决算总表"))
        .containsExactly("第一部分 部门概况", "负责有关工作。", "第二部分 附表", "一、收入支出决算总表");
  }

  @Test
  void contents_end_where_their_first_numeral_starts_again() {
    assertThat(
            rest(
                "目录",
                "一、本单位主要职责",
                "二、机构设置情况",
                "三、预算编报情况",
                "一、职责",
                "负责有关工作。",
                "二、本单位机构设置情况",
                "内设机构三个。"))
        .containsExactly("一、职责", "负责有关工作。", "二、本单位机构设置情况", "内设机构三个。");
  }

  @Test
  void parts_may_stand_inside_the_contents_and_only_the_body_has_a_first_part() {
    assertThat(
            rest(
                "2022年部门预算公开目录",
                "一、部门职责",
                "二、部门预算安排情况",
                "第一部分：一般公共预算安排情况",
                "（一）基本支出",
                "第二部分：政府性基金预算支出",
                "三、名词解释",
                "一、部门职责",
                "负责有关工作。",
                "二、部门预算安排情况"))
        .containsExactly("一、部门职责", "负责有关工作。", "二、部门预算安排情况");
    assertThat(
            rest(
                "目录",
                "一、收入支出决算情况说明",
                "二、其他需说明的事项",
                "三、国有资本经营决算表",
                "第一部分 单位概况",
                "一、主要职能",
                "负责有关工作。"))
        .containsExactly("第一部分 单位概况", "一、主要职能", "负责有关工作。");
  }

  @Test
  void page_numbers_of_leaders_may_stand_in_brackets_and_be_two() {
    assertThat(
            rest(
                "目录",
                "一、概况.......................（1-1 ）",
                "二、2021年度单位决算公开",
                "表.......................( 1--2)",
                "一、概况",
                "负责有关工作。"))
        .containsExactly("一、概况", "负责有关工作。");
  }

  private static List<String> rest(String... lines) {
    List<Block> blocks =
        Arrays.stream(lines).map(line -> (Block) TextBlock.paragraph(1, line)).toList();
    return new ContentsPageRemovalPass()
        .apply(blocks).stream().map(b -> ((TextBlock) b).text()).toList();
  }
}
