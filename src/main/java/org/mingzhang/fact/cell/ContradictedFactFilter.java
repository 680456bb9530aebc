package org.mingzhang.fact.cell;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;

/**
 * Drops facts that the cells of their table contradict. Two cells with different values for one
 * fact show that the table is divided, by bodies or by pages, in a way that was not recognized.
 * Facts of items are kept without a perimeter.
 */
final class ContradictedFactFilter {
  /** Account and context of a fact, which identify it within one table. */
  private record TableFactKey(String account, FactContext context) {
    static TableFactKey of(Fact fact) {
      return new TableFactKey(fact.account(), fact.context());
    }
  }

  private ContradictedFactFilter() {}

  /** The facts of one table in their order, without those that its cells contradict. */
  static List<Fact> filter(List<Fact> facts) {
    Map<TableFactKey, Set<BigDecimal>> values =
        facts.stream()
            .collect(
                Collectors.groupingBy(
                    TableFactKey::of,
                    Collectors.mapping(f -> f.value().stripTrailingZeros(), Collectors.toSet())));
    return facts.stream()
        .filter(f -> f.context().item() != null || hasSingleValue(f, values))
        .map(
            f ->
                hasSingleValue(f, values)
                    ? f
                    : f.withContext(f.context().withPerimeter(null, null)))
        .toList();
  }

  private static boolean hasSingleValue(Fact fact, Map<TableFactKey, Set<BigDecimal>> values) {
    return values.getOrDefault(TableFactKey.of(fact), Set.of()).size() == 1;
  }
}
