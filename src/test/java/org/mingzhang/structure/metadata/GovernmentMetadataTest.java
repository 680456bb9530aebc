package org.mingzhang.structure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Category;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;

/**
 * Tests web pages of governments and of evaluations, including the text that sites put around them.
 */
class GovernmentMetadataTest {
  private static void assertMetadata(
      String page, String agency, String region, String year, String category) {
    assertThat(Documents.values(Documents.read("page.html", page.split("\n"))))
        .isEqualTo(List.of(agency, region, year, category));
  }

  @Test
  void a_department_whose_site_it_stands_on_does_not_give_a_governments_accounts() {
    assertMetadata(
        """
        绥德县发展和改革局
        • 发文机关：绥德县财政局 发文日期：2023-09-15
        绥德县2022年度政府决算公开
        一、一般公共预算收支决算情况
        2022年一般公共预算收入完成51000万元。
        """,
        "绥德县财政局",
        "陕西省/榆林市/绥德县",
        "2022",
        "政府决算");
  }

  @Test
  void what_a_report_calls_itself_stands_in_for_a_lost_title() {
    assertMetadata(
        """
        根据法律法规要求，现将绥德县2024年财政决算情况报告如下：
        一、全县收支决算情况
        收入为预算的102.8%。
        """,
        "-", "陕西省/榆林市/绥德县", "2024", "政府决算");
  }

  @Test
  void only_governments_adjust_their_budgets() {
    assertMetadata(
        """
        绥德县2023年预算调整方案
        一、预算调整事由
        下达新增债券资金8000万元。
        """,
        "-",
        "陕西省/榆林市/绥德县",
        "2023",
        "政府预算");
    assertThat(
            Documents.read("page.html", "各位委员：", "现将我县2023年财政预算第一次调整方案报告如下：", "一、新增债券").category())
        .isNotNull();
  }

  @Test
  void a_number_behind_a_year_is_no_month_where_it_counts_things() {
    assertMetadata(
        """
        绥德县2021年10个重点项目绩效评价报告公开
        委托机构开展了评价。
        """,
        "-",
        "陕西省/榆林市/绥德县",
        "2021",
        "项目支出绩效自评");
  }

  @Test
  void names_of_files_that_a_page_links_to_are_not_its_title() {
    assertMetadata(
        """
        榆林市2020年绩效评价报告公开
        我局委托机构开展了评价，现予公开。
        米脂县2018年道路项目绩效评价报告.pdf
        佳县2019年桥梁项目绩效评价报告.pdf
        绥德县2017年水利项目绩效评价报告.pdf
        """,
        "-",
        "陕西省/榆林市",
        "2020",
        "项目支出绩效自评");
  }

  @Test
  void the_office_that_drew_up_a_form_is_not_the_one_evaluated() {
    assertMetadata(
        """
        部门整体支出绩效评价自评报告
        （2023年度）
        部门（单位）全称：绥德县人民检察院（公章）
        填报日期2024年2月26日
        榆林市财政局制
        部门整体支出绩效评价报告
        一、部门基本情况
        """,
        "绥德县人民检察院",
        "陕西省/榆林市/绥德县",
        "2023",
        "部门整体支出绩效自评");
  }

  @Test
  void cells_of_a_form_on_lines_of_their_own_name_the_body() {
    assertMetadata(
        """
        附件2
        2022年度部门整体支出绩效自评表
        预算部门
        绥德县总工会
        年度预算申请（万元）
        """,
        "绥德县总工会",
        "陕西省/榆林市/绥德县",
        "2022",
        "部门整体支出绩效自评");
  }

  @Test
  void a_report_of_a_town_on_the_revenue_of_all_is_a_governments() {
    assertMetadata(
        """
        绥德县名州镇人民政府
        2022年决算报告
        一、预算收支决算情况
        全镇本级一般公共预算收入实现111.11万元。
        二、其他重点报告事项
        （一）转移支付执行情况
        收到1700万元。
        """,
        "绥德县名州镇人民政府",
        "陕西省/榆林市/绥德县",
        "2022",
        "政府决算");
  }

  @Test
  void two_funds_of_a_whole_territory_make_a_report_a_governments() {
    assertMetadata(
        """
        绥德县经济技术开发区2022年决算报告
        一、全区收支决算情况
        2022年全区一般公共预算收入131560万元，完成调整预算数的98.4%。
        2022年全区政府性基金预算收入154280万元。
        """,
        "绥德县经济技术开发区", "陕西省/榆林市/绥德县", "2022", "政府决算");
  }

