package org.mingzhang.audit.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.model.Fact;

/**
 * The accounts whose items without a code the tables of a document list by name: 增值税 is an item of
 * 一般公共预算收入. A sentence that gives such an item states no account, so its fact has the name of the
 * item as its account; {@link #identify} makes both comparable. A name that the tables list under
 * several accounts stays as it is.
 */
final class TableItemNames {
  private final Map<String, String> accounts = new HashMap<>();

  TableItemNames(List<Fact> facts) {
    Set<String> ambiguous = new HashSet<>();
    for (Fact fact : facts) {
      String item = fact.context().item();
      if (item != null && fact.context().code() == null && isInTables(fact)) {
        String known = accounts.putIfAbsent(item, fact.account());
        if (known != null && !known.equals(fact.account())) {
          ambiguous.add(item);
        }
      }
    }
    accounts.keySet().removeAll(ambiguous);
  }

  private static boolean isInTables(Fact fact) {
    return fact.places().stream().anyMatch(p -> p.cell() != null);
  }

  /** A fact whose account is the name of an item, as a fact of that item; others unchanged. */
  Fact identify(Fact fact) {
    String account = accounts.get(fact.account());
    return account == null || fact.context().item() != null
        ? fact
        : fact.withAccount(account).withContext(fact.context().withItem(fact.account(), null));
  }
}
