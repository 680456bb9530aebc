package org.mingzhang.fact.cell;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.account.DocumentChartSelector;
import org.mingzhang.fact.perimeter.DocumentPerimeter;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;

/**
 * Dimensions of the amounts in all tables of a document, unless a table gives others.
 *
 * @param chart chart of accounts
 * @param roles accounts of the chart with a fixed role
 * @param stage stage of the amounts, or null
 * @param year fiscal year, or null
 * @param perimeter perimeter, or null
 * @param entity body to which the accounts belong, or null
 */
record DimensionDefaults(
    ChartOfAccounts chart,
    AccountRoles roles,
    @Nullable Stage stage,
    @Nullable Integer year,
    @Nullable Perimeter perimeter,
    @Nullable String entity) {

  /** The defaults that follow from the metadata and the perimeter of a document. */
  static DimensionDefaults readFrom(Disclosure disclosure, DocumentPerimeter perimeters) {
    Category category = disclosure.metadata().category();
    ChartOfAccounts chart = DocumentChartSelector.forDocument(disclosure);
    return new DimensionDefaults(
        chart,
        AccountRoles.of(chart),
        stageOf(category),
        disclosure.metadata().year(),
        perimeters.perimeter(),
        disclosure.metadata().agency());
  }

  private static @Nullable Stage stageOf(@Nullable Category category) {
    if (category == null) {
      return null;
    }
    if (category.isBudget()) {
      return Stage.BUDGET;
    }
    return category.isFinalAccount() ? Stage.RESULT : null;
  }

  /** A copy with another stage and year. */
  DimensionDefaults withTime(@Nullable Stage otherStage, int otherYear) {
    return new DimensionDefaults(chart, roles, otherStage, otherYear, perimeter, entity);
  }

  /**
   * The defaults for a table of a given year: in the budget of a government, amounts of an earlier
   * year have the stage {@link Stage#EXECUTION}; otherwise the result is this object. The year is
   * not changed.
   */
  DimensionDefaults withDefaultStageForYear(@Nullable Integer tableYear) {
    return isGovernmentDocument()
            && stage == Stage.BUDGET
            && tableYear != null
            && year != null
            && tableYear < year
        ? withTime(Stage.EXECUTION, year)
        : this;
  }

  boolean isGovernmentDocument() {
    return chart == ChartOfAccounts.governments();
  }

  /** Whether an account is the total of a side or a part of it; false for null. */
  boolean isOnSide(@Nullable Account account, FlowDirection side) {
    return account != null && chart.isWithin(account, roles.findTotal(side).orElse(null));
  }

  /** The account of basic or of project expenditure that a label names; empty for other labels. */
  Optional<Account> findKindOfExpenditure(String label) {
    return chart
        .find(label)
        .map(n -> n.account())
        .filter(
            account ->
                Stream.of("basic", "projects")
                    .anyMatch(role -> roles.findAccount(role).filter(account::equals).isPresent()));
  }
}
