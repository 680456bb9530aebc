package org.mingzhang.web.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.fact.FactHit;

/** The cell of facts that several places and documents state. */
class FactCellBuilderTest {
  private final FactCellBuilder cells = new FactCellBuilder(new PortalLinks(Language.CHINESE));

  /** A fact about 2023 in 元, printed in a unit. */
  private static FactHit fact(
      String document, int documentYear, String yuan, String printed, String unit) {
    return fact(document, documentYear, yuan, printed, unit, Map.of());
  }

  private static FactHit fact(
      String document,
      int documentYear,
      String yuan,
      String printed,
      String unit,
      Map<String, String> further) {
    Map<String, String> values = new HashMap<>(further);
    values.putIfAbsent("kind", "amount");
    values.putAll(Map.of("value", yuan, "printed", printed, "unit", unit));
    values.putIfAbsent("factYear", "2023");
    return new FactHit(
        new Hit(
            document + "/s#a-" + printed,
            SearchScope.FACTS,
            document,
            document,
            List.of(),
            "基本支出",
            "甲局",
            List.of("示例省"),
            documentYear,
            "部门决算",
            null,
            1,
            List.of(),
            0,
            List.of(),
            null,
            values));
  }

  @ParameterizedTest
  @CsvSource({"预算, true, true", "预算, , false", "年初预算, , false", "决算, , false"})
  void a_budget_of_the_whole_year_is_told_from_one_that_was_approved(
      String stage, @Nullable String stored, boolean fullYear) {
    Map<String, String> values = new HashMap<>(Map.of("stage", stage));
    if (stored != null) {
      values.put("fullYearBudget", stored);
    }
    ComparisonGrid.Cell cell =
        cells.buildCell(List.of(fact("d", 2023, "140000", "14.00", "万元", values)), true);
    assertThat(cell.isFullYearBudget()).isEqualTo(fullYear);
    ComparisonGrid.Cell approved =
        cells.buildCell(
            List.of(fact("e", 2023, "90000", "9.00", "万元", Map.of("stage", "预算"))), true);
    ComparisonGrid grid =
        new ComparisonGrid(
                List.of(2023),
                List.of(
                    new ComparisonGrid.Row("甲局", List.of(), List.of(cell)),
                    new ComparisonGrid.Row("乙局", List.of(), List.of(approved))))
            .withoutMixedBudgets();
    assertThat(grid.rows().getFirst().cells().getFirst().shown()).isEqualTo("14.00");
    assertThat(grid.rows().getFirst().cells().getFirst().value() == null).isEqualTo(fullYear);
    assertThat(grid.rows().getLast().cells().getFirst().value()).isNotNull();
    assertThat(AmountTableBuilder.comparableAmount(approved, cell) == null).isEqualTo(fullYear);
  }

