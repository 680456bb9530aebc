package org.mingzhang.fact;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Perimeter;

/**
 * Makes an amount of a department's own office an item of the department's amount if the document
 * states both: 基本支出3317.77万元，其中局本级基本支出1386.40万元. An amount that is stated for the own office only,
 * as often for 机关运行经费, keeps its perimeter and has no item.
 */
final class OwnOfficeItemResolver {
  private static final String OWN_OFFICE = "本级";

  private OwnOfficeItemResolver() {}

  /**
   * The facts in the same order; facts of the own office have the item 本级 and no code if the
   * department's amount is stated as well.
   */
  static List<Fact> resolve(List<Fact> facts) {
    Set<FactKey> wholes =
        facts.stream()
            .filter(f -> f.context().perimeter() == Perimeter.DEPARTMENT)
            .map(f -> FactKey.of(f).withoutPerimeter())
            .collect(Collectors.toSet());
    return facts.stream().map(f -> isPart(f, wholes) ? withItem(f) : f).toList();
  }

  private static boolean isPart(Fact fact, Set<FactKey> wholes) {
    FactContext context = fact.context();
    return context.perimeter() == Perimeter.UNIT
        && context.entity() == null
        && context.item() == null
        && wholes.contains(FactKey.of(fact).withoutPerimeter());
  }

  private static Fact withItem(Fact fact) {
    return fact.withContext(fact.context().withItem(OWN_OFFICE, null));
  }
}
