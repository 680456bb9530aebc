package org.mingzhang.statement.clause;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import org.mingzhang.statement.CandidateValues;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.token.BudgetStages;

/**
 * Recognizes a rate of completion whose base is the budget together with other money that the text
 * has just stated: 预算300万元，县级配套100万元，支出380万元，执行率95%.
 */
final class AddedMoneyDetector {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /**
   * Maximum number of preceding statements that are searched for the money that was added to the
   * budget.
   */
  private static final int MAX_STATEMENTS_BACK = 8;

  private final DiscourseState discourse;

  AddedMoneyDetector(DiscourseState discourse) {
    this.discourse = discourse;
  }

  /**
   * Whether a rate is the result as a percentage of a budget and another amount together, both
   * stated shortly before it, in the evaluation of a project or body. False if the amount of the
   * result is unknown.
   */
  boolean isBaseBudgetWithAddedMoney(Operand result, Quantity rate) {
    Quantity spent = result.quantity();
    if (spent == null || !discourse.context.textEvaluatesWhole()) {
      return false;
    }
    List<Statement> all = discourse.statements;
    List<Operand> stated =
        all.subList(Math.max(0, all.size() - MAX_STATEMENTS_BACK), all.size()).stream()
            .map(AddedMoneyDetector::operandOf)
            .filter(operand -> isOtherMoney(operand, spent))
            .toList();
    return stated.stream()
        .filter(o -> BudgetStages.isBudget(DiscourseTopic.stageOf(o)))
        .anyMatch(
            budget ->
                stated.stream()
                    .filter(added -> !added.equals(budget))
                    .anyMatch(added -> isPercentageOf(spent, sumOf(budget, added), rate)));
  }

  /** The operand of an amount, or of a change with the amount of the change. */
  private static Operand operandOf(Statement statement) {
    return switch (statement) {
      case Statement.Amount amount -> amount.operand();
      case Statement.Change change ->
          new Operand(change.operand().subject(), CandidateValues.unknown(), change.amount());
      default -> Operand.UNKNOWN;
    };
  }

  private static boolean isOtherMoney(Operand operand, Quantity spent) {
    Quantity quantity = operand.quantity();
    return quantity != null
        && quantity.measure() == Quantity.Measure.MONEY
        && quantity.value().signum() > 0
        && !quantity.span().equals(spent.span());
  }

  private static BigDecimal sumOf(Operand one, Operand other) {
    return Objects.requireNonNull(one.quantity())
        .value()
        .add(Objects.requireNonNull(other.quantity()).value());
  }

  private static boolean isPercentageOf(Quantity spent, BigDecimal base, Quantity rate) {
    BigDecimal percent = spent.value().multiply(HUNDRED).divide(base, MathContext.DECIMAL64);
    return percent.subtract(rate.value()).abs().compareTo(rate.unitInLastPlace()) <= 0;
  }
}
