package org.mingzhang.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.PublicationDueDate;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;

class PublicationDueDateFinderTest {
  private static Optional<PublicationDueDate> due(
      Category category, @Nullable Integer year, String... paragraphs) {
    List<Section.Part> parts =
        List.of(paragraphs).stream()
            .map(text -> (Section.Part) new Section.Paragraph(1, text))
            .toList();
    Section section = new Section("1", "一、", "情况说明", 1, Topic.INCOME, 1, false, false, parts);
    SourceDocument source =
        new SourceDocument("a.pdf", "0".repeat(64), "application/pdf", 1, 1, null);
    DocumentMetadata about =
        new DocumentMetadata("某局决算", false, "某局", null, year, category, null, List.of());
    return PublicationDueDateFinder.find(
        new Disclosure(
            source,
            about,
            List.of(section),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "DEPARTMENT_FINAL_ACCOUNTS, 2023, 2024-11-09, final-latest",
    "UNIT_FINAL_ACCOUNTS, 2023, 2024-11-24, unit-final-latest",
    "GOVERNMENT_FINAL_ACCOUNTS, 2023, 2024-10-20, government-final-latest"
  })
  void final_accounts_have_a_latest_day(Category category, int year, String day, String rule) {
    PublicationDueDate due = due(category, year, "本部门收入12万元。").orElseThrow();
    assertThat(due.day()).hasToString(day);
    assertThat(due.rule()).isEqualTo(rule);
    assertThat(due.quote()).isEmpty();
  }

  @Test
  void an_approval_that_the_document_names_goes_before_it_and_of_several_the_last() {
    PublicationDueDate due =
        due(
                Category.DEPARTMENT_FINAL_ACCOUNTS,
                2023,
                "2024年8月1日，区财政局批复本部门2023年度决算。",
                "2024年8月 5日区财政局以正式文件批复了调整后的2023年度决算；2024年8月3日批复所属单位决算。",
                "2023年2月1日，区财政局批复本部门2023年预算。")
            .orElseThrow();
    assertThat(due.day()).hasToString("2024-08-23");
    assertThat(due.quote()).isEqualTo("2024年8月3日批复所属单位决算");
    assertThat(due.rule()).isEqualTo("final-approved");
  }

  @Test
  void a_budget_is_judged_by_a_named_approval_alone() {
    assertThat(due(Category.DEPARTMENT_BUDGET, 2024, "本部门2024年预算12万元。")).isEmpty();
    assertThat(
            due(Category.DEPARTMENT_BUDGET, 2024, "2024年1月30日，市财政局批复我局2024年部门预算。")
                .map(PublicationDueDate::day))
        .hasToString("Optional[2024-02-19]");
    assertThat(
            due(Category.GOVERNMENT_BUDGET, 2024, "2024年1月18日区人民代表大会审议通过了2024年预算草案。")
                .map(PublicationDueDate::day))
        .hasToString("Optional[2024-02-07]");
  }

  @Test
  void days_of_other_years_and_impossible_days_are_no_approvals() {
    assertThat(due(Category.DEPARTMENT_BUDGET, 2024, "2019年1月30日财政局批复2019年部门预算。")).isEmpty();
    assertThat(due(Category.DEPARTMENT_BUDGET, 2024, "2024年2月31日财政局批复2024年部门预算。")).isEmpty();
    assertThat(due(Category.DEPARTMENT_BUDGET, null, "2024年1月30日财政局批复2024年部门预算。")).isEmpty();
    assertThat(due(Category.OTHER, 2024, "2024年1月30日财政局批复2024年部门预算。")).isEmpty();
  }
}
