package org.mingzhang.statement.clause;

import java.math.BigDecimal;
import java.util.stream.Stream;
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
    if (!(list.whole() instanceof Statement.Amount whole) || !doPartsAddUpTo(list, whole)) {
      return list;
    }
    Subject named = whole.operand().subject().uniqueValue().orElse(null);
    if (named == null || named.balanceInstant() != null) {
      return list;
    }
    String total =
        isGenericFlow(named)
            ? parentsOfBalances(list).findFirst().orElse(null)
            : named.parentAccountIn(chart);
    if (total == null || parentsOfBalances(list).noneMatch(total::equals)) {
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
    return !subject.isInChart()
        && subject.item() == null
        && NameBoundaryDetector.isGenericFlow(subject.account());
  }

  /** The parents of the parts that are amounts carried over, in order. */
  private Stream<String> parentsOfBalances(ItemList list) {
    return list.parts().stream()
        .flatMap(part -> ListPart.subjectOf(part.statement()).stream())
        .filter(subject -> subject.balanceInstant() != null)
        .flatMap(subject -> Stream.ofNullable(subject.parentAccountIn(chart)));
  }

  private static boolean doPartsAddUpTo(ItemList list, Statement.Amount whole) {
    BigDecimal sum =
        list.parts().stream()
            .map(part -> ListPart.operandOf(part.statement()))
            .flatMap(operand -> Stream.ofNullable(operand == null ? null : operand.quantity()))
            .map(Quantity::value)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Quantity all = whole.operand().quantity();
    return all != null && all.value().compareTo(sum) == 0;
  }
}
