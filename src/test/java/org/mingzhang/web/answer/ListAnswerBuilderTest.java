package org.mingzhang.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.question.AmountLimit;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.question.NumericQuestion;
import org.mingzhang.question.QuestionOperator;
import org.mingzhang.search.Hits;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.compare.FactCellBuilder;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.render.Messages;

/** The year of a list if the question names none. */
class ListAnswerBuilderTest {
  private static FactHit amount(String agency, int year) {
    return amount(agency, year, "决算");
  }

  private static FactHit amount(String agency, int year, String stage) {
    return amount(agency, year, stage, null);
  }

  private static FactHit amount(String agency, int year, String stage, @Nullable String item) {
    Map<String, String> values = new HashMap<>(Map.of("stage", stage));
    if (item != null) {
      values.put("item", item);
    }
    return amountWith(agency, year, values);
  }

  private static FactHit amountWith(String agency, int year, Map<String, String> given) {
    Map<String, String> values = new HashMap<>(given);
    values.putIfAbsent("kind", "amount");
    values.putIfAbsent("value", "1");
    values.put("printed", "1");
    values.put("unit", "元");
    values.put("factYear", Integer.toString(year));
    return new FactHit(
        Hits.fact(
            agency + year + "/s#a-1",
            RandomFactIndex.ACCOUNT,
            agency,
            List.of("示例省"),
            year,
            values));
  }

  private static AgencyFacts agency(String name, int... years) {
    List<FactHit> facts = new ArrayList<>();
    for (int year : years) {
      facts.add(amount(name, year));
    }
    return of(name, facts);
  }

  private static AgencyFacts of(String name, List<FactHit> facts) {
    return AgencyFacts.selectFacts(
        KnownAgency.of(List.of("示例省"), name),
        facts,
        List.of(),
        new FactCellBuilder(new PortalLinks(Language.CHINESE)));
  }

  @ParameterizedTest
  @CsvSource({"1, 3, 2024", "1, 2, 2024", "2, 3, 2025", "0, 3, 2024", "1, 0, 2025"})
  void it_is_the_newest_that_half_as_many_have_as_in_the_best_year(
      int newest, int before, int expected) {
    List<AgencyFacts> agencies = new ArrayList<>();
    for (int i = 0; i < newest; i++) {
      agencies.add(agency("新" + i + "局", 2024, 2025));
    }
    for (int i = 0; i < before; i++) {
      agencies.add(agency("旧" + i + "局", 2023, 2024));
    }
    assertThat(basis(agencies).year()).isEqualTo(expected);
  }

  @Test
  void budgets_of_the_next_year_do_not_stand_for_final_accounts() {
    List<AgencyFacts> agencies = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String name = "样本" + i + "局";
      List<FactHit> facts = new ArrayList<>();
      for (int year = 2022; year <= 2024; year++) {
        if (year < 2024 || i < 4) {
          facts.add(amount(name, year));
        }
        facts.add(amount(name, year + 1, "预算"));
      }
      agencies.add(of(name, facts));
    }
    DirectAnswer.Basis basis = basis(agencies);
    assertThat(basis.year()).isEqualTo(2024);
    assertThat(basis.slice().stage()).isEqualTo("决算");
    List<AgencyFacts> budgets =
        List.of(of("甲局", List.of(amount("甲局", 2024, "预算"), amount("甲局", 2025, "预算"))));
    assertThat(basis(budgets).year()).as("where there is nothing else").isEqualTo(2025);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 决算", "1, 2, 预算", "1, 4, 预算", "2, 4, 决算", "2, 8, 决算", "2, 12, 预算"})
  void final_accounts_of_one_body_do_not_stand_for_the_budgets_of_several(
      int results, int budgets, String stage) {
    List<AgencyFacts> agencies = new ArrayList<>();
    for (int i = 0; i < results; i++) {
      agencies.add(of("决" + i + "局", List.of(amount("决" + i + "局", 2024))));
    }
    for (int i = 0; i < budgets; i++) {
      agencies.add(of("预" + i + "局", List.of(amount("预" + i + "局", 2025, "预算"))));
    }
    assertThat(basis(agencies).slice().stage()).isEqualTo(stage);
  }

