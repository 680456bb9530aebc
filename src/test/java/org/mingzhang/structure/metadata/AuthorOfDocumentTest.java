package org.mingzhang.structure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Category;
import org.mingzhang.model.DocumentMetadata;

/**
 * Tests that the agency is the author of a document and not its addressee, its superior or the
 * publisher of the page.
 */
class AuthorOfDocumentTest {
  private static DocumentMetadata read(String page) {
    return Documents.read("scan.pdf", page.split("\\|"));
  }

  @ParameterizedTest
  @CsvSource({
    "困难群众救助补助资金区域绩效目标表|（2024年度）|省级主管部门：四川省民政厅|市县主管部门：样岭县民政局,样岭县民政局",
    "养老资金绩效目标表|（2024年度）|主管部门：四川省民政厅|市（县）主管部门：样岭县民政局,样岭县民政局",
    "专项资金绩效目标表|（2024年度）|省级主管部门：四川省民政厅|市县级主管单位：样岭县民政局|实施单位：样岭县福利院,样岭县福利院",
    "转移支付绩效目标表（2024年度）|主管部门中共样岭县委组织部使用单位中共样岭县委党校,中共样岭县委党校",
    "补助资金绩效目标表（2024年度）|主管部门样岭县水利局资金使用单位样岭县水库管理所,样岭县水库管理所",
    "关于下达专项资金的通知|样岭县财政局|县交通局：|样岭县财政局|2024年12月14日|绩效目标申报表|（2024年度）|主管部门：样岭县交通运输局|实施单位：样岭县交通运输局,样岭县交通运输局"
  })
  void a_form_belongs_to_the_agency_that_implements_the_project(String page, String agency) {
    assertThat(read(page).agency()).isEqualTo(agency);
  }

  @ParameterizedTest
  @CsvSource({
    "关于2024年度“衔接资金”项目的绩效自评报告|綦江区农业农村委员会：|现将情况报告如下。|一、项目概况|綦江区石壕镇人民政府|2025年3月5日",
    "2024年度项目支出绩效自评报告|綦江区财政局：|一、基本情况|綦江区石壕镇人民政府|2025年3月5日",
    "2024年度道路养护项目绩效自评报告|綦江区交通局、綦江区财政局：|一、基本情况|綦江区石壕镇人民政府|2025年3月5日"
  })
  void the_addressee_of_a_report_is_not_its_author(String page) {
    DocumentMetadata read = read(page);
    assertThat(read.agency()).isEqualTo("綦江区石壕镇人民政府");
    assertThat(read.category()).isEqualTo(Category.PROJECT_SELF_EVALUATION);
  }

  @ParameterizedTest
  @CsvSource({
    "索引号|115|发布机构|綦江区财政局|发布日期|2025-08-20|关于更正綦江区文化旅游委2024年度部门决算公开有关数据的公告|綦江区文化和旅游发展委员会|2025年9月3日,綦江区文化和旅游发展委员会",
    "发布机构|綦江区财政局|成文日期|2025-08-20|綦江区审计局2024年度部门决算,綦江区审计局",
    "发文机关|綦江区财政局|发布时间|2025-08-20|关于补充綦江区审计局2024年度部门决算公开数据的公告,綦江区审计局"
  })
  void the_labels_of_a_page_are_no_part_of_a_name(String page, String agency) {
    DocumentMetadata read = read(page);
    assertThat(read.agency()).isEqualTo(agency);
    assertThat(read.title()).doesNotContain("日期", "时间");
  }

  @ParameterizedTest
  @CsvSource({
    "重庆市綦江区|2024年度区级部门决算公开|（部门：区林业局）|一、部门概况,重庆市綦江区林业局",
    "重庆市綦江区|2024年度部门决算|部门名称：区林业局|一、部门概况,重庆市綦江区林业局",
    "重庆市綦江区2024年财政决算（草案）报告|区财政局局长 张某|一、2024年决算情况,重庆市綦江区财政局",
    "四川省样岭县2024年财政决算（草案）的报告|县财政局局长 李某|一、2024年决算情况,-"
  })
  void a_level_stands_for_the_place_in_the_title(String page, String agency) {
    assertThat(read(page).agency()).isEqualTo(agency.equals("-") ? null : agency);
  }

