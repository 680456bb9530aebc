package org.mingzhang.fact.cell;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mingzhang.account.Account;

/**
 * Accounts in a table that are no part of what its title names: conferences and training beside the
 * three public expenses. Its plain total may hold them too, so that it is the total of nothing
 * known.
 */
final class Extras {
  private Extras() {}

  /** The rows, a plain total left out where extra rows stand beside it. */
  static List<Meaning> without(
      DocumentFrame frame, TableSubject subject, List<Meaning> rows, Map<Integer, Meaning> heads) {
    Account total = subject.total();
    if (total == null || subject.form().layout() != TableForm.Layout.ACCOUNTS) {
      return rows;
    }
    boolean extra = beside(frame, total, rows);
    if (beside(frame, total, heads.values())) {
      heads.replaceAll((column, head) -> plain(head) ? Meaning.SKIPPED : head);
    }
    return extra ? rows.stream().map(r -> plain(r) ? Meaning.SKIPPED : r).toList() : rows;
  }

  private static boolean beside(DocumentFrame frame, Account total, Collection<Meaning> meanings) {
    return meanings.stream()
        .map(Meaning::account)
        .anyMatch(
            a ->
                a != null
                    && a.nature() == Account.Nature.FLOW
                    && !frame.chart().isWithin(a, total));
  }

  private static boolean plain(Meaning meaning) {
    return meaning.kind() == Meaning.Kind.TOTAL
        && meaning.account() == null
        && meaning.stage() == null;
  }
}