  @ParameterizedTest
  @CsvSource({"MOST, 1", "LEAST, 1", "NONE, null"})
  void other_stages_are_named_with_the_number_of_their_values(
      QuestionOperator operator, String first) {
    List<AgencyFacts> agencies = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      agencies.add(of("决" + i + "局", List.of(amount("决" + i + "局", 2023))));
    }
    agencies.add(of("甲局", List.of(amount("甲局", 2024), amount("甲局", 2025, "预算"))));
    agencies.add(of("乙局", List.of(amount("乙局", 2024), amount("乙局", 2024, "执行"))));
    DirectAnswer answer = answer(agencies, operator, null);
    assertThat(answer.basis().year()).isEqualTo(2024);
    assertThat(answer.otherYears())
        .extracting(o -> o.year() + " " + o.stage() + " " + o.count() + " " + o.highestAmount())
        .containsExactly("2025 预算 1 " + first, "2024 执行 1 " + first, "2023 决算 3 " + first);
  }

  @ParameterizedTest
  @CsvSource({"3, 2025", "5, 2025", "9, 2025"})
  void items_of_other_accounts_do_not_choose_the_year_of_a_list_of_accounts(int items, int year) {
    List<AgencyFacts> agencies = new ArrayList<>();
    agencies.add(of("甲局", List.of(amount("甲局", 2024), amount("甲局", 2025))));
    agencies.add(of("乙局", List.of(amount("乙局", 2025))));
    for (int i = 0; i < items; i++) {
      agencies.add(of("丙" + i + "局", List.of(amount("丙" + i + "局", 2024, "决算", "会议费"))));
    }
    assertThat(answer(agencies, QuestionOperator.MOST, null).basis().year()).isEqualTo(year);
  }

  @ParameterizedTest
  @CsvSource({
    "perimeter,政府本级,部门",
    "perimeter,单位,部门",
    "fund,全口径,财政拨款",
  })
  void other_years_never_count_values_of_several_funds_or_perimeters_together(
      String dimension, String other, String usual) {
    List<FactHit> wholeDistrict =
        List.of(
            amountWith("甲区", 2021, Map.of("stage", "预算", dimension, other, "value", "3230000")));
    List<AgencyFacts> agencies = new ArrayList<>(List.of(of("甲区", wholeDistrict)));
    for (String name : List.of("乙局", "丙局")) {
      Map<String, String> values = Map.of(dimension, usual, "value", "25000");
      Map<String, String> budget = new HashMap<>(values);
      budget.put("stage", "预算");
      Map<String, String> result = new HashMap<>(values);
      result.put("stage", "决算");
      agencies.add(
          of(name, List.of(amountWith(name, 2024, result), amountWith(name, 2021, budget))));
    }
    assertThat(answer(agencies, QuestionOperator.MOST, null).otherYears())
        .extracting(o -> o.year() + " " + o.stage() + " " + o.count() + " " + o.highestAmount())
        .containsExactly("2021 预算 2 25000");
  }

  @Test
  void other_years_are_named_with_their_lines_and_a_limit_leaves_out_what_is_below() {
    List<AgencyFacts> agencies =
        List.of(
            of("甲局", List.of(amount("甲局", 2023), amount("甲局", 2024))),
            of("乙局", List.of(amount("乙局", 2023), amount("乙局", 2024))));
    DirectAnswer all = answer(agencies, QuestionOperator.MOST, null);
    assertThat(all.otherYears())
        .contains(
            new DirectAnswer.OtherYear(
                2023,
                "决算",
                2,
                all.lines().getFirst().cell().statedValues().getFirst().fact().number()));
    BigDecimal yuan = all.lines().getFirst().cell().statedValues().getFirst().fact().number();
    DirectAnswer above =
        answer(agencies, QuestionOperator.MOST, new AmountLimit(yuan, null, false, ""));
    assertThat(above.lines()).isEmpty();
    assertThat(above.omittedAgencies().unmoved()).isEqualTo(2);
    assertThat(
            answer(agencies, QuestionOperator.MOST, new AmountLimit(yuan, null, true, "")).lines())
        .hasSize(2);
    assertThat(
            answer(agencies, QuestionOperator.LEAST, new AmountLimit(null, yuan, false, ""))
                .lines())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"FALL,50,,false,甲局", "FALL,50,,true,甲局+乙局", "FALL,,50,false,丙局", "RISE,50,,false,丁局"})
  void changes_are_held_against_a_limit_in_percent(
      QuestionOperator operator,
      @Nullable BigDecimal lower,
      @Nullable BigDecimal upper,
      boolean inclusive,
      String expected) {
    List<AgencyFacts> agencies = new ArrayList<>();
    Map.of("甲局", "40", "乙局", "50", "丙局", "80", "丁局", "160", "戊局", "100")
        .forEach(
            (name, value) ->
                agencies.add(
                    of(
                        name,
                        List.of(
                            amountWith(name, 2023, Map.of("stage", "决算", "value", "100")),
                            amountWith(name, 2024, Map.of("stage", "决算", "value", value))))));
    DirectAnswer answer = answer(agencies, operator, new AmountLimit(lower, upper, inclusive, "%"));
    assertThat(answer.lines())
        .extracting(line -> line.agency().name())
        .containsExactly(expected.split("\\+"));
    assertThat(new AnswerTextBuilder(answer, new Labels(new Messages(), Language.CHINESE)).title())
        .contains("，幅度", "50%");
  }

  @Test
  void numbers_of_things_are_no_money_and_no_first_amount_of_another_year() {
    Map<String, String> cars = Map.of("stage", "决算", "kind", "count", "value", "7");
    List<AgencyFacts> agencies = new ArrayList<>();
    for (String name : List.of("甲局", "乙局")) {
      agencies.add(of(name, List.of(amountWith(name, 2023, cars), amountWith(name, 2024, cars))));
    }
    DirectAnswer answer = answer(agencies, QuestionOperator.MOST, null);
    assertThat(answer.lines()).hasSize(2).noneMatch(line -> line.cell().hasMoney());
    assertThat(answer.otherYears())
        .containsExactly(new DirectAnswer.OtherYear(2023, "决算", 2, null));
  }

  @ParameterizedTest
  @CsvSource({
    "甲局和乙局,,2023:1",
    "甲局和乙局,2024,''",
    "'',,''",
  })
  void of_a_few_named_bodies_each_has_its_latest_value(
      String asked, @Nullable Integer year, String others) {
    List<AgencyFacts> agencies =
        List.of(of("甲局", List.of(amount("甲局", 2024))), of("乙局", List.of(amount("乙局", 2023))));
    NumericQuestion of = answer(agencies, QuestionOperator.NONE, null).question();
    NumericQuestion question =
        new NumericQuestion(
            of.account(),
            new NumericQuestion.AskedAgencies(asked, List.of(), true, false),
            year == null ? List.of() : List.of(year),
            1,
            of.operator(),
            null,
            null);
    DirectAnswer answer = new ListAnswerBuilder(question, agencies).buildAnswer();
    assertThat(answer.basis().year()).isEqualTo(2024);
    assertThat(
            answer.otherValues().stream()
                .map(line -> line.year() + ":" + line.cell().exactNumber())
                .toList())
        .isEqualTo(others.isEmpty() ? List.of() : List.of(others));
  }

  private static DirectAnswer.Basis basis(List<AgencyFacts> agencies) {
    return answer(agencies, QuestionOperator.RISE, null).basis();
  }

  private static DirectAnswer answer(
      List<AgencyFacts> agencies, QuestionOperator operator, @Nullable AmountLimit limit) {
    AccountName account =
        new AccountName(
            ChartOfAccounts.agencies().findAccount(RandomFactIndex.ACCOUNT).orElseThrow(),
            null,
            null,
            null,
            null);
    NumericQuestion question =
        new NumericQuestion(
            account,
            new NumericQuestion.AskedAgencies("", List.of(), true, true),
            List.of(),
            1,
            operator,
            limit,
            null);
    return new ListAnswerBuilder(question, agencies).buildAnswer();
  }
}
