package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;

/**
 * Finds the base of a change that follows an adjusted budget and does not state its base: in
 * 年初安排325,716万元，拟调整为342,951万元，增加17,235万元 it is the initial budget.
 */
final class AdjustedBudgetBaseResolver {
  private AdjustedBudgetBaseResolver() {}

  /**
   * The budget that the text states right before the adjusted budget; null unless the last two
   * statements of the topic are amounts of the same account and the same known year, first at
   * {@code BUDGET} or {@code INITIAL_BUDGET}, then {@code adjustedAmount}.
   *
   * @param adjustedAmount the adjusted budget, which is the amount after the change
   */
  static @Nullable Operand find(Operand adjustedAmount, DiscourseTopic topic) {
    List<Statement> stated = topic.statements();
    return stated.size() > 1
            && stated.get(stated.size() - 2) instanceof Amount budget
            && stated.getLast() instanceof Amount adjusted
            && adjusted.operand().equals(adjustedAmount)
            && DiscourseTopic.stageOf(adjustedAmount) == Stage.ADJUSTED_BUDGET
            && isUnadjusted(DiscourseTopic.stageOf(budget.operand()))
            && DiscourseTopic.yearOf(adjustedAmount) != null
            && Objects.equals(
                DiscourseTopic.yearOf(budget.operand()), DiscourseTopic.yearOf(adjustedAmount))
            && budget.operand().subject().equals(adjustedAmount.subject())
        ? budget.operand()
        : null;
  }

  private static boolean isUnadjusted(@Nullable Stage stage) {
    return stage == Stage.INITIAL_BUDGET || stage == Stage.BUDGET;
  }
}
