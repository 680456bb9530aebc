package org.mingzhang.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.text.AmountParser;

class FactMergerTest {
  private int page;

  /** Printed numbers of one fact, and the values after merging; several values are disputed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "371514655元 37151.47万元 | 371514655",
        "37151.47万元 371514655元 | 371514655",
        "1.15万元 1.152万元 | 1.152万元",
        "105.58万元 105.58万元 105.58万元 | 105.58万元",
        "3.07万元 6.35万元 | 3.07万元 6.35万元",
        "1.2亿元 12345万元 123449999元 | 123449999",
        "12.34万元 12.35万元 | 12.34万元 12.35万元",
        "42万元 42.37万元 41.9万元 | 42.37万元 41.9万元",
        "0.3万元 2961.68万元 2961.68万元 | 2961.68万元 0.3万元",
        "-5.00万元 -50000元 | -50000"
      })
  void places_share_a_value_within_what_they_print(String printed, String values) {
    List<Fact> stated = Arrays.stream(printed.split(" ", -1)).map(p -> fact(p, Fund.ALL)).toList();
    List<Fact> joined = FactMerger.merge(stated);
    assertThat(joined.stream().map(f -> f.value().stripTrailingZeros()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(values.split(" ", -1)).map(FactMergerTest::yuan).toList());
    assertThat(joined).allMatch(f -> f.disputed() == joined.size() > 1);
    assertThat(joined.stream().mapToInt(f -> f.locations().size()).sum()).isEqualTo(stated.size());
  }

  @Test
  void a_document_that_cuts_its_numbers_disputes_none_of_them() {
    List<Fact> stated = new ArrayList<>();
    for (String number : List.of("1.29", "3.48", "7.77", "9.16")) {
      Fact exact = fact(number + "9万元", Fund.ALL);
      String account = "account " + number;
      stated.add(named(exact, account));
      stated.add(named(fact(number + "万元", Fund.ALL), account));
    }
    assertThat(FactMerger.merge(stated)).hasSize(4).noneMatch(Fact::disputed);
  }

  @Test
  void a_revenue_of_the_year_with_the_balance_has_a_basis_of_its_own() {
    List<Fact> merged =
        FactMerger.merge(
            List.of(
                named(fact("3416.2万元", Fund.GENERAL_BUDGET), "财政拨款收入"),
                named(fact("3383.2万元", Fund.GENERAL_BUDGET), "财政拨款收入"),
                named(fact("33.0万元", Fund.GENERAL_BUDGET), "年初结转和结余")));
    assertThat(merged).noneMatch(Fact::disputed);
    assertThat(merged.stream().filter(f -> f.context().basis() != null).map(Fact::printed))
        .containsExactly("3416.2");
  }

  /**
   * A total, the same total with another printed value, and a balance that is the difference of
   * both.
   */
  @ParameterizedTest
  @CsvSource({
    "878970万元, 843424万元, 35546万元, true",
    "8.79亿元, 8.43亿元, 0.36亿元, true",
    "878970万元, 843424万元, 35000万元, false",
    "843424万元, 843424万元, 35546万元, true"
  })
  void a_total_without_the_balance_carried_over_disputes_no_total_with_it(
      String with, String without, String balance, boolean agree) {
    List<Fact> merged =
        FactMerger.merge(
            List.of(
                named(fact(with, Fund.ALL), "支出总计"),
                named(fact(without, Fund.ALL), "支出总计"),
                named(fact(balance, Fund.ALL), "结转下年")));
    assertThat(merged.stream().noneMatch(Fact::disputed)).isEqualTo(agree);
    assertThat(merged.stream().filter(f -> f.account().equals("支出总计")))
        .filteredOn(f -> f.context().basis() == null)
        .hasSize(agree ? 1 : 2);
  }

  /** 信息系统运维 under two budget items; 基本支出 is in the chart. */
  @ParameterizedTest
  @CsvSource({
    "信息系统运维, 3.5.3, 3.5.7, false",
    "信息系统运维, 3.5.3, 3.5.3, true",
    "基本支出, 3.5.3, 3.5.7, true"
  })
  void an_account_outside_the_charts_is_disputed_only_within_a_section(
      String account, String section, String other, boolean disputed) {
    List<Fact> merged =
        FactMerger.merge(
            List.of(
                withSection(named(fact("10.13万元", Fund.ALL), account), section),
                withSection(named(fact("6.99万元", Fund.ALL), account), other)));
    assertThat(merged).hasSize(2).allMatch(f -> f.disputed() == disputed);
  }

  private static Fact withSection(Fact fact, String section) {
    FactLocation at = fact.locations().getFirst();
    return fact.withLocations(
        List.of(new FactLocation(section, at.page(), at.start(), at.end(), at.quote(), at.cell())));
  }

  @Test
  void a_fact_of_an_unknown_fund_disputes_nothing() {
    List<Fact> joined =
        FactMerger.merge(
            List.of(fact("1.00万元", null), fact("2.00万元", null), fact("1.00万元", Fund.ALL)));
    assertThat(joined).hasSize(3).noneMatch(Fact::disputed);
  }

  @Test
  void the_same_item_under_two_names_is_one_by_its_code() {
    Fact one = fact("1.00万元", Fund.ALL);
    Fact named = withItem(one, "行政运行", "2013901");
    Fact full = withItem(fact("1.00万元", Fund.ALL), "一般公共服务支出（类）社会工作事务（款）行政运行（项）", "2013901");
    assertThat(FactMerger.merge(List.of(named, full))).hasSize(1);
    assertThat(FactMerger.merge(List.of(named, full)).getFirst().locations()).hasSize(2);
  }

  @Test
  void facts_stand_in_the_order_of_their_first_places() {
    Fact first = named(fact("5.00万元", Fund.ALL), "一");
    Fact second = named(fact("6.00万元", Fund.ALL), "二");
    Fact again = named(fact("5.00万元", Fund.ALL), "一");
    assertThat(FactMerger.merge(List.of(first, second, again)).stream().map(Fact::account))
        .containsExactly("一", "二");
  }

  private static BigDecimal yuan(String printed) {
    String number = printed.replaceAll("[^\\d.-]", "");
    String unit = printed.replaceAll("[\\d.-]", "");
    return new BigDecimal(number)
        .scaleByPowerOfTen(unit.isEmpty() ? 0 : AmountParser.powerOfTen(unit))
        .stripTrailingZeros();
  }

  private Fact fact(String printed, @Nullable Fund fund) {
    page++;
    return new Fact(
        "基本支出",
        new FactContext(
            null, null, Stage.RESULT, fund, Perimeter.DEPARTMENT, "样本局", 2024, null, null, null),
        Fact.Kind.AMOUNT,
        yuan(printed),
        printed.replaceAll("[^\\d.-]", ""),
        printed.replaceAll("[\\d.-]", ""),
        null,
        false,
        List.of(new FactLocation("1", page, 0, 1, printed, null)));
  }

  private static Fact named(Fact fact, String account) {
    return new Fact(
        account,
        fact.context(),
        fact.kind(),
        fact.value(),
        fact.printed(),
        fact.unit(),
        null,
        false,
        fact.locations());
  }

  private static Fact withItem(Fact fact, String item, String code) {
    return new Fact(
        fact.account(),
        fact.context().withItem(item, code),
        fact.kind(),
        fact.value(),
        fact.printed(),
        fact.unit(),
        null,
        false,
        fact.locations());
  }
}
