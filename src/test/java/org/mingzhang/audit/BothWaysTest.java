package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Topic;

/** Rules that need more than one sentence, each with a wrong document and the corrected one. */
class BothWaysTest {
  private static final String HEAD = "科目编码,科目名称,合计,基本支出,项目支出";

  private static TestDocument itemsDocument(String sentence) {
    return new TestDocument()
        .table(
            "一般公共预算财政拨款支出决算表",
            "万元",
            HEAD,
            List.of(
                ",合计,30.00,20.00,10.00",
                "201,一般公共服务支出,30.00,20.00,10.00",
                "20126,档案事务,30.00,20.00,10.00",
                "2012601,行政运行,20.00,20.00,",
                "2012604,档案馆,10.00,,10.00"))
        .section(Topic.GENERAL_PUBLIC_BUDGET, "一般公共预算财政拨款支出决算具体情况", sentence);
  }

  @Test
  void an_item_has_the_name_of_the_row_with_its_amount() {
    String right = "1.一般公共服务支出（类）档案事务（款）档案馆（项）。支出决算为10.00万元。";
    assertThat(itemsDocument(right).findRules()).isEmpty();
    assertThat(itemsDocument(right.replace("档案馆", "博物馆")).findRules()).containsExactly("item-name");
  }

  private static TestDocument vehiclesDocument(String cost) {
    return new TestDocument()
        .section(
            Topic.THREE_PUBLIC,
            "“三公”经费支出决算情况说明",
            "公务用车购置及运行费支出决算为" + cost + "万元。",
            "截至2024年12月31日，公务用车保有量为2辆。");
  }

  @Test
  void vehicles_that_are_kept_cost_something() {
    assertThat(vehiclesDocument("3.20").findRules()).isEmpty();
    assertThat(vehiclesDocument("0.00").findRules()).containsExactly("vehicle-cost");
  }

  private static TestDocument purposesDocument(String second) {
    return new TestDocument()
        .section(
            Topic.GENERAL_PUBLIC_BUDGET,
            "具体情况",
            "1.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）。主要用于：事业单位医疗保险支出。",
            "2.住房保障支出（类）住房改革支出（款）住房公积金（项）。主要用于：" + second + "。");
  }

  @Test
  void an_item_s_purpose_is_its_own() {
    assertThat(purposesDocument("职工住房公积金缴存支出").findRules()).isEmpty();
    assertThat(purposesDocument("事业单位医疗保险支出").findRules()).containsExactly("copied-purpose");
  }

  private static TestDocument glossaryDocument(String second) {
    String item = "卫生健康（类）行政事业单位医疗（款）行政单位医疗（项）";
    return new TestDocument()
        .section(Topic.GLOSSARY, "名词解释", item + "：指基本医疗保险缴费。", item + "：指" + second + "。");
  }

  @Test
  void a_budget_item_has_one_explanation() {
    assertThat(glossaryDocument("基本医疗保险缴费").findRules()).isEmpty();
    assertThat(glossaryDocument("医疗补助").findRules()).containsExactly("glossary-repeat");
  }

  private static TestDocument targetsDocument(String unit) {
    TestDocument document = new TestDocument().form("项目自评表", "一级指标,二级指标,三级指标,指标值,完成值");
    for (String name : List.of("培训场次", "按时完成", "成本控制", "受益人满意度")) {
      document.indicator(name, "10" + unit, "10" + unit, "", "");
    }
    return document;
  }

  @Test
  void targets_are_not_points() {
    assertThat(targetsDocument("%").findRules()).isEmpty();
    assertThat(targetsDocument("").findRules()).containsExactly("targets-are-weights");
  }

  private static TestDocument scoresDocument(String budget, String total) {
    List<String> rows = new ArrayList<>();
    if (!budget.isEmpty()) {
      rows.addAll(List.of("项目资金,全年预算数,全年执行数,分值,执行率,得分", budget));
    }
    rows.addAll(
        List.of(
            "一级指标,二级指标,三级指标,指标值,分值,得分",
            "产出指标,数量指标,培训场次,3场,50,50",
            "产出指标,质量指标,合格率,95%,30,30",
            "满意度指标,满意度,满意度,90%,10,10",
            "总分,,,," + total));
    return new TestDocument()
        .form("自评表", rows.toArray(String[]::new))
        .indicator("培训场次", "3场", "3场", "50", "50")
        .indicator("合格率", "95%", "95%", "30", "30")
        .indicator("满意度", "90%", "90%", "10", "10");
  }

  @Test
  void the_total_is_the_sum_of_all_points() {
    assertThat(scoresDocument("", "90,90").findRules()).isEmpty();
    assertThat(scoresDocument("", "95,90").findRules()).containsExactly("score-total");
  }

  @Test
  void the_points_of_the_budget_line_belong_to_the_total_wherever_they_stand() {
    assertThat(scoresDocument("资金总额,20,20,10,100%,10", "100,100").findRules()).isEmpty();
    assertThat(scoresDocument("资金总额,20,20,,100%,", "100,100").findRules()).isEmpty();
    assertThat(scoresDocument("资金总额（权重10分 得分10分）,20,20,,100%,", "100,100").findRules()).isEmpty();
  }

  @Test
  void codes_are_never_added_up() {
    assertThat(itemsDocument("本节见附表。").findRules()).isEmpty();
  }
}
