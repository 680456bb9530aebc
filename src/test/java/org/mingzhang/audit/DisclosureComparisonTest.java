package org.mingzhang.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Topic;

class DisclosureComparisonTest {
  private static Disclosure account(String totals) {
    return new TestDocument().section(Topic.TOTALS, "总体", totals).build();
  }

  private static List<String> answers(List<CheckResult> checks) {
    return checks.stream().map(c -> c.getClass().getSimpleName()).distinct().toList();
  }

  @Test
  void last_year_s_amount_is_this_year_s_less_the_change() {
    Disclosure current = account("收入、支出总计均为100万元。与2023年度相比，收入、支出总计各减少10万元。");
    assertEquals(
        List.of("Agrees"),
        answers(DisclosureComparison.compareWithLastYear(current, account("收入、支出总计均为110万元。"))));
    assertEquals(
        List.of("Disagrees"),
        answers(DisclosureComparison.compareWithLastYear(current, account("收入、支出总计均为90万元。"))));
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
        List.of("Disagrees"), answers(DisclosureComparison.compareWithBudget(account, budget)));
    assertEquals(
        List.of("Undecided"), answers(DisclosureComparison.compareWithBudget(account, account)));
  }

  @Test
  void a_unit_is_no_larger_than_its_department() {
    Disclosure small = account("收入、支出总计均为100万元。");
    Disclosure large = account("收入、支出总计均为300万元。");
    assertEquals(
        List.of("Agrees"), answers(DisclosureComparison.compareUnitWithDepartment(small, large)));
    assertEquals(
        List.of("Disagrees"),
        answers(DisclosureComparison.compareUnitWithDepartment(large, small)));
  }
}
