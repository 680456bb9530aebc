package org.mingzhang.audit.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Fund;

/**
 * The accounts whose items without a code the tables of a document list by name: 增值税 is an item of
 * 一般公共预算收入. A sentence about such an item names no account, so its fact has the name of the item as
 * its account; {@link #resolveItem} converts such a fact, so that it can be compared with the
 * tables. A name that the tables list under several accounts or funds stays as it is.
 */
final class TableItemNames {
  private final Map<String, AccountOfItem> accountsByItem = new HashMap<>();

  /** The account under which tables list an item, with its fund. */
  private record AccountOfItem(String account, @Nullable Fund fund) {
    static AccountOfItem of(Fact fact) {
      return new AccountOfItem(fact.account(), fact.context().fund());
    }
  }

  TableItemNames(List<Fact> facts) {
    Set<String> ambiguous = new HashSet<>();
    for (Fact fact : facts) {
      String item = fact.context().item();
      if (item != null && fact.context().code() == null && DocumentFacts.isInTable(fact)) {
        AccountOfItem known = accountsByItem.putIfAbsent(item, AccountOfItem.of(fact));
        if (known != null && !known.equals(AccountOfItem.of(fact))) {
          ambiguous.add(item);
        }
      }
    }
    accountsByItem.keySet().removeAll(ambiguous);
  }

  /**
   * Converts a fact whose account is the name of an item to a fact of that item, with the fund of
   * the tables if it has none; other facts are returned unchanged.
   */
  Fact resolveItem(Fact fact) {
    AccountOfItem listed = accountsByItem.get(fact.account());
    FactContext context = fact.context();
    if (listed == null || context.item() != null) {
      return fact;
    }
    FactContext ofItem = context.withItem(fact.account(), null);
    return fact.withAccount(listed.account())
        .withContext(context.fund() == null ? ofItem.withFund(listed.fund()) : ofItem);
  }
}
