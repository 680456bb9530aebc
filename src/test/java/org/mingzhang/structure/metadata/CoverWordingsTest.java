package org.mingzhang.structure.metadata;

import static org.mingzhang.structure.metadata.Documents.assertMetadata;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests first pages whose parts run into each other, whose titles name no body, or whose bodies are
 * named by a label or the subject of a sentence only.
 */
class CoverWordingsTest {
  @ParameterizedTest
  @MethodSource("listPages")
  void the_body_of_one_district_is_read(String page, String agency, String year, String category) {
    assertMetadata(page, agency, "湖北省/黄冈市/黄州区", year, category);
  }

  private static Stream<Arguments> listPages() {
    return Stream.of(
        Arguments.of("黄冈市黄州区水利局2024年度部门决算公开时间：2025年9月18日第一部分 部门概况", "黄冈市黄州区水利局", "2024", "部门决算"),
        Arguments.of("黄冈市黄州区水利局2025年部门预算（2025年2月20日公布）第一部分 单位概况", "黄冈市黄州区水利局", "2025", "部门预算"),
        Arguments.of("黄冈市黄州区水利局二〇二四年部门预算公布日期：2024年2月2日一、部门概况", "黄冈市黄州区水利局", "2024", "部门预算"),
        Arguments.of(
            "黄冈市黄州区水利局2023年度抗旱机井项目绩效自评报告公开日期：2024年5月20日目录一、项目概况二、资金情况",
            "黄冈市黄州区水利局",
            "2023",
            "项目支出绩效自评"),
        Arguments.of(
            "2025年单位预算公开目录第一部分黄冈市黄州区河道管理所概况一、主要职责二、机构设置\n一、主要职责", "黄冈市黄州区河道管理所", "2025", "单位预算"),
        Arguments.of(
            "黄冈市黄州区投资促\n进局2024年单位预算（2024年1月30日公开；对比2023年）\n第一部分 单位概况",
            "黄冈市黄州区投资促进局",
            "2024",
            "单位预算"),
        Arguments.of("2024年度部门决算\n编制单位：黄冈市黄州区水利局 期间：2024年 金额单位：万元", "黄冈市黄州区水利局", "2024", "部门决算"),
        Arguments.of(
            "2024年度部门决算\n编报单位：黄冈市黄州区水利局 公开时间：2025年9月\n主管部门：黄冈市黄州区人民政府",
            "黄冈市黄州区水利局",
            "2024",
            "部门决算"),
        Arguments.of("黄冈市黄州区水利局本级25年单位预算公开\n第一部分 单位概况", "黄冈市黄州区水利局", "2025", "单位预算"),
        Arguments.of("黄冈市黄州区水利局24年部门决算\n第一部分 部门概况", "黄冈市黄州区水利局", "2024", "部门决算"),
        Arguments.of(
            "附件3\n2025年部门预算公开说明（2024年度数据作对比）\n黄冈市黄州区特殊教育学校隶属区教育局，现有教职工64人。",
            "黄冈市黄州区特殊教育学校",
            "2025",
            "部门预算"),
        Arguments.of(
            "2023年度部门整体支出绩效自评报告\n根据《湖北省财政厅关于开展绩效自评工作的通知》安排，黄冈市黄州区水利局认真组织开展了自评。",
            "黄冈市黄州区水利局",
            "2023",
            "部门整体支出绩效自评"),
        Arguments.of(
            "2023年度部门整体支出绩效自评报告\n为做好工作，黄冈市黄州区水利局迅速成立领导小组，抽调力量开展自评。",
            "黄冈市黄州区水利局",
            "2023",
            "部门整体支出绩效自评"),
        Arguments.of(
            "2023年度部门整体支出绩效自评报告\n按照要求，中国共产党黄冈市黄州区委员会组织部对全年支出进行了自评。",
            "中国共产党黄冈市黄州区委员会组织部",
            "2023",
            "部门整体支出绩效自评"),
        Arguments.of(
            "2023年度部门整体支出绩效自评报告\n黄冈市黄州区财政局组织开展自评，我院对全年支出进行了自评。", "-", "2023", "部门整体支出绩效自评"),
        Arguments.of(
            "2023年度财政支出绩效评价报告\n黄冈市财政局委托某会计师事务所，对黄冈市黄州区水利局2023年度抗旱经费开展了重点绩效评价。",
            "黄冈市黄州区水利局",
            "2023",
            "其他"),
        Arguments.of(
            "关于黄冈市黄州区预算执行情况和预算草\n案的报告\n受区人民政府委托，现将2024年预算执行情况和2025年预算草案提请审议。",
            "黄冈市黄州区人民政府",
            "2025",
            "政府预算"),
        Arguments.of(
            "2024年度单位决算\n第一部分 区委巡察办概况\n编制单位：中共黄冈市黄州区委巡察工作领导小组办公室 单位：万元",
            "中共黄冈市黄州区委巡察工作领导小组办公室",
            "2024",
            "单位决算"),
        Arguments.of(
            "黄冈市黄州区禹王街道办\n事处“智慧社区”建设项目绩效自评报告\n2024年度自评得分90分。", "黄冈市黄州区禹王街道办事处", "2024", "项目支出绩效自评"),
        Arguments.of(
            "黄冈市黄州区图书馆2025年单位预算-公开版V3.pdf\n2025年单位预算\n第一部分 概况", "黄冈市黄州区图书馆", "2025", "单位预算"),
        Arguments.of("# 黄冈市黄州区人民医院二〇二三年度内部控制自我评价报告\n## 一、组织实施", "黄冈市黄州区人民医院", "2023", "其他"),
        Arguments.of("2024年度单位决算\n来源：黄冈市黄州区广播电视台 作者：办公室\n我台设3个机构。", "黄冈市黄州区广播电视台", "2024", "单位决算"),
        Arguments.of("单位预算收支总表\n部门/单位：黄冈市黄州区第二高级中学 预算年度：2022 单位：万元", "黄冈市黄州区第二高级中学", "-", "单位预算"));
  }
}
