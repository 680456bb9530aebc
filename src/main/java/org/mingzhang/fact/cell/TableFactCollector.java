package org.mingzhang.fact.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;

/**
 * Collects the facts of one table. Two cells with different values for one fact show that the table
 * is divided, by bodies or by pages, in a way that was not recognized. Such facts are dropped,
 * except those of items, which are kept without a perimeter.
 */
final class TableFactCollector {
  /** Account and context of a fact, which identify it within one table. */
  private record TableFactKey(String account, FactContext context) {}

  private final List<Fact> facts = new ArrayList<>();
  private final Map<TableFactKey, Fact> firstFactByKey = new HashMap<>();
  private final Set<TableFactKey> doubtful = new HashSet<>();

  /** Adds the fact of a cell. */
  void add(Fact fact) {
    TableFactKey tableFactKey = new TableFactKey(fact.account(), fact.context());
    Fact before = firstFactByKey.putIfAbsent(tableFactKey, fact);
    if (before != null && before.value().compareTo(fact.value()) != 0) {
      doubtful.add(tableFactKey);
    }
    facts.add(fact);
  }

  /** The facts in the order in which they were added, without those that the cells contradict. */
  List<Fact> facts() {
    if (doubtful.isEmpty()) {
      return facts;
    }
    List<Fact> sure = new ArrayList<>();
    for (Fact fact : facts) {
      if (!doubtful.contains(new TableFactKey(fact.account(), fact.context()))) {
        sure.add(fact);
      } else if (fact.context().item() != null) {
        sure.add(fact.withContext(fact.context().withPerimeter(null, null)));
      }
    }
    return sure;
  }
}
