package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Category;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Topic;

/**
 * One wrong number gives one finding, at its own location if other locations confirm the other
 * numbers.
 */
class OnePlaceTest {
  private static final String ITEMS = "科目编码,科目名称,本年支出合计,基本支出,项目支出";

  private static List<Finding> findings(TestDocument document) {
    return new Auditor().audit(document.build());
  }

  private static TestDocument expenditureDocument(String item, String total) {
    return new TestDocument()
        .table(
            "支出决算表",
            "万元",
            ITEMS,
            List.of(
                ",合计,300.00," + total + ",120.00",
                "201,一般公共服务支出,300.00,180.00,120.00",
                "20126,档案事务,300.00,180.00,120.00",
                "2012601,行政运行," + item + ",180.00,",
                "2012604,档案馆,120.00,,120.00"));
  }

  @Test
  void a_cell_that_spoils_its_row_and_its_column_is_told_at_its_row() {
    assertThat(findings(expenditureDocument("180.00", "180.00"))).isEmpty();
    assertThat(findings(expenditureDocument("108.00", "180.00")))
        .extracting(Finding::rule, Finding::quote)
        .containsExactly(tuple("row-totals", "2012601 行政运行 108.00 180.00"));
  }

  @Test
  void a_total_that_contradicts_its_own_row_is_not_held_against_the_sentence_as_well() {
    TestDocument document =
        expenditureDocument("180.00", "188.00")
            .section(
                Topic.EXPENDITURE,
                "支出决算情况说明",
                "2024年度支出合计300.00万元，其中：基本支出180.00万元，占60%；项目支出120.00万元，占40%。");
    assertThat(findings(document)).extracting(Finding::rule).containsExactly("row-totals");
  }

  @Test
  void a_total_in_the_wrong_unit_is_one_contradiction() {
    TestDocument document =
        new TestDocument()
            .budget()
            .table(
                "部门支出总表",
                "万元",
                "科目编码,科目名称,合计,基本支出,项目支出",
                List.of(",合计,846.00,600.00,246.00", "201,一般公共服务支出,846.00,600.00,246.00"))
            .section(
                Topic.TOTALS, "收支预算总体情况", "2024年收支总预算846.00元，比2023年754.20万元增加91.80万元，增长12.17%。");
    assertThat(findings(document))
        .hasSize(1)
        .first()
        .extracting(Finding::stated)
        .isEqualTo("846.00元");
  }

  @Test
  void two_rules_that_find_the_same_two_values_in_overlapping_words_tell_it_once() {
    String text = "修缮项目绩效自评得分98.62分，其中预算执行9.42分、产出指标49.58分、效益指标28.52分、满意度指标10.00分。";
    TestDocument document =
        new TestDocument()
            .section(Topic.PERFORMANCE, "绩效", text)
            .form("项目支出绩效自评表", "项目名称,修缮项目", "总分,97.52");
    assertThat(findings(document)).extracting(Finding::stated).containsExactly("98.62");
  }

  private static TestDocument rollUpDocument(String one, String other) {
    TestDocument document = new TestDocument();
    for (String amount : List.of(one, other)) {
      document.table(
          amount.equals(one) ? "支出决算表" : "一般公共预算财政拨款支出决算表",
          "万元",
          "科目编码,科目名称,本年支出合计",
          List.of(
              "201,一般公共服务支出,300.00",
              "20126,档案事务,300.00",
              "2012601,行政运行," + amount,
              "2012604,档案馆,120.00"));
    }
    return document;
  }

  @Test
  void an_item_that_another_table_gives_otherwise_is_told_at_its_own_row() {
    assertThat(findings(rollUpDocument("108.00", "180.00")))
        .extracting(Finding::quote)
        .containsExactly("2012601 行政运行 108.00");
  }

  @Test
  void a_group_that_spoils_two_sums_is_told_once() {
    TestDocument document =
        new TestDocument()
            .table(
                "支出决算表",
                "万元",
                "科目编码,科目名称,本年支出合计",
                List.of(
                    "201,一般公共服务支出,300.00",
                    "20126,档案事务,330.00",
                    "2012601,行政运行,180.00",
                    "2012604,档案馆,120.00"));
    assertThat(findings(document)).extracting(Finding::quote).containsExactly("20126 档案事务 330.00");
  }

  @Test
  void what_is_carried_over_is_told_where_all_other_sums_are_right() {
    TestDocument document =
        new TestDocument()
            .table(
                "收入支出决算总表",
                "万元",
                "项目,决算数,项目,决算数",
                List.of(
                    "一、财政拨款收入,90.00,一、一般公共服务支出,80.00",
                    "二、其他收入,5.00,二、住房保障支出,10.00",
                    "本年收入合计,95.00,本年支出合计,90.00",
                    "年初结转和结余,5.00,年末结转和结余,12.00",
                    "总计,100.00,总计,100.00"));
    assertThat(findings(document)).extracting(Finding::quote).containsExactly("年末结转和结余 12.00");
  }

