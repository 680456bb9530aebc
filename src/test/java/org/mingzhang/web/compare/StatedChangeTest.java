package org.mingzhang.web.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.fact.FactHit;

/**
 * Changes of agencies without a document of the year before are taken from the document of the
 * year.
 */
class StatedChangeTest {
  private final AmountTableBuilder table =
      new AmountTableBuilder(
          new FactCellBuilder(new PortalLinks(Language.CHINESE)),
          (row, year) -> year == 2024,
          "决算");

  private static FactHit fact(String agency, String year, String kind, String value, String unit) {
    Map<String, String> values = new HashMap<>();
    values.put("kind", kind);
    values.put("value", value);
    values.put("printed", value);
    values.put("unit", unit);
    values.put("factYear", year);
    if (!kind.equals("amount")) {
      values.put("againstYear", "2023");
      values.put("againstStage", "决算");
      values.put("of", "change");
    }
    return new FactHit(
        new Hit(
            agency + year + "/s#a-" + kind,
            SearchScope.FACTS,
            agency + year,
            agency + year,
            List.of(),
            "三公经费",
            agency,
            List.of("示例省"),
            Integer.valueOf(year),
            "部门决算",
            null,
            1,
            List.of(),
            0,
            List.of(),
            null,
            values));
  }

  private static final List<FactHit> FACTS =
      List.of(
          fact("甲局", "2024", "amount", "120000", "元"),
          fact("甲局", "2024", "change", "20000", "元"),
          fact("甲局", "2024", "rate", "20", "%"),
          fact("乙局", "2024", "amount", "90000", "元"),
          fact("乙局", "2023", "amount", "100000", "元"),
          fact("乙局", "2024", "change", "-5000", "元"),
          fact("丙局", "2024", "amount", "70000", "元"),
          fact("丁局", "2024", "amount", "80000", "元"),
          fact("丁局", "2024", "rate", "-3.5", "%"),
          fact("戊局", "2024", "amount", "60000", "元"),
          fact("戊局", "2024", "change", "-5000", "元"),
          fact("己局", "2024", "amount", "0", "元"),
          fact("己局", "2023", "amount", "0", "元"),
          fact("庚局", "2024", "amount", "10", "元"),
          fact("庚局", "2023", "amount", "0", "元"));

  private YearChange change(String agency) {
    return Objects.requireNonNull(row(agency).change());
  }

