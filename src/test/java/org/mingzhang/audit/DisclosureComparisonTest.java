package org.mingzhang.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Topic;

class DisclosureComparisonTest {
  private static Disclosure account(String totals) {
    return account(2024, totals);
  }

  private static Disclosure account(int year, String totals) {
    return new TestDocument()
        .withKindAndYear(Category.DEPARTMENT_FINAL_ACCOUNTS, year)
        .section(Topic.TOTALS, "总体", totals)
        .build();
  }

  private static List<String> describe(List<CheckResult> checks) {
    return checks.stream().map(c -> c.getClass().getSimpleName()).distinct().toList();
  }

  @Test
  void last_year_s_amount_is_this_year_s_less_the_change() {
    Disclosure current = account("收入、支出总计均为100万元。与2023年度相比，收入、支出总计各减少10万元。");
    assertEquals(
        List.of("Agrees"),
        describe(
            DisclosureComparison.compareWithLastYear(current, account(2023, "收入、支出总计均为110万元。"))));
    assertEquals(
        List.of("Disagrees"),
        describe(
            DisclosureComparison.compareWithLastYear(current, account(2023, "收入、支出总计均为90万元。"))));
  }

  private static Disclosure expenses(int year, String text) {
    return new TestDocument()
        .withKindAndYear(Category.DEPARTMENT_FINAL_ACCOUNTS, year)
        .section(Topic.THREE_PUBLIC, "“三公”经费支出决算情况说明", text)
        .build();
  }

  /** Mergers of bodies are the usual reason why last year's amounts of two accounts differ. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "比上年增加5.10万元，增长21.78%（因机构改革，样例办公室并入，上年数按同口径调整为23.42万元）。|Undecided",
        "比上年增加5.10万元，增长21.78%，上年数包括并入单位。|Undecided",
        "比上年更正后的23.42万元增加5.10万元。|Undecided",
        "比上年增加5.10万元（剔除一次性基建支出）。|Undecided",
        "比上年增加5.10万元，增长21.78%，主要是上年数含所属参公单位。|Undecided",
        "比上年增加5.10万元，上年决算公开数中有0.20万元属会议费。|Undecided",
        "比上年增加5.10万元，主要原因是接待批次增加。|Disagrees",
        "比上年增加5.10万元。机构改革后职责不变。|Disagrees",
      })
  void an_amount_of_last_year_that_the_sentence_restates_is_not_compared(
      String words, String result) {
    assertEquals(
        List.of(result),
        describe(
            DisclosureComparison.compareWithLastYear(
                expenses(2024, "“三公”经费支出决算为28.52万元，" + words),
                expenses(2023, "“三公”经费支出决算为20.00万元。"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "“三公”经费支出决算为28.52万元，比上年增加5.10万元。|“三公”经费支出决算为23.42万元。|Agrees",
        "“三公”经费支出决算为28.52万元，比上年增加5.10万元。|“三公”经费支出决算为24.42万元。|Disagrees",
        "公务接待费支出决算为3.20万元，较上年减少1.15万元，下降26.44%。|公务接待费支出决算为4.85万元。|Disagrees",
        "公务用车运行维护费支出决算为16.40万元，比上年增加0.40万元。|公务用车运行维护费支出决算为19.00万元。|Disagrees",
        "“三公”经费支出决算为29万元，比上年增加5万元。|“三公”经费支出决算为25万元。|Agrees",
        "“三公”经费支出决算为29万元，比上年增加5万元，增长20.83%。|“三公”经费支出决算为25万元。|Disagrees",
      })
  void expenses_of_last_year_follow_from_the_result_its_change_and_its_rate(
      String now, String before, String result) {
    assertEquals(
        List.of(result),
        describe(
            DisclosureComparison.compareWithLastYear(expenses(2024, now), expenses(2023, before))));
  }

  @Test
  void the_initial_budget_is_that_of_the_budget_document() {
    Disclosure account =
        new TestDocument()
            .section(Topic.GENERAL_PUBLIC_BUDGET, "具体情况", "一般公共预算财政拨款支出年初预算为50万元，支出决算为45万元。")
            .build();
    Disclosure budget =
        new TestDocument().budget().section(Topic.OTHER, "预算编制说明", "一般公共预算拨款支出预算51万元。").build();
    assertEquals(
        List.of("Disagrees"), describe(DisclosureComparison.compareWithBudget(account, budget)));
    assertEquals(
        List.of("Undecided"), describe(DisclosureComparison.compareWithBudget(account, account)));
  }

  @Test
  void a_unit_is_no_larger_than_its_department() {
    Disclosure small = account("收入、支出总计均为100万元。");
    Disclosure large = account("收入、支出总计均为300万元。");
    assertEquals(
        List.of("Agrees"), describe(DisclosureComparison.compareUnitWithDepartment(small, large)));
    assertEquals(
        List.of("Disagrees"),
        describe(DisclosureComparison.compareUnitWithDepartment(large, small)));
  }
}
