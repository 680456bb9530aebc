package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;

/** The amounts of the tables of a document by item, of all accounts and funds. */
final class TableItemAmounts {
  private final Map<String, List<Fact>> amountsByItem = new HashMap<>();

  /** Adds a fact, which is ignored unless it is an amount of an item in a table. */
  void add(Fact fact) {
    String item = itemOf(fact);
    if (item != null && fact.kind() == Fact.Kind.AMOUNT && DocumentFacts.isInTable(fact)) {
      amountsByItem.computeIfAbsent(item, i -> new ArrayList<>()).add(fact);
    }
  }

  /** The amounts that tables state for the item and year of an amount; none if it has no item. */
  Stream<Fact> amountsOfSameItem(Fact fact) {
    String item = itemOf(fact);
    return item == null || fact.kind() != Fact.Kind.AMOUNT
        ? Stream.empty()
        : amountsByItem.getOrDefault(item, List.of()).stream()
            .filter(f -> Objects.equals(f.context().year(), fact.context().year()));
  }

  private static @Nullable String itemOf(Fact fact) {
    FactContext context = fact.context();
    return context.code() == null ? context.item() : context.code();
  }
}
