package org.mingzhang.audit.fact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.model.Figure;

/** How often a section gives a name to figures, counted once for all of them. */
final class NameCounts {
  private record Key(String section, String name) {}

  private final Map<Key, Integer> figures = new HashMap<>();
  private final Map<Key, Set<String>> amounts = new HashMap<>();

  private NameCounts() {}

  static NameCounts of(Reading reading) {
    NameCounts counts = new NameCounts();
    for (Figure figure : reading.figures()) {
      Key key = new Key(figure.section(), figure.name());
      counts.figures.merge(key, 1, Integer::sum);
      if (!figure.fromTable()) {
        counts.amounts.computeIfAbsent(key, k -> new HashSet<>()).add(figure.value());
      }
    }
    return counts;
  }

  /** Number of figures of sentences and tables. */
  int figures(String section, String name) {
    return figures.getOrDefault(new Key(section, name), 0);
  }

  /** Number of different amounts that the sentences print. */
  int amounts(String section, String name) {
    return amounts.getOrDefault(new Key(section, name), Set.of()).size();
  }
}