  @Test
  void a_number_that_a_finding_is_about_leads_to_it() {
    ComparisonGrid.Cell cell =
        cells.buildCell(
            List.of(
                fact(
                    "d",
                    2023,
                    "770000",
                    "77",
                    "万元",
                    Map.of("finding", "c-0123", "findingSeverity", "probable"))),
            true);
    FactHit accused = Objects.requireNonNull(cell.accusedFact());
    assertThat(accused.findingAddress()).isEqualTo("/d/d?view=findings#c-0123");
    assertThat(accused.findingSeverity()).isEqualTo("probable");
    assertThat(cells.buildCell(List.of(fact("d", 2023, "770000", "77", "万元")), true).accusedFact())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "财政拨款|部门|一般公共预算|部门|一般公共预算",
        "一般公共预算|部门|单位资金|部门|单位资金",
        "财政拨款|部门|财政拨款|单位|单位口径",
        "财政拨款|部门|全口径|单位|全口径，单位口径"
      })
  void a_value_of_another_fund_or_perimeter_is_shown_with_it_and_not_compared(
      String fund, String perimeter, String ownFund, String ownPerimeter, String note) {
    FactHit other =
        fact(
            "d", 2023, "761000", "76.10", "万元", Map.of("fund", ownFund, "perimeter", ownPerimeter));
    ComparisonGrid.Row row =
        new ComparisonGrid.Row("甲局", List.of("示例省"), List.of(cells.buildCell(List.of(), true)));
    ComparisonGrid grid =
        new AmountTableBuilder(cells, (key, year) -> true, "决算")
            .fillFromOtherBases(
                new ComparisonGrid(List.of(2023), List.of(row)),
                List.of(other),
                new AccountSlice("", "决算", fund, perimeter));
    ComparisonGrid.Cell cell = grid.rows().getFirst().cells().getFirst();
    assertThat(cell.state()).isEqualTo(ComparisonGrid.CellState.OTHER_BASIS);
    assertThat(cell.shown()).isEqualTo("76.10");
    assertThat(cell.note()).isEqualTo(note);
    assertThat(cell.value()).isNull();
    assertThat(cell.exactNumber()).isNull();
    assertThat(cell.address()).contains("/d/");
  }

  @Test
  void no_fact_is_no_value() {
    assertThat(cells.buildCell(List.of(), true).state())
        .isEqualTo(ComparisonGrid.CellState.UNSTATED);
    assertThat(cells.buildCell(List.of(), false).state())
        .isEqualTo(ComparisonGrid.CellState.UNCOLLECTED);
  }

  @Test
  void the_document_of_the_year_is_believed_before_one_that_looks_back() {
    ComparisonGrid.Cell cell =
        cells.buildCell(
            List.of(
                fact("d2024", 2024, "620000", "62.00", "万元"),
                fact("d2023", 2023, "600000", "60.00", "万元")),
            true);
    assertThat(cell.shown()).isEqualTo("60.00");
    assertThat(cell.otherStatedValues())
        .extracting(ComparisonGrid.StatedValue::shown)
        .containsExactly("62.00");
  }

  @Test
  void the_same_number_printed_more_roughly_is_no_other_number() {
    ComparisonGrid.Cell cell =
        cells.buildCell(
            List.of(
                fact("d2024", 2024, "4653800", "465.38", "万元"),
                fact("d2023", 2023, "4653849.12", "4653849.12", "元"),
                fact("e2024", 2024, "4653000", "465.3", "万元")),
            true);
    assertThat(cell.otherStatedValues()).isEmpty();
    assertThat(cell.statedValues().getFirst().fact().number()).isEqualByComparingTo("4653849.12");
  }

  @ParameterizedTest
  @CsvSource({"'', '', AMBIGUOUS", "c-01, '', DISPUTED", "'', x-02, DISPUTED"})
  void two_values_of_one_document_contradict_each_other_only_if_a_finding_is_on_one(
      String first, String second, ComparisonGrid.CellState state) {
    ComparisonGrid.Cell cell =
        cells.buildCell(
            List.of(
                fact("d2023", 2023, "600000", "60.00", "万元", finding(first)),
                fact("d2023", 2023, "610000", "61.00", "万元", finding(second)),
                fact("d2024", 2024, "600000", "60.00", "万元")),
            true);
    assertThat(cell.state()).isEqualTo(state);
    assertThat(cell.hasValue()).isTrue();
    assertThat(cell.value()).isNull();
    assertThat(cell.statedValues())
        .extracting(ComparisonGrid.StatedValue::shown)
        .containsExactly("60.00", "61.00");
    assertThat(cell.address()).contains("view=findings");
  }

  private static Map<String, String> finding(String anchor) {
    return anchor.isEmpty() ? Map.of() : Map.of("finding", anchor);
  }

  @Test
  void a_part_of_the_year_another_basis_and_the_beginning_of_the_year_are_no_values_of_it() {
    for (Map<String, String> part :
        List.of(Map.of("period", "1-6月"), Map.of("basis", "同口径"), Map.of("instant", "年初"))) {
      FactHit fact = fact("d2023", 2023, "600000", "60.00", "万元", part);
      assertThat(cells.buildCell(List.of(fact), true).isStated()).as(part.toString()).isFalse();
    }
    FactHit end = fact("d2023", 2023, "600000", "60.00", "万元", Map.of("instant", "年末"));
    assertThat(cells.buildCell(List.of(end), true).isStated()).isTrue();
  }

  @Test
  void a_stated_change_is_one_against_the_year_before_at_the_same_stage() {
    Map<String, String> rate =
        Map.of("kind", "rate", "of", "change", "againstYear", "2022", "againstStage", "决算");
    Map<String, String> overBudget =
        Map.of("kind", "rate", "of", "change", "againstYear", "2023", "againstStage", "预算");
    Map<String, String> completed =
        Map.of("kind", "rate", "of", "completion", "againstYear", "2022");
    List<FactHit> facts =
        List.of(
            fact("d2023", 2023, "4.9", "4.9", "%", rate),
            fact("d2023", 2023, "7", "7", "%", overBudget),
            fact("d2023", 2023, "90", "90", "%", completed));
    assertThat(cells.statedChanges(facts, 2023, "决算"))
        .extracting(ComparisonGrid.StatedValue::shown)
        .containsExactly("+4.9%");
    assertThat(cells.statedChanges(facts, 2023, "预算")).isEmpty();
  }
}
