package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Completion;
import org.mingzhang.statement.Statement.Direction;

/**
 * Checks a completion rate of a budget that is not printed against the change from that budget, if
 * one sentence states both for the same amount: 决算60万元，比年初预算增加10万元，完成年初预算的120%.
 */
record CompletionOfChangeIdentity(
    PrintedPrecision precision, SectionTexts texts, NearbyAmountFinder nearbyAmounts) {
  /** Maximum number of statements between the change and the rate. */
  private static final int MAX_STATEMENT_DISTANCE = 4;

  /**
   * Checks a completion rate with the changes near it in its sentence.
   *
   * @param statements the statements of the section
   * @param index index of the completion rate among them
   */
  List<IdentityResult> check(Completion completion, List<Statement> statements, int index) {
    int from = Math.max(0, index - MAX_STATEMENT_DISTANCE);
    int to = Math.min(statements.size(), index + MAX_STATEMENT_DISTANCE + 1);
    return statements.subList(from, to).stream()
        .filter(Change.class::isInstance)
        .map(Change.class::cast)
        .filter(change -> haveSameAmountAndBudget(change, completion))
        .flatMap(change -> checkRate(completion, change).stream())
        .toList();
  }

  private boolean haveSameAmountAndBudget(Change change, Completion completion) {
    StageAndTime budget = OperandValues.stageAndTimeOf(completion.base());
    return texts.areInOneSentence(change.span(), completion.span())
        && completion.operand().equals(change.operand())
        && budget.equals(OperandValues.stageAndTimeOf(change.base()))
        && change.base().quantity() == null
        && change.direction() != Direction.UNSPECIFIED
        && budget.year() != null
        && isCertainBudget(budget.stage(), change, completion);
  }

  /**
   * Whether the change and the completion rate refer to the same budget: the words say that it is
   * the initial or the adjusted one, or, if they say only 预算, a rate above 100% goes with an
   * increase.
   */
  private static boolean isCertainBudget(
      @Nullable Stage stage, Change change, Completion completion) {
    boolean exceeded = completion.rate().value().compareTo(BigDecimal.valueOf(100)) > 0;
    return stage == Stage.INITIAL_BUDGET
        || stage == Stage.ADJUSTED_BUDGET
        || (stage == Stage.BUDGET && exceeded == (change.direction() == Direction.INCREASE));
  }

  private List<IdentityResult> checkRate(Completion completion, Change change) {
    IdentityTerm rate = precision.toRateTerm(completion.rate());
    IdentityTerm now = precision.toTerm(completion.operand().quantity());
    IdentityTerm size = precision.toTerm(change.amount());
    if (rate == null
        || now == null
        || size == null
        || !IdentityTerm.areComparable(now.printed(), size.printed())) {
      return List.of();
    }
    IdentityTerm signed = change.direction() == Direction.DECREASE ? size.negate() : size;
    NumberRelation relation =
        new NumberRelation(NumberRelation.Kind.COMPLETION_OF_CHANGE, List.of(rate, signed, now));
    if (relation.solveFor(0) == null) {
      return List.of();
    }
    if (relation.holds()) {
      return List.of(IdentityResult.createAgreement("completion-rate", relation));
    }
    return List.of(
        agreesForOtherAmount(relation, change.span())
            ? IdentityResult.undecidedBecauseOfOtherAmount(
                "completion-rate", texts.toLocation(completion.span()))
            : reportWrongRate(completion, change, relation));
  }

  /** Whether the rate and the change agree if another amount near them is taken for the result. */
  private boolean agreesForOtherAmount(NumberRelation relation, Span clause) {
    BigDecimal size = relation.terms().get(1).value();
    BigDecimal now = relation.terms().getLast().value();
    return nearbyAmounts.findAmountsNear(clause).stream()
        .filter(q -> relation.indexOf(q.span()) < 0 && q.value().compareTo(size) > 0)
        .anyMatch(q -> relation.holdsWithReplacement(now, q.value()));
  }

  private IdentityResult reportWrongRate(
      Completion completion, Change change, NumberRelation relation) {
    IdentityTerm rate = relation.terms().getFirst();
    IdentityTerm size = relation.terms().get(1);
    IdentityTerm now = relation.terms().getLast();
    AmountNotation form = AmountNotation.forOperands(List.of(now.printed(), size.printed()));
    BigDecimal budget = now.value().subtract(size.value());
    String computed =
        AmountNotation.formatPercent(
            PrintedNumbers.computePercentage(now.value(), budget), rate.printed());
    Span words =
        change.span().start() < completion.span().start()
            ? texts.extendToClauseOf(change.span(), completion.span())
            : texts.extendToClauseOf(completion.span(), change.span());
    CheckResult checkResult =
        FindingDraft.create("completion-rate", texts.toLocation(words))
            .setBaseAmount(budget)
            .setNumbers(rate.printedText(), computed)
            .setFormulaPattern(
                "%s ÷ (%s %s %s) = %s，文中写%s",
                form.formatNumber(now.value()),
                form.formatNumber(now.value()),
                size.value().signum() < 0 ? "+" : "−",
                form.formatNumber(size.value().abs()),
                computed,
                rate.printedText())
            .toResult(computed, rate.printedText());
    return IdentityResult.createViolation(checkResult, words, relation);
  }
}