  private static TestDocument basicDocument(String office) {
    return new TestDocument()
        .section(Topic.EXPENDITURE, "支出决算情况说明", "2024年度支出合计180.00万元，其中：基本支出180.00万元，占100%。")
        .section(
            Topic.BASIC_EXPENDITURE,
            "一般公共预算财政拨款基本支出决算情况说明",
            "2024年度一般公共预算财政拨款基本支出180.00万元，其中：",
            "人员经费150.00万元，主要包括：基本工资、津贴补贴。",
            "公用经费" + office + "万元，主要包括：办公费、印刷费。")
        .section(Topic.OPERATING_EXPENSES, "机关运行经费支出说明", "2024年度机关运行经费支出30.00万元。");
  }

  @Test
  void the_part_of_basic_expenditure_that_is_said_otherwise_elsewhere_is_the_one_told() {
    assertThat(findings(basicDocument("30.00"))).isEmpty();
    assertThat(findings(basicDocument("33.00")))
        .singleElement()
        .satisfies(f -> assertThat(f.quote()).startsWith("公用经费33.00万元"));
  }

  private static TestDocument budgetDocument(String whole, String guests, String operating) {
    return new TestDocument()
        .withKindAndYear(Category.DEPARTMENT_BUDGET, 2024)
        .section(
            Topic.THREE_PUBLIC,
            "“三公”经费预算情况说明",
            "2024年“三公”经费预算数为" + whole + "万元。其中：因公出国（境）费0万元；公务用车购置及运行费0万元；公务接待费" + guests + "万元。")
        .section(Topic.OPERATING_EXPENSES, "机关运行经费预算", "2024年财政拨款的机关运行经费预算为" + operating + "万元。")
        .table(
            "部门“三公”经费和机关运行经费预算表",
            "万元",
            "“三公”经费预算数/合计,“三公”经费预算数/因公出国(境)费,“三公”经费预算数/公务接待费,“三公”经费预算数/公务用车购置及运行费/小计,机关运行经费预算数",
            List.of("2.00,,2.00,,71.01"));
  }

  @Test
  void a_budget_s_sentences_agree_with_its_table_of_the_three_public_expenses() {
    assertThat(findings(budgetDocument("2.00", "2.00", "71.01"))).isEmpty();
    assertThat(findings(budgetDocument("20.00", "20.00", "71.01")))
        .extracting(Finding::rule)
        .contains("text-against-table");
    assertThat(findings(budgetDocument("2.00", "2.00", "17.01")))
        .extracting(Finding::rule)
        .containsExactly("text-against-table");
    assertThat(findings(budgetDocument("2.00", "3.00", "71.01"))).isNotEmpty();
  }

  @Test
  void the_same_kind_of_body_of_another_district_is_another_agency() {
    TestDocument document = new TestDocument();
    String text = "2024年度机关运行经费支出12.00万元。";
    assertThat(
            findings(document.section(Topic.OPERATING_EXPENSES, "机关运行经费", "示例省样本市另外区档案局" + text)))
        .extracting(Finding::rule)
        .containsExactly("another-agency");
    assertThat(
            findings(
                new TestDocument().section(Topic.OPERATING_EXPENSES, "机关运行经费", "样本市测试区档案局" + text)))
        .isEmpty();
  }

  @Test
  void a_place_left_blank_is_told_where_its_blanks_were_lost() {
    assertThat(
            findings(
                new TestDocument()
                    .section(
                        Topic.THREE_PUBLIC,
                        "三公经费",
                        "公务用车购置及运行费预算为0万元，支出决算为万元，单位为万元。接待来访团组0个，人次（不包括陪同人员）。")))
        .extracting(Finding::quote)
        .containsExactly("支出决算为万元", "团组0个，人次");
  }

  @Test
  void an_amount_is_not_doubted_for_a_wrong_share_of_an_equal_amount_beside_it() {
    TestDocument document =
        new TestDocument()
            .section(
                Topic.PROCUREMENT,
                "政府采购支出情况",
                "2024年政府采购支出66.70万元，其中：货物支出8.30万元、工程支出0万元、服务支出58.40万元。")
            .section(
                Topic.PROCUREMENT,
                "政府采购支出说明",
                "2024年政府采购支出56.70万元，其中：货物支出8.30万元、工程支出0万元、服务支出48.40万元。"
                    + "授予中小企业合同金额48.40万元，占政府采购支出的65.36%。");
    assertThat(findings(document))
        .filteredOn(f -> f.rule().equals("same-figure") && f.quote().contains("服务"))
        .extracting(Finding::quote)
        .containsExactly("服务支出58.40万元。");
  }
}
