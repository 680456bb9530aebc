package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Topic;

class RelatedDocumentAuditTest {
  private static final Disclosure CURRENT =
      account(
          Category.DEPARTMENT_FINAL_ACCOUNTS,
          2024,
          "2024年度收入、支出总计均为100万元。与2023年度相比，收入、支出总计各减少10万元，下降9.09%。");

  private static Disclosure account(Category category, int year, String totals) {
    return new TestDocument()
        .withKindAndYear(category, year)
        .section(Topic.TOTALS, "总体情况说明", totals)
        .build();
  }

  private static Disclosure lastYear(String amount) {
    return account(Category.DEPARTMENT_FINAL_ACCOUNTS, 2023, "2023年度收入、支出总计均为" + amount + "万元。");
  }

  private static List<String> rules(Disclosure document, Disclosure... others) {
    return RelatedDocumentAudit.compare(document, List.of(others)).stream()
        .map(a -> a.finding().rule())
        .distinct()
        .toList();
  }

  @Test
  void last_year_s_account_is_held_against_what_this_year_s_implies() {
    assertThat(rules(CURRENT, lastYear("110"))).isEmpty();
    assertThat(rules(CURRENT, lastYear("120"))).containsExactly("last-year");
  }

  @ParameterizedTest
  @CsvSource({
    "（因机构改革，市方志办并入，上年数按同口径调整为110万元）, ''",
    "，上年数包括并入单位, ''",
    "，均含基本建设支出, ''",
    "，主要是上年数含所属参公单位, ''",
    "，剔除一次性项目后同口径可比, ''",
    "，主要是压减一般性支出, last-year",
    "，主要原因是人员工资调整, last-year"
  })
  void numbers_that_the_sentence_calls_restated_are_not_held_against_last_year_s(
      String words, String rule) {
    Disclosure totals =
        account(
            Category.DEPARTMENT_FINAL_ACCOUNTS,
            2024,
            "2024年度收入、支出总计均为100万元。与2023年度相比，收入、支出总计各减少10万元，下降9.09%" + words + "。");
    assertThat(rules(totals, lastYear("120")))
        .containsExactlyElementsOf(rule.isEmpty() ? List.of() : List.of(rule));
    Disclosure expense =
        new TestDocument()
            .section(
                Topic.THREE_PUBLIC,
                TestDocument.heading(Topic.THREE_PUBLIC),
                "2024年度“三公”经费支出6.00万元，比上年减少0.50万元，下降7.69%" + words + "。")
            .build();
    Disclosure before =
        new TestDocument()
            .withKindAndYear(Category.DEPARTMENT_FINAL_ACCOUNTS, 2023)
            .section(
                Topic.THREE_PUBLIC,
                TestDocument.heading(Topic.THREE_PUBLIC),
                "2023年度“三公”经费支出5.00万元。")
            .build();
    assertThat(rules(expense, before))
        .containsExactlyElementsOf(rule.isEmpty() ? List.of() : List.of(rule));
  }

  @Test
  void an_amount_of_last_year_s_account_that_leaves_something_out_is_not_compared() {
    assertThat(
            rules(
                CURRENT,
                account(Category.DEPARTMENT_FINAL_ACCOUNTS, 2023, "2023年度收入、支出总计均为120万元（不含基本建设）。")))
        .isEmpty();
  }

  @Test
  void where_two_documents_could_be_last_year_s_neither_is_used() {
    assertThat(rules(CURRENT, lastYear("120"), lastYear("130"))).isEmpty();
  }

  @Test
  void a_document_of_another_year_or_kind_says_nothing_of_last_year() {
    assertThat(rules(CURRENT, account(Category.UNIT_FINAL_ACCOUNTS, 2023, "收入总计120万元。"))).isEmpty();
    assertThat(rules(CURRENT, account(Category.DEPARTMENT_FINAL_ACCOUNTS, 2022, "收入、支出总计均为120万元。")))
        .isEmpty();
  }

  @Test
  void a_unit_is_part_of_its_department() {
    Disclosure unit = account(Category.UNIT_FINAL_ACCOUNTS, 2024, "2024年度收入、支出总计均为150万元。");
    assertThat(rules(unit, CURRENT)).containsExactly("department-and-unit");
    assertThat(rules(CURRENT, unit)).isEmpty();
  }

  @Test
  void the_initial_budget_is_that_of_the_year_s_budget() {
    Disclosure account =
        new TestDocument()
            .section(Topic.GENERAL_PUBLIC_BUDGET, "具体情况", "一般公共预算财政拨款支出年初预算为50万元，支出决算为45万元。")
            .build();
    Disclosure budget =
        new TestDocument().budget().section(Topic.OTHER, "预算编制说明", "一般公共预算拨款支出预算51万元。").build();
    assertThat(rules(account, budget)).containsExactly("budget-document");
  }

  private static RelatedDocumentAudit.DocumentProfile party(int year, Category category) {
    return new RelatedDocumentAudit.DocumentProfile(
        "样本市文化馆", List.of("示例省", "样本市"), year, category);
  }

  @Test
  void who_is_compared_is_known_before_any_document_is_read() {
    RelatedDocumentAudit.DocumentProfile account = party(2024, Category.UNIT_FINAL_ACCOUNTS);
    List<RelatedDocumentAudit.DocumentProfile> others =
        List.of(
            account,
            party(2023, Category.UNIT_FINAL_ACCOUNTS),
            party(2024, Category.PROJECT_SELF_EVALUATION),
            party(2024, Category.UNIT_BUDGET),
            party(2024, Category.UNIT_BUDGET),
            party(2024, Category.DEPARTMENT_FINAL_ACCOUNTS),
            new RelatedDocumentAudit.DocumentProfile(
                "样本市文化馆", List.of(), 2023, Category.UNIT_FINAL_ACCOUNTS));
    assertThat(RelatedDocumentAudit.findCounterparts(account, others)).containsExactly(1, 5);
    assertThat(RelatedDocumentAudit.findCounterparts(party(2024, Category.UNIT_BUDGET), others))
        .isEmpty();
  }
}