  @Test
  void the_sentence_on_what_a_body_is_names_it_under_a_title_without_names() {
    assertMetadata(
        """
        残联项目绩效自评报告
        一、单位概况
        （一）职能职责
        绥德县残疾人联合会是一个履行“代表、服务、管理”职能，为残疾人服务的社会团体。
        """,
        "绥德县残疾人联合会",
        "陕西省/榆林市/绥德县",
        "-",
        "项目支出绩效自评");
  }

  @Test
  void the_sentence_on_its_evaluations_names_a_body_that_no_title_names() {
    assertMetadata(
        """
        第一部分 2024年度部门决算报表
        第二部分 2024年度部门决算说明
        一、收入支出决算总体情况说明
        2024年度收、支总计2849.65万元。
        第四部分 2024年度部门绩效评价情况
        绥德县总工会对2024年度部门项目支出实施绩效评价，评价项目8个。
        """,
        "绥德县总工会",
        "陕西省/榆林市/绥德县",
        "2024",
        "部门决算");
  }

  @Test
  void a_year_on_its_own_line_begins_another_title_where_the_one_above_has_its_year() {
    assertThat(
            Documents.read(
                    "page.html", "共青团绥德县委2022年部门决算", "2022年度", "中国共产主义青年团绥德县委员会部门决算", "一、部门职责")
                .title())
        .doesNotContain("决算2022年度");
  }

  @Test
  void years_of_debts_and_of_funds_evaluated_are_fiscal_years() {
    assertMetadata(
        """
        绥德县2023年全年地方政府债务信息公开
        一、政府债务余额情况
        截止2023年12月底，余额64.64亿元。
        """,
        "-",
        "陕西省/榆林市/绥德县",
        "2023",
        "-");
    assertThat(Documents.read("page.html", "部门评价报告", "我办积极组织人员对2021年专项工作经费绩效情况进行检查。").year())
        .isEqualTo(2021);
  }

  @Test
  void an_assessment_in_advance_is_none_of_the_kinds_that_are_told() {
    String page =
        """
        财政支出项目事前绩效评估报告
        项目名称：
        双向推介交流宣传
        项目单位：
        绥德县商务局
        主管部门：
        绥德县人民政府
        项目概况：
        安排480万元。
        """;
    assertMetadata(page, "绥德县商务局", "陕西省/榆林市/绥德县", "-", "其他");
    assertThat(Documents.read("page.html", page.split("\n")).title())
        .isEqualTo("财政支出项目事前绩效评估报告（绥德县商务局）");
    assertMetadata("绥德县水利局2025年部门预算项目事前绩效评估报告", "绥德县水利局", "陕西省/榆林市/绥德县", "2025", "其他");
  }

  @Test
  void goals_by_themselves_are_no_budget_but_may_stand_in_one() {
    assertMetadata("榆林市2022年市直部门预算项目支出绩效目标表\n项目名称 大楼运行保障", "-", "陕西省/榆林市", "2022", "其他");
    assertMetadata("绥德县水利局2024年度部门整体支出绩效目标表", "绥德县水利局", "陕西省/榆林市/绥德县", "2024", "其他");
    assertMetadata(
        """
        绥德县水利局2024年度部门整体支出绩效目标表
        一、收支预算总表
        """,
        "绥德县水利局",
        "陕西省/榆林市/绥德县",
        "2024",
        "部门预算");
    assertMetadata("绥德县水利局2024年部门预算及项目绩效目标表", "绥德县水利局", "陕西省/榆林市/绥德县", "2024", "部门预算");
    assertMetadata("绥德县水利局2024年项目绩效目标自评表", "绥德县水利局", "陕西省/榆林市/绥德县", "2024", "项目支出绩效自评");
  }

  @Test
  void what_only_the_contents_name_tells_the_kind_of_a_page_that_is_cut_off() {
    Extraction page =
        Documents.extraction(
            "page.html",
            "目录",
            "第一部分 绥德县水利局概况",
            "第二部分 部门决算表",
            "第三部分 部门决算情况说明",
            "第一部分 绥德县水利局概况",
            "一、部门职责");
    Section heading =
        new Section("1", "第一部分", "绥德县水利局概况", 1, Topic.OVERVIEW, 1, false, false, List.of());
    DocumentMetadata metadata = new MetadataReader().read(page, List.of(heading), Sidecar.none());
    assertThat(metadata.category()).isEqualTo(Category.DEPARTMENT_FINAL_ACCOUNTS);
  }
}
