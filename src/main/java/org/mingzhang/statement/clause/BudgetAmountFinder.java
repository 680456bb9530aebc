package org.mingzhang.statement.clause;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.BudgetStages;

/**
 * Finds the budget to which a completion rate refers, and the amount of that budget, among the
 * statements of the section if the words of the rate do not print it. Does not change the state of
 * the section.
 */
final class BudgetAmountFinder {
  /** Maximum number of preceding statements that are searched for a budget. */
  private static final int MAX_STATEMENTS_BACK = 60;

  private final DiscourseState discourse;

  BudgetAmountFinder(DiscourseState discourse) {
    this.discourse = discourse;
  }

  /**
   * The budget of the account that the sentence compares with before it states the rate, with its
   * amount: 与年初预算2240万元相比，完成预算的165.95%. Null if the base is no budget, or not the one that the
   * words of the rate may mean.
   */
  SentenceState.@Nullable ComparisonBase findComparedBudget(Subject subject, AmountPhrase budget) {
    SentenceState.ComparisonBase base = discourse.sentence.comparisonBase;
    if (base == null
        || base.quantity() == null
        || !discourse.sentence.lastChangeIndices.isEmpty()) {
      return null;
    }
    AmountPhrase compared = base.phrase();
    Stage stage = compared.stage();
    boolean same =
        compared.subjects().isEmpty()
            ? compared.flow().isEmpty() && compared.years().isEmpty()
            : compared.subjects().size() == 1 && compared.subjects().getFirst().isSameAs(subject);
    boolean meant =
        BudgetStages.isBudget(stage)
            && (budget.stage() == null
                || budget.stage() == Stage.BUDGET
                || budget.stage() == stage);
    return same && meant ? base : null;
  }

  /**
   * The amount of the budget: the printed one; otherwise the one stated for the topic in this year
   * at this stage, or at any budget stage if none is given, preferably the adjusted budget;
   * otherwise, without a stage, the only one in recent statements. Null if there is none.
   */
  @Nullable Quantity findBudgetAmount(
      Subject subject, StageAndTime budget, @Nullable Quantity printedAmount) {
    if (printedAmount != null) {
      return printedAmount;
    }
    Stage stage = budget.stage();
    Integer year = budget.year();
    DiscourseTopic topic = discourse.topic();
    Operand at = null;
    for (Stage candidate : stage != null ? List.of(stage) : BudgetStages.BUDGET_STAGES) {
      Operand found = topic.findAmountAtStage(subject, candidate, year);
      at = found == null ? at : found;
    }
    if (at == null && stage == Stage.BUDGET) {
      // 预算 without a stage means the initial or the adjusted budget if only one of them was stated.
      Operand first = topic.findAmountAtStage(subject, Stage.INITIAL_BUDGET, year);
      Operand last = topic.findAmountAtStage(subject, Stage.ADJUSTED_BUDGET, year);
      at = first == null ? last : last == null ? first : null;
    }
    return at == null ? findUniqueBudget(subject, budget) : at.quantity();
  }

  /**
   * The budget of a subject that recent statements of the section give; null if they give several.
   * Also null if a stage is known, since its amount has been looked for before, or if the budget is
   * not of the year that the titles are about.
   */
  private @Nullable Quantity findUniqueBudget(Subject subject, StageAndTime budget) {
    List<Quantity> budgets =
        ListPart.quantitiesOf(
                discourse.statements.reversed().stream()
                    .limit(MAX_STATEMENTS_BACK)
                    .filter(s -> s instanceof Amount a && isBudgetOf(a.operand(), subject)))
            .toList();
    boolean unique =
        budgets.stream().map(Quantity::value).map(BigDecimal::stripTrailingZeros).distinct().count()
            == 1;
    boolean ofReport =
        budget.year() == null || budget.year().equals(discourse.context.stageAndTime().year());
    return budget.stage() == null && ofReport && unique ? budgets.getFirst() : null;
  }

  private boolean isBudgetOf(Operand operand, Subject subject) {
    Subject named = operand.subject().uniqueValue().orElse(null);
    return named != null
        && subject.isInChart()
        && named.isSameAs(subject)
        && named.fund() == subject.fund()
        && BudgetStages.isBudget(DiscourseTopic.stageOf(operand))
        && Objects.equals(DiscourseTopic.yearOf(operand), discourse.context.stageAndTime().year());
  }
}
