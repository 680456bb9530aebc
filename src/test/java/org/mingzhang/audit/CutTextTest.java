package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Topic;

/**
 * Truncated documents: what may have been after the end is not reported as missing; each case is
 * compared with a document that is not truncated.
 */
class CutTextTest {
  private static final String DUTIES = "负责档案的接收和保管。";

  @Test
  void a_copy_that_ends_before_it_explains_lacks_no_table() {
    TestDocument whole = TableCompletenessRuleTest.document("支出决算表");
    whole
        .section(Topic.OVERVIEW, "部门概况", DUTIES)
        .section(Topic.TOTALS, "收入支出决算总体情况说明", "2024年度收、支总计5.00万元。");
    assertThat(whole.findRules()).containsExactly("account-tables");
    TestDocument cut = TableCompletenessRuleTest.document("支出决算表");
    cut.section(Topic.OVERVIEW, "部门概况", DUTIES);
    assertThat(cut.findRules()).isEmpty();
  }

  @Test
  void a_copy_that_ends_before_it_explains_need_not_say_why_a_table_is_empty() {
    TestDocument cut =
        new TestDocument()
            .section(Topic.OVERVIEW, "部门概况", DUTIES)
            .table("政府性基金预算财政拨款收入支出决算表", "万元", "科目编码,科目名称,合计", List.of(",合计,"));
    assertThat(cut.findRules()).isEmpty();
    cut.section(Topic.TOTALS, "总体情况说明", "2024年度收、支总计5.00万元。");
    assertThat(cut.findRules()).containsExactly("account-tables");
  }

  private static TestDocument classesDocument(String education) {
    return new TestDocument()
        .section(
            Topic.GENERAL_PUBLIC_BUDGET,
            "一般公共预算财政拨款支出决算结构情况",
            "2024年度一般公共预算财政拨款支出50.00万元，主要用于以下方面：卫生健康（类）支出20.00万元，占40%；"
                + "住房保障（类）支出10.00万元，占20%；教育（类）支出20.00万元，占40%。")
        .section(
            Topic.GENERAL_PUBLIC_BUDGET,
            "一般公共预算财政拨款支出决算具体情况",
            "1.卫生健康（类）行政事业单位医疗（款）行政单位医疗（项）。支出决算为20.00万元。",
            "2.住房保障（类）住房改革支出（款）住房公积金（项）。支出决算为10.00万元。",
            "3.教育（类）进修及培训（款）培训支出（项）。支出决算为" + education + "万元。");
  }

  @Test
  void items_behind_the_end_of_a_copy_may_be_of_the_last_class() {
    assertThat(classesDocument("15.00").findRules()).isEmpty();
    assertThat(classesDocument("25.00").findRules()).contains("class-items");
    TestDocument goesOn = classesDocument("15.00").section(Topic.GLOSSARY, "名词解释", "指用财政拨款安排的支出。");
    assertThat(goesOn.findRules()).contains("class-items");
  }

  private static List<String> report(String end) {
    return new TestDocument()
        .section(
            Topic.GENERAL_PUBLIC_BUDGET,
            "支出情况",
            "一般公共预算支出900万元。分大类为：一般公共服务支出400万元，教育支出200万元，卫生健康支出100万元，住房保障支出150万元" + end)
        .findRules();
  }

  @Test
  void a_list_whose_sentence_does_not_end_may_go_on_behind_the_cut() {
    assertThat(report("，")).isEmpty();
    assertThat(report("。")).containsExactly("parts");
  }
}
