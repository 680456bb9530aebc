package org.mingzhang.fact.cell;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mingzhang.account.Account;

/**
 * Skips plain totals that may include accounts outside the title of their table: a table of the
 * three public expenses that also lists conferences and training may or may not add these up.
 */
final class AmbiguousTotalFilter {
  private AmbiguousTotalFilter() {}

  /**
   * Replaces ambiguous totals by {@link HeaderMeaning#SKIPPED}.
   *
   * @param rows meanings of the rows, which are not changed
   * @param headers meanings of the columns, which are changed
   * @return the meanings of the rows without ambiguous totals
   */
  static List<HeaderMeaning> skipAmbiguousTotals(
      DimensionDefaults dimensionDefaults,
      TableSubject subject,
      List<HeaderMeaning> rows,
      Map<Integer, HeaderMeaning> headers) {
    Account total = subject.total();
    if (total == null || subject.form().layout() != TableForm.RowMeaning.ACCOUNTS) {
      return rows;
    }
    boolean extra = hasOtherAccounts(dimensionDefaults, total, rows);
    if (hasOtherAccounts(dimensionDefaults, total, headers.values())) {
      headers.replaceAll((column, head) -> isPlainTotal(head) ? HeaderMeaning.SKIPPED : head);
    }
    return extra
        ? rows.stream().map(r -> isPlainTotal(r) ? HeaderMeaning.SKIPPED : r).toList()
        : rows;
  }

  private static boolean hasOtherAccounts(
      DimensionDefaults dimensionDefaults, Account total, Collection<HeaderMeaning> meanings) {
    return meanings.stream()
        .map(HeaderMeaning::account)
        .anyMatch(
            a ->
                a != null
                    && a.nature() == Account.Nature.FLOW
                    && !dimensionDefaults.chart().isWithin(a, total));
  }

  private static boolean isPlainTotal(HeaderMeaning meaning) {
    return meaning.kind() == HeaderMeaning.Kind.TOTAL
        && meaning.account() == null
        && meaning.stage() == null;
  }
}
