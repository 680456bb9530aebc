package org.mingzhang.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Stage;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.question.NumericQuestion;
import org.mingzhang.question.QuestionOperator;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.FactCellBuilder;
import org.mingzhang.web.fact.FactHit;

/** Values that stand on another basis, or not in the document that was held, are not denied. */
class OtherBasisAnswerTest {
  private static Hit document(String agency, int year, String category) {
    return hit(SearchScope.DOCUMENTS, agency + year + category, agency, year, category, Map.of());
  }

  private static Hit hit(
      SearchScope scope,
      String id,
      String agency,
      int year,
      String category,
      Map<String, String> values) {
    return new Hit(
        id + "/s#a-1",
        scope,
        id,
        id,
        List.of(),
        RandomFactIndex.ACCOUNT,
        agency,
        List.of("示例省"),
        year,
        category,
        null,
        1,
        List.of(),
        0,
        List.of(),
        null,
        values);
  }

  private static FactHit amount(
      String agency, int year, int yuan, String stage, String fund, String item) {
    Map<String, String> values = new HashMap<>();
    values.put("kind", "amount");
    values.put("value", Integer.toString(yuan));
    values.put("printed", Integer.toString(yuan));
    values.put("unit", "元");
    values.put("stage", stage);
    values.put("fund", fund);
    values.put("perimeter", "部门");
    values.put("factYear", Integer.toString(year));
    if (!item.isEmpty()) {
      values.put("item", item);
    }
    String category = stage.equals("决算") ? "部门决算" : "部门预算";
    return new FactHit(
        hit(SearchScope.FACTS, agency + year + fund + item, agency, year, category, values));
  }

  private static AgencyFacts agency(String name, List<Hit> documents, FactHit... facts) {
    return AgencyFacts.selectFacts(
        KnownAgency.of(List.of("示例省"), name),
        List.of(facts),
        documents,
        new FactCellBuilder(new PortalLinks(Language.CHINESE)));
  }

  private static DirectAnswer answer(Stage stage, int year, AgencyFacts... agencies) {
    AccountName account =
        new AccountName(
            ChartOfAccounts.agencies().findAccount(RandomFactIndex.ACCOUNT).orElseThrow(),
            null,
            stage,
            null,
            null);
    NumericQuestion question =
        new NumericQuestion(
            account,
            new NumericQuestion.AskedAgencies("", List.of(), true, false),
            List.of(year),
            1,
            QuestionOperator.RISE,
            null,
            null);
    return new ListAnswerBuilder(question, List.of(agencies)).buildAnswer();
  }

  private static List<Hit> held(String agency, int year, String category) {
    return new ArrayList<>(List.of(document(agency, year, category)));
  }

  @Test
  void agencies_that_state_it_for_another_fund_are_named_with_their_numbers() {
    DirectAnswer answer =
        answer(
            Stage.BUDGET,
            2025,
            agency(
                "甲局",
                held("甲局", 2025, "部门预算"),
                amount("甲局", 2024, 10, "预算", "财政拨款", ""),
                amount("甲局", 2025, 8, "预算", "财政拨款", "")),
            agency(
                "乙局",
                held("乙局", 2025, "部门预算"),
                amount("乙局", 2024, 10, "预算", "财政拨款", ""),
                amount("乙局", 2025, 10, "预算", "财政拨款", "")),
            agency(
                "丙局",
                held("丙局", 2025, "部门预算"),
                amount("丙局", 2024, 20, "预算", "一般公共预算", ""),
                amount("丙局", 2025, 30, "预算", "一般公共预算", "")));
    assertThat(answer.lines()).isEmpty();
    assertThat(answer.omittedAgencies().otherwise()).isEqualTo(1);
    assertThat(answer.otherValues())
        .singleElement()
        .satisfies(
            other -> {
              assertThat(other.agency().name()).isEqualTo("丙局");
              assertThat(other.slice().fund()).isEqualTo("一般公共预算");
              assertThat(Objects.requireNonNull(other.change()).yuan())
                  .isEqualByComparingTo(BigDecimal.TEN);
            });
  }

  @Test
  void an_item_of_another_account_is_a_value_on_another_basis() {
    String name = RandomFactIndex.ACCOUNT;
    DirectAnswer answer =
        answer(
            Stage.RESULT,
            2025,
            agency(
                "甲局",
                held("甲局", 2025, "部门决算"),
                amount("甲局", 2024, 5, "决算", "财政拨款", ""),
                amount("甲局", 2025, 6, "决算", "财政拨款", "")),
            agency("乙局", held("乙局", 2025, "部门决算"), amount("乙局", 2025, 7, "决算", "财政拨款", name)),
            agency("丙局", held("丙局", 2025, "部门决算"), amount("丙局", 2025, 9, "决算", "财政拨款", name)));
    assertThat(answer.lines()).extracting(line -> line.agency().name()).containsExactly("甲局");
    assertThat(answer.otherValues())
        .extracting(other -> other.agency().name())
        .containsExactlyInAnyOrder("乙局", "丙局");
    assertThat(answer.omittedAgencies().unstated()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "RESULT, 部门决算, UNSTATED",
    "RESULT, 单位决算, UNSTATED",
    "RESULT, 部门预算, UNCOLLECTED",
    "RESULT, 项目支出绩效自评, UNCOLLECTED",
    "BUDGET, 部门决算, UNCOLLECTED",
    "BUDGET, 单位预算, UNSTATED",
    "INITIAL_BUDGET, 部门决算, UNSTATED",
    "EXECUTION, 部门整体支出绩效自评, UNSTATED",
    "EXECUTION, 部门预算, UNCOLLECTED",
    ", 部门预算, UNSTATED",
    ", 其他, UNCOLLECTED"
  })
  void only_a_document_of_the_right_kind_can_be_silent(
      Stage stage, String category, ComparisonGrid.CellState state) {
    AgencyFacts agency = agency("甲局", held("甲局", 2024, category));
    String label = stage == null ? "-" : stage.label();
    assertThat(agency.buildAbsentValue(2024, label, 2023).cell().state()).isEqualTo(state);
    assertThat(agency.buildAbsentValue(2023, label, 2022).cell().state())
        .isEqualTo(ComparisonGrid.CellState.UNCOLLECTED);
  }

  @Test
  void a_rise_from_zero_comes_after_the_rises_that_can_be_compared() {
    DirectAnswer answer =
        answer(
            Stage.RESULT,
            2025,
            agency(
                "新局",
                held("新局", 2025, "部门决算"),
                amount("新局", 2024, 0, "决算", "财政拨款", ""),
                amount("新局", 2025, 90, "决算", "财政拨款", "")),
            agency(
                "老局",
                held("老局", 2025, "部门决算"),
                amount("老局", 2024, 5, "决算", "财政拨款", ""),
                amount("老局", 2025, 6, "决算", "财政拨款", "")));
    assertThat(answer.lines()).extracting(line -> line.agency().name()).containsExactly("老局", "新局");
    assertThat(Objects.requireNonNull(answer.lines().getLast().change()).baseIsZero()).isTrue();
  }
}