  private ComparisonGrid.Row row(String agency) {
    return table.build(FACTS, List.of(), List.of(), null).grid().rows().stream()
        .filter(r -> r.label().equals(agency))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void without_the_year_before_the_change_is_what_the_document_says_and_says_so() {
    assertThat(change("甲局").isComputed()).isFalse();
    assertThat(change("甲局").amount()).isEqualTo("+2.00");
    assertThat(change("甲局").rate()).isEqualTo("+20%");
    assertThat(change("丁局").amount()).isEmpty();
    assertThat(change("丁局").rate()).isEqualTo("−3.5%");
    assertThat(change("丁局").direction()).isEqualTo("fell");
  }

  @Test
  void with_both_years_the_change_is_computed_and_the_text_stands_beside_it() {
    assertThat(change("乙局").isComputed()).isTrue();
    assertThat(change("乙局").amount()).isEqualTo("−1.00");
    assertThat(change("乙局").statedValues())
        .extracting(ComparisonGrid.StatedValue::shown)
        .containsExactly("−0.50");
  }

  /** What is shown of a change that a document states, by value, difference and rate. */
  @ParameterizedTest
  @CsvSource({
    "822600, 26800, 8, +3.4%, true, false",
    "1953200, -4100, -2.1, −0.2%, true, false",
    "500000, 50000, 11.1, +11.1%, false, false",
    "500000, 50000, 11, +11%, false, false",
    "500000, -50000, -9.1, −9.1%, false, false",
    "102300, 102300, 100, '', false, true"
  })
  void a_stated_rate_that_its_amounts_refute_is_computed_from_them(
      String after, String difference, String rate, String shown, boolean refuted, boolean zero) {
    FactHit stated = fact("辛局", "2024", "rate", rate, "%");
    YearChange change = changeOf(after, difference, refuted ? accused(stated) : stated);
    assertThat(change.rate()).isEqualTo(shown);
    assertThat(change.rateRefuted()).isEqualTo(refuted);
    assertThat(change.baseIsZero()).isEqualTo(zero);
    assertThat(change.statedNumber(org.mingzhang.model.Fact.Kind.RATE)).isEqualByComparingTo(rate);
  }

  @ParameterizedTest
  @CsvSource({"822600, 26800, 8", "1953200, -4100, -2.1", "3951400, -4100, -0.21"})
  void a_rate_that_no_finding_calls_wrong_is_neither_refuted_nor_shown(
      String after, String difference, String rate) {
    YearChange change = changeOf(after, difference, fact("辛局", "2024", "rate", rate, "%"));
    assertThat(change.rateRefuted()).isFalse();
    assertThat(change.rate()).isEmpty();
    assertThat(change.yuan()).isEqualByComparingTo(difference);
  }

  private YearChange changeOf(String after, String difference, FactHit rate) {
    List<FactHit> facts =
        List.of(
            fact("辛局", "2024", "amount", after, "元"),
            fact("辛局", "2024", "change", difference, "元"),
            rate);
    return Objects.requireNonNull(
        table.build(facts, List.of(), List.of(), null).grid().rows().getFirst().change());
  }

  private static FactHit accused(FactHit fact) {
    Map<String, String> values = new HashMap<>(fact.hit().values());
    values.put("finding", "f-1");
    return new FactHit(
        new Hit(
            fact.hit().id(),
            fact.hit().scope(),
            fact.hit().documentId(),
            fact.hit().documentTitle(),
            List.of(),
            fact.hit().title(),
            fact.hit().agency(),
            fact.hit().region(),
            fact.hit().year(),
            fact.hit().category(),
            null,
            1,
            List.of(),
            0,
            List.of(),
            null,
            values));
  }

  @Test
  void the_year_shown_first_is_the_newest_with_enough_changes() {
    List<FactHit> facts = new java.util.ArrayList<>(FACTS);
    facts.add(fact("己局", "2025", "amount", "3", "元"));
    facts.add(fact("己局", "2024", "amount", "2", "元"));
    assertThat(table.build(facts, List.of(), List.of(), null).changeYear()).isEqualTo(2024);
    assertThat(table.build(facts, List.of(), List.of(), 2025).changeYear()).isEqualTo(2025);
  }

  @Test
  void a_document_that_says_nothing_of_a_change_has_none() {
    assertThat(row("丙局").change()).isNull();
  }

  @Test
  void a_year_can_be_asked_for_if_only_the_text_says_how_it_changed() {
    List<FactHit> only = FACTS.subList(0, 3);
    assertThat(table.build(only, List.of(), List.of(), null).yearsWithChange())
        .containsExactly(2024);
  }

  /** Whether a row passes; "undecided" if the change is not known in the unit of the filter. */
  @ParameterizedTest
  @CsvSource({
    "甲局, ROSE, 10, PERCENT, true",
    "甲局, ROSE, 30, PERCENT, false",
    "甲局, ROSE, 1, WAN, true",
    "丙局, FELL, 0, PERCENT, undecided",
    "丁局, ROSE, 0, PERCENT, false",
    "丁局, FELL, 3, PERCENT, true",
    "丁局, FELL, 0, WAN, true",
    "丁局, FELL, 1, WAN, undecided",
    "戊局, FELL, 0, PERCENT, true",
    "戊局, ROSE, 0, PERCENT, false",
    "戊局, FELL, 5, PERCENT, undecided",
    "戊局, FELL, 0.4, WAN, true",
    "己局, FELL, 0, PERCENT, false",
    "己局, ROSE, 5, PERCENT, false",
    "庚局, ROSE, 500, PERCENT, true",
    "丙局, ANY, 0, PERCENT, true"
  })
  void filters_take_the_stated_change_where_none_is_computed(
      String agency,
      ChangeFilter.Direction direction,
      BigDecimal by,
      ChangeFilter.Unit unit,
      String passes) {
    ChangeFilter filter = new ChangeFilter(direction, by, unit, null);
    YearChange change = row(agency).change();
    assertThat(filter.canDecide(change)).isEqualTo(!passes.equals("undecided"));
    assertThat(filter.accepts(change)).isEqualTo(passes.equals("true"));
  }
}
