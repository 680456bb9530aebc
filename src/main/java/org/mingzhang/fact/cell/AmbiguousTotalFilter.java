package org.mingzhang.fact.cell;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mingzhang.account.Account;

/**
 * Skips plain totals that may include accounts outside the title of their table: a table of the
 * three public expenses that also lists conferences and training may or may not include them in its
 * total.
 */
final class AmbiguousTotalFilter {
  private AmbiguousTotalFilter() {}

  /** The meanings of rows with {@link HeaderMeaning#SKIPPED} for ambiguous totals. */
  static List<HeaderMeaning> skipInRows(
      DimensionDefaults defaults, TableSubject subject, List<HeaderMeaning> rows) {
    return subject.form().rowMeaning() == TableForm.RowMeaning.ACCOUNTS
            && mayIncludeAccountsOutsideTitle(defaults, subject, rows)
        ? rows.stream().map(AmbiguousTotalFilter::skipPlainTotal).toList()
        : rows;
  }

  /** The meanings of columns, by index, with {@link HeaderMeaning#SKIPPED} for ambiguous totals. */
  static Map<Integer, HeaderMeaning> skipInColumns(
      DimensionDefaults defaults, TableSubject subject, Map<Integer, HeaderMeaning> columns) {
    Map<Integer, HeaderMeaning> kept = new HashMap<>(columns);
    TableForm.RowMeaning rows = subject.form().rowMeaning();
    if ((rows == TableForm.RowMeaning.ACCOUNTS
            || (rows == TableForm.RowMeaning.ITEMS && defaults.isGovernmentDocument()))
        && mayIncludeAccountsOutsideTitle(defaults, subject, columns.values())) {
      kept.replaceAll((column, head) -> skipPlainTotal(head));
    }
    return kept;
  }

  private static HeaderMeaning skipPlainTotal(HeaderMeaning meaning) {
    boolean plain =
        meaning.kind() == HeaderMeaning.Kind.TOTAL
            && meaning.account() == null
            && meaning.stage() == null;
    return plain ? HeaderMeaning.SKIPPED : meaning;
  }

  /**
   * Whether totals beside headers or labels of a table may include accounts outside the title of
   * the table.
   */
  private static boolean mayIncludeAccountsOutsideTitle(
      DimensionDefaults defaults, TableSubject subject, Collection<HeaderMeaning> meanings) {
    Account total = subject.total();
    return total != null
        && meanings.stream()
            .flatMap(meaning -> Stream.ofNullable(meaning.account()))
            .anyMatch(
                a -> a.nature() == Account.Nature.FLOW && !defaults.chart().isWithin(a, total));
  }
}
