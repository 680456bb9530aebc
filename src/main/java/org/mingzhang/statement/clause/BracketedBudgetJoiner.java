package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.Completion;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.BudgetStages;
import org.mingzhang.statement.token.Clause;

/**
 * Gives a completion rate the budget that a bracket directly after it states:
 * 支出决算12万元，完成预算80%（预算数为15万元）.
 */
final class BracketedBudgetJoiner {
  private final DiscourseState discourse;

  BracketedBudgetJoiner(DiscourseState discourse) {
    this.discourse = discourse;
  }

  /**
   * Completes the rate before a bracket with the amount of the clause that was read last. Does
   * nothing unless that clause is the first of the bracket, its only statement is the amount of a
   * budget, and the rate before the bracket is a rate of that budget but has no amount for it.
   */
  void join(Clause clause) {
    List<Statement> statements = discourse.statements;
    int last = statements.size() - 1;
    if (clause.markBefore() != '('
        || last < 1
        || !(statements.get(last) instanceof Amount amount)
        || !(statements.get(last - 1) instanceof Completion rate)
        || rate.base().quantity() != null
        || !areOfSameBudget(rate.base(), amount.operand())) {
      return;
    }
    Completion whole = new Completion(rate.span(), rate.operand(), amount.operand(), rate.rate());
    statements.set(last - 1, whole);
    discourse.lists().replace(rate, whole);
  }

  private static boolean areOfSameBudget(Operand base, Operand amount) {
    Subject ofBase = base.subject().uniqueValue().orElse(null);
    Subject stated = amount.subject().uniqueValue().orElse(null);
    StageAndTime baseTime = base.stageAndTime().uniqueValue().orElse(null);
    StageAndTime time = amount.stageAndTime().uniqueValue().orElse(null);
    return ofBase != null
        && stated != null
        && ofBase.isSameAs(stated)
        && baseTime != null
        && time != null
        && Objects.equals(baseTime.year(), time.year())
        && mayBeSameStage(baseTime.stage(), time.stage());
  }

  /**
   * Whether two stages may be the same budget: one of them may be named less exactly than the
   * other.
   */
  private static boolean mayBeSameStage(@Nullable Stage base, @Nullable Stage stated) {
    return base != null
        && BudgetStages.isBudget(stated)
        && (base == stated || base == Stage.BUDGET || stated == Stage.BUDGET);
  }
}
