package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.Topic;

/**
 * False and missed findings that readers noticed in whole disclosures; the amounts are invented.
 */
class WholeDisclosuresTest {
  private static final String PROJECTS = "项目名称,功能科目,合计,一般公共预算,政府性基金预算,其中：政府采购";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024年度支出决算640.45万元，占本年支出合计的80.07%。与年初预算349.51万元相比，完成年初预算的@%；与上年相比，支出减少60.74万元。|168.94|183.24",
        "2024年度支出决算640.45万元，与年初预算数349.51万元相比，完成预算的@%。|168.94|183.24",
        "2024年度支出决算640.45万元。与调整预算660.00万元相比，完成率为@%。|79.04|97.04",
      })
  void a_rate_behind_a_comparison_is_that_of_the_budget_compared_with(
      String text, String wrong, String right) {
    assertThat(rules(Topic.EXPENDITURE, text.replace("@", right))).isEmpty();
    assertThat(rules(Topic.EXPENDITURE, text.replace("@", wrong)))
        .containsExactly("completion-rate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "以上一般公共预算支出合计845.09万元，比2023年年初预算数825.31万元增加19.78万元，增长2.40%。",
        "以上支出合计845.09万元，比2023年年初预算数825.31万元增加19.78万元，增长2.40%。",
        "以上七类一般公共预算支出合计845.09万元，比2023年年初预算数825.31万元增加19.78万元，增长2.40%。",
        "以上各项合计845.09万元，比2023年年初预算数825.31万元增加19.78万元，增长2.40%。"
      })
  void the_change_of_the_last_item_is_not_measured_by_the_total_below_it(String total) {
    String item =
        "“住房保障支出”26.84万元，比2023年年初预算增加0.65万元，增长2.48%。其中：“住房改革支出（款）住房公积金（项）”"
            + "26.84万元，增加0.65万元，增长2.48%，住房公积金单位缴存。";
    assertThat(
            new TestDocument()
                .budget()
                .section(Topic.EXPENDITURE, "主要支出情况", item, total)
                .findRules())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"其中：在编38人，合同制15人；退休人员17人。", "含编外人员15人。", "其中聘用人员14人、劳务派遣1人。", "其中公益性岗位15人。"})
  void staff_without_posts_are_not_measured_by_the_posts(String besides) {
    String posts = "事业编制41名，在职职工53人，";
    assertThat(rules(Topic.OVERVIEW, posts + besides)).isEmpty();
    assertThat(rules(Topic.OVERVIEW, posts + "退休人员17人。")).containsExactly("staff-numbers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"项目支出表", "项目支出预算明细表", "部门预算项目支出表"})
  void what_projects_purchase_is_only_a_part_of_all_purchases(String title) {
    assertThat(
            purchasesDocument(
                    title, "环境整治,2120501,156.04,156.04,,138.42", "合计,,321.58,240.33,81.25,138.42")
                .findRules())
        .isEmpty();
  }

  @Test
  void all_purchases_are_those_of_the_text() {
    assertThat(
            purchasesDocument(
                    "政府采购预算表", "环境整治,2120501,138.42,138.42,,138.42", "合计,,138.42,138.42,,138.42")
                .findRules())
        .contains("text-against-table");
  }

  private static TestDocument purchasesDocument(String title, String row, String total) {
    List<String> rows =
        title.contains("项目")
            ? List.of(row, "村级补助,2130705,84.29,84.29,,", "造林补助,2120899,81.25,,81.25,", total)
            : List.of(row, total);
    return new TestDocument()
        .budget()
        .section(
            Topic.PROCUREMENT,
            "政府采购预算说明",
            "2024年政府采购预算总额143.10万元，其中：政府采购货物预算4.68万元，政府采购工程预算0.00万元，政府采购服务预算138.42万元。")
        .table(title, "万元", PROJECTS, rows);
  }

  @ParameterizedTest
  @CsvSource({"1.62,0.62,0.62,3.公务接待费 1.50 1.62", "0.62,1.62,0.62,合计 1.50 1.62"})
  void the_amount_that_the_text_does_not_state_is_the_wrong_one(
      String part, String total, String text, String quote) {
    TestDocument document =
        new TestDocument()
            .section(
                Topic.THREE_PUBLIC,
                TestDocument.heading(Topic.THREE_PUBLIC),
                "2024年度财政拨款“三公”经费支出年初预算为1.50万元，公务接待费支出决算为"
                    + text
                    + "万元。"
                    + "2024年度财政拨款“三公”经费支出决算为"
                    + text
                    + "万元。")
            .table(
                "财政拨款“三公”经费支出决算表",
                "万元",
                "项目,年初预算数,决算数",
                List.of(
                    "合计,1.50," + total,
                    "1.因公出国（境）费,0.00,0.00",
                    "2.公务用车购置及运行维护费,0.00,0.00",
                    "其中：（1）公务用车购置费,0.00,0.00",
                    "（2）公务用车运行维护费,0.00,0.00",
                    "3.公务接待费,1.50," + part));
    assertThat(document.findFindings())
        .filteredOn(f -> f.rule().equals("three-public-table"))
        .extracting(f -> f.quote())
        .containsExactly(quote);
  }

  private static List<String> rules(Topic topic, String text) {
    return new TestDocument().section(topic, TestDocument.heading(topic), text).findRules();
  }
}
