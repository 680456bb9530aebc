package org.mingzhang.audit.invented;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mingzhang.audit.DisclosureComparison;
import org.mingzhang.audit.TestDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Topic;

/** Two invented documents of one office, which agree until an error is planted into one of them. */
class CrossErrorsTest {
  private static final int ROUNDS = Integer.getInteger("mingzhang.planted.rounds", 1) * 12;
  private static final long SEED = Long.getLong("mingzhang.planted.seed", 20241231L);

  private static long countResults(List<CheckResult> checks, Class<? extends CheckResult> answer) {
    return checks.stream().filter(answer::isInstance).count();
  }

  /**
   * What agrees in clean documents disagrees in wrong ones, under this rule; the rest is as it was.
   */
  private static void compare(
      String rule, Function<InventedAccount, TestDocument> other, Comparison comparison) {
    long decided = 0;
    for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
      Random random = new Random(seed * 0x9E3779B97F4A7C15L);
      InventedAccount account = new InventedAccount(random, random.nextBoolean());
      Disclosure current =
          new InventedDocument(account, random, Map.of(), false, null).disclosure();
      TestDocument document = other.apply(account);
      List<CheckResult> clean = comparison.of(current, document.build());
      assertThat(countResults(clean, CheckResult.Disagrees.class))
          .as("clean, seed " + seed)
          .isZero();
      new DocumentEditor(document, random).addToEveryAmount(new BigDecimal("30"));
      List<CheckResult> wrong = comparison.of(current, document.build());
      assertThat(countResults(wrong, CheckResult.Disagrees.class))
          .as("planted, seed " + seed)
          .isEqualTo(countResults(clean, CheckResult.Agrees.class));
      wrong.stream()
          .filter(CheckResult.Disagrees.class::isInstance)
          .forEach(c -> assertThat(((CheckResult.Disagrees) c).finding().rule()).isEqualTo(rule));
      decided += countResults(clean, CheckResult.Agrees.class);
    }
    assertThat(decided).isPositive();
  }

  /** One of the comparisons of two documents. */
  private interface Comparison {
    List<CheckResult> of(Disclosure current, Disclosure other);
  }

  private static TestDocument accountDocument(
      int year, String total, String general, String operating) {
    return new TestDocument()
        .withKindAndYear(Category.DEPARTMENT_FINAL_ACCOUNTS, year)
        .section(Topic.TOTALS, "总体", year + "年度收入总计" + total + "万元，支出总计" + total + "万元。")
        .section(Topic.GENERAL_PUBLIC_BUDGET, "一般公共预算", year + "年度一般公共预算财政拨款支出" + general + "万元。")
        .section(Topic.OPERATING_EXPENSES, "机关运行经费", year + "年度机关运行经费支出" + operating + "万元。");
  }

  @Test
  void last_year_s_account_has_another_amount() {
    compare(
        "last-year",
        a ->
            accountDocument(
                2023, a.print("beforeTotal"), a.print("generalBefore"), a.print("operatingBefore")),
        DisclosureComparison::compareWithLastYear);
  }

  @Test
  void the_budget_has_another_amount() {
    compare(
        "budget-document",
        a ->
            new TestDocument()
                .withKindAndYear(Category.DEPARTMENT_BUDGET, 2024)
                .section(
                    Topic.GENERAL_PUBLIC_BUDGET,
                    "一般公共预算支出情况说明",
                    "2024年一般公共预算支出预算" + a.print("budget") + "万元，具体情况如下："),
        DisclosureComparison::compareWithBudget);
  }

  @Test
  void a_unit_has_more_than_its_department() {
    compare(
        "department-and-unit",
        a -> accountDocument(2024, a.print("total"), a.print("general"), a.print("operating")),
        (department, unit) -> DisclosureComparison.compareUnitWithDepartment(unit, department));
  }
}
