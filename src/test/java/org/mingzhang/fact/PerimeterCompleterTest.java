package org.mingzhang.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;

class PerimeterCompleterTest {
  private static final String AGENCY = "样本市财政局";
  private static final Fact TABLE_FACT = fact("教育支出", Perimeter.TERRITORY, null);

  @Test
  void a_number_without_perimeter_has_that_of_the_same_number() {
    assertThat(perimeters(TABLE_FACT, fact("教育支出", null, AGENCY), fact("教育支出", null, null)))
        .containsExactly(Perimeter.TERRITORY, Perimeter.TERRITORY, Perimeter.TERRITORY);
  }

  @Test
  void another_number_and_another_body_stay_open() {
    assertThat(perimeters(TABLE_FACT, fact("卫生健康支出", null, AGENCY), fact("教育支出", null, "各县区")))
        .containsExactly(Perimeter.TERRITORY, null, null);
  }

  @Test
  void in_a_document_of_two_levels_the_value_decides() {
    assertThat(
            perimeters(
                TABLE_FACT,
                fact("教育支出", Perimeter.GOVERNMENT, null, "2"),
                fact("教育支出", null, AGENCY, "10"),
                fact("教育支出", null, AGENCY, "2"),
                fact("教育支出", null, AGENCY, "1")))
        .containsExactly(
            Perimeter.TERRITORY,
            Perimeter.GOVERNMENT,
            Perimeter.TERRITORY,
            Perimeter.GOVERNMENT,
            null);
  }

  @Test
  void a_table_has_the_perimeter_of_its_numbers() {
    Fact ofLevel = fact("农林水支出", Perimeter.GOVERNMENT, null);
    assertThat(
            perimeters(
                TABLE_FACT,
                fact("科学技术支出", Perimeter.TERRITORY, null),
                ofLevel,
                cell("教育支出", 1),
                cell("科学技术支出", 1),
                cell("节能环保支出", 1),
                cell("教育支出", 2),
                cell("节能环保支出", 2)))
        .endsWith(
            Perimeter.TERRITORY,
            Perimeter.TERRITORY,
            Perimeter.TERRITORY,
            Perimeter.TERRITORY,
            null);
  }

  private static Fact cell(String item, int table) {
    return fact(item, null, AGENCY)
        .withLocations(
            List.of(new FactLocation("2", 1, 0, 2, "10", new FactLocation.Cell(table, 0, 1))));
  }

  private static List<@Nullable Perimeter> perimeters(Fact... facts) {
    return PerimeterCompleter.complete(List.of(facts), AGENCY).stream()
        .<@Nullable Perimeter>map(f -> f.context().perimeter())
        .toList();
  }

  private static Fact fact(String item, @Nullable Perimeter perimeter, @Nullable String entity) {
    return fact(item, perimeter, entity, "10");
  }

  private static Fact fact(
      String item, @Nullable Perimeter perimeter, @Nullable String entity, String value) {
    return Fact.amount(
        "一般公共预算支出",
        FactContext.wholeYear(
            item, null, Stage.RESULT, Fund.GENERAL_BUDGET, perimeter, entity, 2024),
        new BigDecimal(value),
        value,
        "元",
        new FactLocation("1", 1, 0, 2, "10元", null));
  }
}
