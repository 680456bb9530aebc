package org.mingzhang.fact;

import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;

/**
 * What identifies a fact without its value. Facts of one document with equal keys state the same
 * number.
 *
 * @param account name of the account
 * @param context dimensions; in which an item with a code is identified by the code alone, an item
 *     without by its normalized name
 * @param kind what the value measures
 * @param reference what a change, rate or share refers to, or null
 * @param countUnit unit of a count; empty for other kinds
 */
record FactKey(
    String account,
    FactContext context,
    Fact.Kind kind,
    Fact.@Nullable ReferenceAmount reference,
    String countUnit) {

  /**
   * The key of a fact. Facts are merged if their keys are equal; items are then compared by code
   * or, without one, by normalized name.
   */
  static FactKey of(Fact fact) {
    FactContext context = fact.context();
    String code = context.code();
    String item = context.item();
    return new FactKey(
        fact.account(),
        code != null
            ? context.withItem(null, code)
            : context.withItem(item == null ? null : ChartOfAccounts.normalize(item), null),
        fact.kind(),
        fact.reference(),
        fact.kind() == Fact.Kind.COUNT ? fact.unit() : "");
  }

  /** A copy without perimeter and entity. */
  FactKey withoutPerimeter() {
    return new FactKey(account, context.withPerimeter(null, null), kind, reference, countUnit);
  }
}
