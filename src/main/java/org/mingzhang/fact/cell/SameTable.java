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
 * The facts of one table. Where two of its cells give one fact two values, the table was divided in
 * a way that was not seen, by bodies or by pages: what it says of the whole is left out, and the
 * items lose their perimeter.
 */
final class SameTable {
  private record Key(String account, FactContext context) {}

  private final List<Fact> facts = new ArrayList<>();
  private final Map<Key, Fact> seen = new HashMap<>();
  private final Set<Key> doubtful = new HashSet<>();

  void add(Fact fact) {
    Key key = new Key(fact.account(), fact.context());
    Fact before = seen.putIfAbsent(key, fact);
    if (before != null && before.value().compareTo(fact.value()) != 0) {
      doubtful.add(key);
    }
    facts.add(fact);
  }

  List<Fact> facts() {
    if (doubtful.isEmpty()) {
      return facts;
    }
    List<Fact> sure = new ArrayList<>();
    for (Fact fact : facts) {
      if (!doubtful.contains(new Key(fact.account(), fact.context()))) {
        sure.add(fact);
      } else if (fact.context().item() != null) {
        sure.add(fact.withContext(fact.context().withPerimeter(null, null)));
      }
    }
    return sure;
  }
}
