package org.mingzhang.fact.cell;

import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Chart;
import org.mingzhang.account.DocumentChart;
import org.mingzhang.fact.perimeter.Perimeters;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;

/**
 * What holds for all tables of a document where they say nothing else.
 *
 * @param chart its chart of accounts
 * @param roles the totals of the chart
 * @param stage stage of its own amounts, or null
 * @param year fiscal year, or null
 * @param perimeter perimeter of its amounts, or null
 * @param entity whose accounts they are, or null
 */
record DocumentFrame(
    Chart chart,
    Roles roles,
    @Nullable Stage stage,
    @Nullable Integer year,
    @Nullable Perimeter perimeter,
    @Nullable String entity) {

  static DocumentFrame of(Disclosure disclosure, Perimeters perimeters) {
    Category category = disclosure.metadata().category();
    Chart chart = DocumentChart.forDocument(disclosure);
    return new DocumentFrame(
        chart,
        Roles.of(chart),
        stage(category),
        disclosure.metadata().year(),
        perimeters.perimeter(),
        disclosure.metadata().agency());
  }

  private static @Nullable Stage stage(@Nullable Category category) {
    if (category == null) {
      return null;
    }
    if (category.isBudget()) {
      return Stage.BUDGET;
    }
    return category.isFinalAccount() ? Stage.RESULT : null;
  }

  /** Whether it is a government's document. */
  boolean government() {
    return chart == Chart.governments();
  }
}
