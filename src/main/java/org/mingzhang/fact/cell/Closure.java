package org.mingzhang.fact.cell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;

/**
 * Whether one side of a table of revenue and expenditure has nothing carried over and no sum of the
 * year: then its total is the sum of the year too, as in budgets that balance.
 *
 * @param frame the document
 * @param total account of the side's total, or null where the side is not closed
 * @param year account of the sum of the year
 */
record Closure(DocumentFrame frame, @Nullable Account total, @Nullable Account year) {

  /**
   * The closure of a side.
   *
   * @param rows what its labels say
   */
  static Closure of(
      DocumentFrame frame,
      TableSubject subject,
      @Nullable FlowDirection direction,
      List<Meaning> rows) {
    Account total = direction == null ? null : frame.roles().total(direction).orElse(null);
    Account year =
        direction == null ? null : frame.roles().year(direction, subject.fund()).orElse(null);
    boolean open =
        total == null
            || year == null
            || rows.stream()
                .anyMatch(r -> r.account() != null && beside(frame, r.account(), total, year));
    return open ? new Closure(frame, null, null) : new Closure(frame, total, year);
  }

  /** Whether an account is a part of the total and not of the year, or the year itself. */
  private static boolean beside(DocumentFrame frame, Account account, Account total, Account year) {
    return account.equals(year)
        || (!account.equals(total)
            && frame.chart().isWithin(account, total)
            && !frame.chart().isWithin(account, year));
  }

  /** What a cell of the total is besides; null for other cells. */
  @Nullable CellMeaning also(CellMeaning meaning) {
    return year != null
            && meaning.item() == null
            && total != null
            && total.equals(meaning.account())
        ? meaning.withAccount(frame, year)
        : null;
  }
}
