package org.mingzhang.fact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Perimeter;

/**
 * Adds the perimeter to facts of a government's document that state none, so that a sentence
 * without 全市 is compared with the table of the whole city.
 */
final class PerimeterCompletion {
  private PerimeterCompletion() {}

  /**
   * Facts with the perimeter that the document states for the same number elsewhere. They are left
   * as they are if the document states several perimeters.
   *
   * @param agency agency that published the document; amounts of other bodies are left
   */
  static List<Fact> complete(List<Fact> facts, @Nullable String agency) {
    Map<FactKey, Perimeter> stated = new HashMap<>();
    for (Fact fact : facts) {
      Perimeter perimeter = fact.context().perimeter();
      if (perimeter != null && fact.context().entity() == null) {
        stated.put(FactKey.of(fact).withoutPerimeter(), perimeter);
      }
    }
    if (new HashSet<>(stated.values()).size() != 1) {
      return facts;
    }
    return facts.stream()
        .map(
            fact -> {
              Perimeter perimeter =
                  isOpen(fact.context(), agency)
                      ? stated.get(FactKey.of(fact).withoutPerimeter())
                      : null;
              return perimeter == null
                  ? fact
                  : fact.withContext(fact.context().withPerimeter(perimeter, null));
            })
        .toList();
  }

  private static boolean isOpen(FactContext context, @Nullable String agency) {
    return context.perimeter() == null
        && (context.entity() == null || Objects.equals(context.entity(), agency));
  }
}
