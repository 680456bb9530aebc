package org.mingzhang.statement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.statement.Statement.ItemList;

/**
 * Replaces the whole of a list by the total above it if only this total includes all parts of the
 * list.
 */
final class ListTotalResolver {
  private final ChartOfAccounts chart;

  ListTotalResolver(ChartOfAccounts chart) {
    this.chart = chart;
  }

  /**
   * The list with the parent of the named account as its whole, if the parts that add up to the
   * whole include an amount carried over: 收入合计3866万元，其中：财政拨款3383万元；专户450万元；上年结转33万元. Other lists
   * are returned unchanged.
   */
  ItemList withTotalAsWhole(ItemList list) {
    if (!(list.whole() instanceof Statement.Amount whole) || !addsUp(list, whole)) {
      return list;
    }
    Subject named = whole.operand().subject().uniqueValue().orElse(null);
    String total = named == null ? null : parentOf(named);
    if (named == null
        || named.balanceInstant() != null
        || total == null
        || list.parts().stream().noneMatch(p -> isBalanceUnderTotal(total, p.statement()))) {
      return list;
    }
    Statement renamed =
        new Statement.Amount(
            whole.span(),
            new Operand(
                CandidateValues.of(named.withAccountAndItem(total, true, null)),
                whole.operand().stageAndTime(),
                whole.operand().quantity()));
    return new ItemList(list.span(), renamed, list.parts(), list.introduction(), list.closure());
  }

  private boolean isBalanceUnderTotal(String total, Statement part) {
    Operand operand = ListPart.operandOf(part);
    Subject subject = operand == null ? null : operand.subject().uniqueValue().orElse(null);
    return subject != null && subject.balanceInstant() != null && total.equals(parentOf(subject));
  }

  private static boolean addsUp(ItemList list, Statement.Amount whole) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Statement.Part part : list.parts()) {
      Operand operand = ListPart.operandOf(part.statement());
      Quantity quantity = operand == null ? null : operand.quantity();
      sum = quantity == null ? sum : sum.add(quantity.value());
    }
    Quantity all = whole.operand().quantity();
    return all != null && all.value().compareTo(sum) == 0;
  }

  private @Nullable String parentOf(Subject subject) {
    return subject.charted() && subject.item() == null
        ? chart.findAccount(subject.account()).map(Account::parentName).orElse(null)
        : null;
  }
}