  @ParameterizedTest
  @CsvSource({
    "政府信息公开申请表|申请人信息|姓名|所需信息内容描述|2024年度部门决算,政府信息公开申请表",
    "依申请公开申请表|所需信息|綦江区财政局2024年部门预算,依申请公开申请表",
    "綦江区信息公开指南|公开内容|綦江区财政局2024年部门预算,綦江区信息公开指南"
  })
  void an_application_for_information_is_no_account(String page, String title) {
    DocumentMetadata read = read(page);
    assertThat(read.title()).isEqualTo(title);
    assertThat(read.category()).isEqualTo(Category.OTHER);
  }

  @ParameterizedTest
  @CsvSource({
    "綦江区水利局2024年度部门决算|支出决算表|单位：万元,綦江区水利局2024年度部门决算",
    "綦江区水利局2024年度部门决算|“三公”经费支出决算表,綦江区水利局2024年度部门决算",
    "綦江区水利局2024年度部门决算|基本情况表|指标|单位,綦江区水利局2024年度部门决算",
    "綦江区水利局2024年部门预算|收支预算总表,綦江区水利局2024年部门预算",
    "綦江区水利局2024年度|部门决算公开说明,綦江区水利局2024年度部门决算公开说明"
  })
  void the_title_of_the_first_form_is_no_part_of_the_title(String page, String title) {
    assertThat(read(page).title()).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource({
    "2025年綦江区本级“三公”经费预算安排情况说明|2025年总额5万元,2025,GOVERNMENT_BUDGET",
    "綦江区2024年区本级三公经费决算情况说明|总额5万元,2024,GOVERNMENT_FINAL_ACCOUNTS",
    "綦江区审计局2024年“三公”经费决算情况说明|总额5万元,2024,-"
  })
  void the_expenses_of_a_level_are_those_of_its_government(String page, int year, String category) {
    DocumentMetadata read = read(page);
    assertThat(read.year()).isEqualTo(year);
    if (!category.equals("-")) {
      assertThat(read.category()).isEqualTo(Category.valueOf(category));
    } else {
      assertThat(read.category()).isNotEqualTo(Category.GOVERNMENT_FINAL_ACCOUNTS);
    }
  }

  @Test
  void of_two_documents_in_one_file_the_first_gives_year_and_kind() {
    for (String join : new String[] {"和", "及", "、"}) {
      DocumentMetadata read = read("綦江区民政局2024年部门预算" + join + "2022年部门决算公开|一、部门概况");
      assertThat(read.year()).isEqualTo(2024);
      assertThat(read.category()).isEqualTo(Category.DEPARTMENT_BUDGET);
    }
    DocumentMetadata later = read("綦江区民政局2023年度部门决算和2024年部门预算|一、部门概况");
    assertThat(later.year()).isEqualTo(2023);
    assertThat(later.category()).isEqualTo(Category.DEPARTMENT_FINAL_ACCOUNTS);
  }

  @ParameterizedTest
  @CsvSource({
    "綦江区水务局山塘整治项目支出绩效自评报告（2024年度）|一、项目概况|山塘整治项目由綦江区水务局组织实施。,綦江区水务局",
    "2024年度綦江区石壕镇竹园步道项目支出绩效自评报告|一、项目概况|步道项目经批准，綦江区石壕镇人民政府负责项目的组织管理。,綦江区石壕镇人民政府",
    "綦江区石壕镇农贸市场改造项目绩效自评报告（2024年度）|主管部门\t綦江区商务局\t实施单位\t綦江区石壕镇人民政府,綦江区石壕镇人民政府",
    "綦江区中医院针灸特色诊疗中心设备购置项目绩效自评报告|一、项目概况|项目由綦江区中医院具体实施。,綦江区中医院",
    "綦江区中医院针灸特色诊疗中心项目绩效自评报告|一、项目概况|本项目由綦江区中医院负责实施。,綦江区中医院",
    "綦江区图书馆古籍数字化项目绩效自评报告|一、项目概况|綦江区图书馆的主要职责是收藏文献。,綦江区图书馆",
    "綦江区图书馆古籍数字化项目绩效自评报告|一、项目概况|古籍得到保护。,綦江区图书馆",
    "2024年度綦江区城市公园养护项目绩效自评报告|项目单位：綦江区园林管理所,綦江区园林管理所",
    "2024年度项目支出绩效自评报告|一、项目概况|项目实施单位为綦江区水务局，资金已到位。,綦江区水务局",
    "綦江区城市公园养护项目绩效自评报告|綦江区城市公园面积6公顷。|项目由綦江区园林管理所负责组织实施。,綦江区园林管理所",
    "綦江区石壕镇步道项目绩效自评报告|綦江区石壕镇地处南部。|綦江区石壕镇人民政府成立了小组。,綦江区石壕镇人民政府",
    "綦江区石壕镇步道项目绩效自评报告|綦江区石壕镇地处南部。|綦江区打通镇人民政府参加了验收。,綦江区石壕镇",
    "綦江区水务局山塘整治项目绩效自评报告|资金由綦江区财政局统一管理。|綦江区审计局负责项目实施的监督。|綦江区水务局成立小组。,綦江区水务局",
    "綦江区教育局电教中心专项资金绩效自评报告|一、基本情况|綦江区教育局电教中心完善制度。项目由綦江区教育局牵头实施。,綦江区教育局电教中心",
    "石壕街2024年夜间照明补贴绩效自评报告|项目主管部门：綦江区城市管理局|用款单位：綦江区人民政府石壕街道办事处,綦江区人民政府石壕街道办事处"
  })
  void the_name_of_a_project_is_no_part_of_its_agency(String page, String agency) {
    assertThat(read(page).agency()).isEqualTo(agency);
  }

  @ParameterizedTest
  @CsvSource({
    "綦江区2024年区级单位预算|预算主管部门：綦江区教育局|预算单位：綦江区石壕幼儿园|目录,綦江区石壕幼儿园",
    "綦江区2024年区级部门预算|预算主管部门：綦江区教育局|目录,綦江区教育局",
    "綦江区教育局|2024年度校舍维修项目支出绩效自评报告|项目主管部门：綦江区教育局|项目单位：綦江区石壕中学|一、概况,綦江区石壕中学",
    "綦江区教育局|2024年度校舍维修项目支出绩效自评报告|项目主管部门：綦江区教育局|项目单位：綦江区教育局|一、概况,綦江区教育局",
    "綦江区教育局|2024年度校舍维修项目支出绩效自评报告|项目单位：綦江区石壕中学|一、概况,綦江区教育局",
    "綦江区2024年度饮水项目绩效评价报告|委托单位：綦江区财政局|评价机构：重庆信衡会计师事务所有限公司|一、概况,綦江区财政局",
    "綦江区2024年度饮水项目绩效评价报告|评价机构：重庆信衡工程咨询有限公司|委托部门：綦江区财政局|一、概况,綦江区财政局",
    "綦江区2024年度饮水项目绩效评价报告|评价机构：重庆信衡会计师事务所（普通合伙）|一、概况,-",
    "綦江区2024年度项目绩效自评报告|项目单位：重庆市綦江区建设投资有限公司|一、概况,重庆市綦江区建设投资有限公司"
  })
  void the_unit_is_the_author_and_not_its_superior_or_evaluator(String page, String agency) {
    assertThat(read(page).agency()).isEqualTo(agency.equals("-") ? null : agency);
  }

  @ParameterizedTest
  @CsvSource({
    "綦江区教育局下属綦江区石壕中学2024年单位预算,綦江区石壕中学",
    "綦江区农业农村委员会所属綦江区|种子管理站2024年度单位决算,綦江区种子管理站",
    "綦江区水利局直属单位重庆市綦江区水库管理所2024年单位预算,重庆市綦江区水库管理所",
    "綦江区卫生健康委员会下属二级预算单位綦江区中医院2024年度单位决算,綦江区中医院",
    "綦江区交通局所属事业单位綦江区公路中心2024年度单位决算,綦江区公路中心",
    "2024年度展陈补助资金项目自评报告|綦江区石壕博物馆（二级单位）|填报日期：2025年4月2日,綦江区石壕博物馆",
    "綦江区石壕博物馆（下属单位）2024年度单位决算,綦江区石壕博物馆",
    "綦江区区直属机关工作委员会2024年度部门决算,綦江区区直属机关工作委员会",
    "綦江区委直属机关工作委员会2024年度部门决算,綦江区委直属机关工作委员会"
  })
  void the_superior_and_its_relation_are_no_part_of_the_name(String page, String agency) {
    assertThat(read(page).agency()).isEqualTo(agency);
  }

  @ParameterizedTest
  @CsvSource({
    "綦江区妇联2024年度部门决算|第一部分綦江区妇女联合会概况,綦江区妇女联合会",
    "綦江区科协2024年度部门决算|一、部门职责|綦江区科学技术协会的主要职责是：,綦江区科学技术协会",
    "綦江区残联2024年度部门决算|一、部门职责|重庆市綦江区残疾人联合会负责残疾人事业。|綦江区残疾人联合会内设机构4个。,綦江区残疾人联合会",
    "綦江区侨联2024年度部门决算|一、部门职责|綦江区归国华侨联合会是人民团体。,綦江区归国华侨联合会",
    "綦江区工商联2024年度部门决算|一、部门职责|綦江区工商业联合会服务企业。,綦江区工商业联合会",
    "綦江区科协2024年度部门决算|一、部门职责|綦江区老科学技术工作者协会由本会指导。,綦江区科协",
    "綦江区文联2024年度部门决算|一、部门职责|巴南区文学艺术界联合会是兄弟单位。,綦江区文联"
  })
  void an_association_has_the_full_name_that_the_text_prints(String page, String agency) {
    assertThat(read(page).agency()).isEqualTo(agency);
  }

  @ParameterizedTest
  @CsvSource({
    "2024年度綦江区商务委员会|整体支出绩效自评结果（2023年度）,2023",
    "2024年綦江区商务委员会项目支出绩效自评表|（2023年度）,2023",
    "2024年度綦江区商务委员会部门预算（2023年度）,2024",
    "2024年度綦江区商务委员会整体支出绩效自评结果（2024年度）,2024",
    "2024年度綦江区商务委员会整体支出绩效自评结果（2021年度）,2024"
  })
  void the_evaluated_year_stands_in_brackets_below_that_of_publication(String page, int year) {
    assertThat(read(page).year()).isEqualTo(year);
  }

  @ParameterizedTest
  @CsvSource({
    "重庆市林业局|2025年市级苗木专项资金申报指南|一、资金总体情况",
    "重庆市林业局|2025年苗木产业补助资金项目申报通知|一、资金总体情况",
    "重庆市林业局|2025年度科技项目立项指南|一、总体情况"
  })
  void the_line_above_a_call_for_applications_is_its_author(String page) {
    DocumentMetadata read = read(page);
    assertThat(read.agency()).isEqualTo("重庆市林业局");
    assertThat(read.year()).isEqualTo(2025);
    assertThat(read.category()).isEqualTo(Category.OTHER);
  }

  @ParameterizedTest
  @CsvSource({"綦江区石壕中学2024年单位预算_", "綦江区石壕中学2024年单位预算公开＿", "綦江区石壕中学2024年单位预算-"})
  void a_stray_mark_behind_the_title_hides_nothing(String title) {
    DocumentMetadata read = read(title + "|2024年3月1日|目录");
    assertThat(read.agency()).isEqualTo("綦江区石壕中学");
    assertThat(read.category()).isEqualTo(Category.UNIT_BUDGET);
  }
}
