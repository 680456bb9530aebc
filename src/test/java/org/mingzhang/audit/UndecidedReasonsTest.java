package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.audit.check.RuleTexts;
import org.mingzhang.model.AuditRuleCounts;
import org.mingzhang.model.Topic;
import org.mingzhang.text.TsvResource;

/** The reasons that are given for undecided locations are true of the document. */
class UndecidedReasonsTest {
  private static AuditRuleCounts.RuleCounts tally(TestDocument document, String rule) {
    return new Auditor()
        .auditAll(document.build()).ruleTallies().stream()
            .filter(t -> t.rule().equals(rule))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void a_reason_never_says_what_the_document_lacks_or_contradicts() {
    assertThat(TsvResource.readRows(RuleTexts.class, "reasons.tsv", 3))
        .allSatisfy(
            row ->
                assertThat(row.get(1))
                    .doesNotContain("文中没有", "文件没有", "表中没有", "没有写", "没有列出", "另有矛盾", "有不同的数"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "预算数 | 公务接待费支出0.95万元，完成年初预算的79.17%。",
        "全年预算数 | 公务接待费支出决算0.95万元，完成预算的79.17%。",
        "年初预算数 | 公务接待费支出0.95万元，完成全年预算的79.17%。",
        "预算数 | 公务接待费支出0.95万元，完成预算79.17%，主要用于接待调研组。"
      })
  void a_completion_is_computed_with_the_budget_of_the_table(String column, String sentence) {
    TestDocument document =
        new TestDocument()
            .section(Topic.THREE_PUBLIC, TestDocument.heading(Topic.THREE_PUBLIC), sentence)
            .table(
                "一般公共预算财政拨款“三公”经费支出决算表",
                "万元",
                "项目,2023年决算数,2024年%s,2024年决算数".formatted(column),
                List.of("三公经费,2.88,3.20,2.95", "公务用车运行费,2.00,2.00,2.00", "公务接待费,0.88,1.20,0.95"));
    assertThat(tally(document, "completion-rate").undecided()).isZero();
    assertThat(tally(document, "table-completion").undecided()).isZero();
    assertThat(tally(document, "table-completion").agrees()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024年基本支出决算2283.00万元。基本支出完成年初预算2200.70万元的103.74%。",
        "2024年年初批复基本支出预算2200.70万元。2024年基本支出决算2283.00万元，完成年初预算的103.74%。"
      })
  void a_completion_is_computed_with_the_amount_of_another_sentence(String text) {
    TestDocument document = new TestDocument().section(Topic.EXPENDITURE, "支出决算情况说明", text);
    assertThat(
            Stream.of("completion-rate", "table-completion")
                .mapToInt(rule -> tally(document, rule).undecided())
                .sum())
        .isZero();
  }

  @Test
  void a_completion_without_amounts_is_told_once_as_not_found() {
    TestDocument document =
        new TestDocument().section(Topic.THREE_PUBLIC, "三公", "公务接待费支出0.35万元，完成预算100%。");
    assertThat(tally(document, "completion-rate").undecided()).isZero();
    assertThat(tally(document, "table-completion").reasons())
        .containsExactly("没有找到可以计算这一完成率的预算数和完成数");
  }

  @Test
  void a_side_without_the_balance_is_no_contradiction_of_a_part() {
    TestDocument document =
        new TestDocument()
            .budget()
            .table("部门收入总表", "万元", "项目,合计,一般公共预算拨款,上年结转", List.of("合计,530.00,500.00,30.00"))
            .table(
                "财政拨款收支总表",
                "万元",
                "收入,预算数,支出,合计,一般公共预算拨款",
                List.of(
                    "一、本年收入,500.00,一、本年支出,530.00,530.00",
                    "二、上年结转,30.00,二、结转下年,0.00,0.00",
                    "收入总计,530.00,支出总计,530.00,530.00"));
    assertThat(tally(document, "figure-sums").reasons()).containsExactly("一处可能含结转结余，一处不含");
  }

  @Test
  void items_that_do_not_add_up_may_not_all_have_been_read() {
    TestDocument document =
        new TestDocument()
            .section(
                Topic.GENERAL_PUBLIC_BUDGET,
                TestDocument.heading(Topic.GENERAL_PUBLIC_BUDGET),
                "2024年度一般公共预算财政拨款支出决算为150.30万元。",
                "一般公共服务支出（类）档案事务（款）行政运行（项）支出决算为70.10万元。",
                "社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）支出决算为42.20万元。")
            .table("一般公共预算财政拨款支出决算表", "万元", "项目,合计,基本支出,项目支出", List.of("合计,150.30,100.30,50.00"));
    AuditRuleCounts.RuleCounts tally = tally(document, "item-totals");
    assertThat(tally.reasons()).containsExactly("不能确定各项是否已全部读到");
    assertThat(tally.undecidedPlaces().getFirst().location().quote()).contains("支出决算为150.30万元");
  }
}
