package org.mingzhang.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactAnchorsTest {
  private static final FactContext CONTEXT =
      FactContext.UNKNOWN.withStage(Stage.RESULT).withYear(2024).withFund(Fund.ALL);

  private static Fact fact(FactContext context, String yuan, int page) {
    return new Fact(
        "基本支出",
        context,
        Fact.Kind.AMOUNT,
        new BigDecimal(yuan),
        yuan,
        "元",
        null,
        false,
        List.of(new FactLocation("1", page, 0, 3, "基本支出", null)));
  }

  @Test
  void a_name_stays_when_other_facts_and_places_come() {
    String alone = FactAnchors.computeAnchors(List.of(fact(CONTEXT, "100", 3))).names().getFirst();
    List<String> later =
        FactAnchors.computeAnchors(
                List.of(fact(CONTEXT.withYear(2023), "100", 1), fact(CONTEXT, "100.00", 9)))
            .names();
    assertThat(alone).matches("a-[0-9a-f]{8}");
    assertThat(later).element(1).isEqualTo(alone);
  }

  @Test
  void every_dimension_makes_another_name() {
    List<Fact> facts =
        List.of(
            fact(CONTEXT, "100", 1),
            fact(CONTEXT, "101", 1),
            fact(CONTEXT.withStage(Stage.BUDGET), "100", 1),
            fact(CONTEXT.withFund(null), "100", 1),
            fact(CONTEXT.withItem("教育支出", null), "100", 1),
            fact(CONTEXT.withItem(null, "205"), "100", 1),
            fact(CONTEXT.withPerimeter(Perimeter.UNIT, null), "100", 1),
            fact(CONTEXT.withPerimeter(null, "甲局"), "100", 1),
            fact(CONTEXT.withTime("1-6月", null, null), "100", 1),
            fact(CONTEXT.withTime(null, "年末", null), "100", 1),
            fact(CONTEXT.withTime(null, null, "同口径"), "100", 1));
    assertThat(FactAnchors.computeAnchors(facts).names()).doesNotHaveDuplicates();
  }

  @Test
  void the_kind_of_a_rate_and_the_unit_of_a_count_make_another_name() {
    List<Fact> facts = new ArrayList<>();
    for (Fact.RateKind kind : List.of(Fact.RateKind.CHANGE, Fact.RateKind.COMPLETION)) {
      Fact.ReferenceAmount reference = new Fact.ReferenceAmount(kind, Stage.BUDGET, 2024, null);
      facts.add(fact(Fact.Kind.RATE, "%", reference));
    }
    for (String unit : List.of("辆", "批次")) {
      facts.add(fact(Fact.Kind.COUNT, unit, null));
    }
    assertThat(FactAnchors.computeAnchors(facts).names())
        .doesNotHaveDuplicates()
        .noneMatch(name -> name.endsWith("-2"));
  }

  private static Fact fact(Fact.Kind kind, String unit, Fact.@Nullable ReferenceAmount reference) {
    return new Fact(
        "基本支出",
        CONTEXT,
        kind,
        BigDecimal.TEN,
        "10",
        unit,
        reference,
        false,
        List.of(new FactLocation("1", 1, 0, 3, "基本支出", null)));
  }

  @Test
  void the_same_fact_twice_has_two_names() {
    List<Fact> facts = List.of(fact(CONTEXT, "100", 1), fact(CONTEXT, "100", 2));
    List<String> names = FactAnchors.computeAnchors(facts).names();
    assertThat(names).element(1).isEqualTo(names.getFirst() + "-2");
  }
}
