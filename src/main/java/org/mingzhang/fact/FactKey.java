package org.mingzhang.fact;

import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;

/**
 * Account, dimensions and kind of a fact, without its value. Facts of one document with equal keys
 * state the same number.
 */
record FactKey(
    String account,
    FactContext context,
    Fact.Kind kind,
    Fact.@Nullable ReferenceAmount reference,
    String counted) {

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

  /** A copy without perimeter and body. */
  FactKey withoutPerimeter() {
    return new FactKey(account, context.withPerimeter(null, null), kind, reference, counted);
  }
}
