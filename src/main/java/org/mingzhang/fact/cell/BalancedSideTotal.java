package org.mingzhang.fact.cell;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;

/**
 * The total of one side of a two-sided table, if it is also the sum of the year because the side
 * states neither a separate sum of the year nor amounts carried over.
 *
 * @param defaults defaults of the document
 * @param total account of the total; null if it is not the sum of the year
 * @param currentYearTotal account of the sum of the year; null if {@code total} is null
 */
record BalancedSideTotal(
    DimensionDefaults defaults, @Nullable Account total, @Nullable Account currentYearTotal) {

  /**
   * Determines whether the total of a side is also its sum of the year. If not, the result has no
   * accounts.
   *
   * @param direction the side, or null if the table has none
   * @param rows meanings of its row labels
   */
  static BalancedSideTotal find(
      DimensionDefaults defaults,
      TableSubject subject,
      @Nullable FlowDirection direction,
      List<HeaderMeaning> rows) {
    Account total = direction == null ? null : defaults.roles().findTotal(direction).orElse(null);
    Account year =
        direction == null
            ? null
            : defaults.roles().findCurrentYearTotal(direction, subject.fund()).orElse(null);
    boolean mayDiffer =
        total == null
            || year == null
            || rows.stream()
                .flatMap(row -> Stream.ofNullable(row.account()))
                .anyMatch(
                    account ->
                        account.equals(year)
                            || (!account.equals(total)
                                && defaults.chart().isWithin(account, total)
                                && !defaults.chart().isWithin(account, year)));
    return mayDiffer
        ? new BalancedSideTotal(defaults, null, null)
        : new BalancedSideTotal(defaults, total, year);
  }

  /**
   * The meaning of a cell of the total as the sum of the year, beside its own; null for other cells
   * and if the total is not the sum of the year.
   */
  @Nullable CellMeaning toCurrentYearTotal(CellMeaning meaning) {
    return currentYearTotal != null
            && meaning.item() == null
            && total != null
            && total.equals(meaning.account())
        ? meaning.withAccount(defaults, currentYearTotal)
        : null;
  }
}
