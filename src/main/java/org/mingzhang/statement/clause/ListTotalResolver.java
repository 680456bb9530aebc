package org.mingzhang.statement.clause;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.statement.CandidateValues;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.ItemList;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.NameBoundaryDetector;

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
   * whole include an amount carried over: 收入合计3866万元，其中：财政拨款3383万元；专户450万元；上年结转33万元. A whole named
   * only 收入 or 支出 becomes the parent of the amount carried over. Other lists are returned
   * unchanged.
   */
  ItemList withTotalAsWhole(ItemList list) {
    if (!(list.whole() instanceof Statement.Amount whole) || !addsUp(list, whole)) {
      return list;
    }
    Subject named = whole.operand().subject().uniqueValue().orElse(null);
    if (named == null || named.balanceInstant() != null) {
      return list;
    }
    String total = isGenericFlow(named) ? parentOfBalance(list) : named.parentIn(chart);
    if (total == null
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

  private static boolean isGenericFlow(Subject subject) {
    return !subject.charted()
        && subject.item() == null
        && NameBoundaryDetector.isGenericFlow(subject.account());
  }

  /** The parent of the first part that is an amount carried over and has one; null if none has. */
  private @Nullable String parentOfBalance(ItemList list) {
    for (Statement.Part part : list.parts()) {
      Subject subject = subjectOf(part.statement());
      String parent =
          subject == null || subject.balanceInstant() == null ? null : subject.parentIn(chart);
      if (parent != null) {
        return parent;
      }
    }
    return null;
  }

  private static @Nullable Subject subjectOf(Statement part) {
    Operand operand = ListPart.operandOf(part);
    return operand == null ? null : operand.subject().uniqueValue().orElse(null);
  }

  private boolean isBalanceUnderTotal(String total, Statement part) {
    Subject subject = subjectOf(part);
    return subject != null
        && subject.balanceInstant() != null
        && total.equals(subject.parentIn(chart));
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
}
