package org.mingzhang.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;

class FactRowFactoryTest {
  @ParameterizedTest
  @CsvSource({
    "BUDGET, 公务接待费全年预算数为14.00万元, true",
    "BUDGET, “三公”经费财政拨款支出全年预算为14.00万元, true",
    "BUDGET, 全年支出预算14.00万元, true",
    "BUDGET, 公务接待费预算为14.00万元, false",
    "BUDGET, 全年公务接待3批次；预算14.00万元, false",
    "INITIAL_BUDGET, 全年预算14.00万元, false"
  })
  void a_budget_of_the_whole_year_is_told_by_any_place(
      Stage stage, String quote, boolean fullYear) {
    FactContext context =
        FactContext.wholeYear(null, null, stage, Fund.ALL, Perimeter.DEPARTMENT, null, 2024);
    FactLocation table = new FactLocation("1", 1, 0, 5, "预算数 | 14.00", null);
    FactLocation sentence = new FactLocation("2", 1, 0, 5, quote, null);
    Fact fact =
        Fact.amount("公务接待费", context, BigDecimal.TEN, "14.00", "万元", table)
            .withLocations(List.of(table, sentence));
    assertThat(FactRowFactory.isFullYearBudget(fact)).isEqualTo(fullYear);
  }
}
