package org.mingzhang.statement.clause;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.CandidateValues;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.NameBoundaryDetector;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.QuantityReader;

/**
 * Adds the changes from a budget to its adjustment (预算法第六十七条): 税收收入调减18,500万元, with the amounts
 * before and after the adjustment if the sentence states them.
 */
final class BudgetAdjustmentBuilder {
  private final DiscourseState discourse;
  private final PhraseResolver phraseResolver;
  private final QuantityReader quantityReader;

  BudgetAdjustmentBuilder(
      DiscourseState discourse, PhraseResolver phraseResolver, QuantityReader quantityReader) {
    this.discourse = discourse;
    this.phraseResolver = phraseResolver;
    this.quantityReader = quantityReader;
  }

  /** An account with its budget before and after the adjustment. */
  private record AdjustedBudget(Subject subject, Operand before, Operand after) {}

  /**
   * Adds the change from the budget of an account to its adjusted budget. The account is the one
   * that the phrase names, which becomes the topic, otherwise that of the budget stated right
   * before.
   *
   * @return false, without adding anything, if the phrase names something else than one account of
   *     the chart, or names none and no budget was stated right before
   */
  boolean addChangeToAdjustedBudget(
      AmountPhrase phrase, ProseToken.Numeral number, Direction direction) {
    boolean own = DiscourseState.namesSubject(phrase);
    AdjustedBudget budget =
        own ? adjustedBudgetOfNamedAccount(phrase) : adjustedBudgetOfStatedBudget();
    if (budget == null) {
      return false;
    }
    List<Subject> subjects = List.of(budget.subject());
    DiscourseTopic topic = own ? discourse.changeTopic(subjects) : discourse.topic();
    int index = discourse.statements.size();
    discourse.addStatement(
        new Change(
            discourse.clauseSpan,
            budget.after(),
            budget.before(),
            direction,
            quantityReader.read(number),
            null),
        topic,
        budget.subject(),
        own);
    discourse.sentence.lastChangeIndices = List.of(index);
    if (own) {
      discourse.sentence.namedSubjects.addAll(subjects);
    }
    return true;
  }

  /**
   * The account that the phrase names, with a budget and an adjusted budget of unknown amount:
   * 税收收入调减18,500万元; null unless the phrase names exactly one account of the chart.
   */
  private @Nullable AdjustedBudget adjustedBudgetOfNamedAccount(AmountPhrase phrase) {
    if (phrase.subjects().size() != 1 || !phrase.subjects().getFirst().isInChart()) {
      return null;
    }
    Subject named = phrase.subjects().getFirst();
    StageAndTime time = phraseResolver.resolveStageAndTime(phrase.withStage(Stage.BUDGET), null);
    Operand before = new Operand(CandidateValues.of(named), CandidateValues.of(time), null);
    return new AdjustedBudget(named, before, toAdjustedBudget(named, time));
  }

  /** The account of the amounts stated right before, or null if these are not budgets. */
  private @Nullable AdjustedBudget adjustedBudgetOfStatedBudget() {
    Operand after = amountFromEnd(1, Stage.ADJUSTED_BUDGET::equals);
    return after == null ? adjustedBudgetOfPrecedingBudget() : adjustedBudgetBetweenAmounts(after);
  }

  /**
   * The budget that the statement before the change gives and that the change adjusts,
   * 税收收入年初预算50,000万元，调减18,500万元; null if there is none.
   */
  private @Nullable AdjustedBudget adjustedBudgetOfPrecedingBudget() {
    Operand last = amountFromEnd(1, BudgetAdjustmentBuilder::isUnadjustedBudget);
    Operand before = last == null ? budgetOfEvaluatedWhole() : last;
    Subject subject = before == null ? null : accountOrProjectOf(before);
    if (before == null
        || subject == null
        || discourse.sentence.balancePrecedesBudget
        || discourse.clauseContext.isBesideAdjustment()) {
      return null;
    }
    StageAndTime time = before.stageAndTime().uniqueValue().orElse(StageAndTime.UNKNOWN);
    return new AdjustedBudget(subject, before, toAdjustedBudget(subject, time));
  }

  /**
   * The unadjusted budget of the evaluated whole if it is the topic, also if the text has stated
   * its parts since: 部门预算900万元，其中项目支出300万元；年中追加100万元. Null otherwise.
   */
  private @Nullable Operand budgetOfEvaluatedWhole() {
    List<Subject> topic = discourse.topic().subjects();
    if (topic.size() != 1
        || topic.getFirst().item() != null
        || !discourse.context.textEvaluatesWhole()
        || !Lexicon.standard().isDefaultAccountName(topic.getFirst().account())) {
      return null;
    }
    Operand latest = discourse.topic().findLatestAmount(topic.getFirst(), false);
    Stage stage = latest == null ? null : DiscourseTopic.stageOf(latest);
    return stage != null && isUnadjustedBudget(stage) ? latest : null;
  }

  /**
   * The budget and the adjusted budget of an account that are stated one directly after the other;
   * null if they are not.
   */
  private @Nullable AdjustedBudget adjustedBudgetBetweenAmounts(Operand amountAfter) {
    Operand before = amountFromEnd(2, BudgetAdjustmentBuilder::isUnadjustedBudget);
    Subject subject = amountAfter.subject().uniqueValue().orElse(null);
    return before == null
            || subject == null
            || NameBoundaryDetector.isGenericFlow(subject.account())
            || !amountAfter.subject().equals(before.subject())
        ? null
        : new AdjustedBudget(subject, before, amountAfter);
  }

  private static Operand toAdjustedBudget(Subject subject, StageAndTime time) {
    return Operand.of(subject, time.withStage(Stage.ADJUSTED_BUDGET), null);
  }

  private static @Nullable Subject accountOrProjectOf(Operand amount) {
    return amount
        .subject()
        .uniqueValue()
        .filter(
            s ->
                s.isInChart()
                    || AccountNameResolver.isFundingOfNamedProject(s)
                    || Lexicon.standard().isDefaultAccountName(s.account()))
        .orElse(null);
  }

  private static boolean isUnadjustedBudget(Stage stage) {
    return stage == Stage.BUDGET || stage == Stage.INITIAL_BUDGET;
  }

  /**
   * The {@code positionFromEnd}-th statement from the end, reasons not counted, if it is an amount
   * of the topic at a stage that satisfies the condition; otherwise null.
   */
  private @Nullable Operand amountFromEnd(int positionFromEnd, Predicate<Stage> stageFilter) {
    int at = discourse.statements.size();
    for (int left = positionFromEnd; at > 0 && left > 0; ) {
      at--;
      left -= discourse.statements.get(at) instanceof Statement.Reason ? 0 : 1;
    }
    if (at == discourse.statements.size()
        || !(discourse.statements.get(at) instanceof Statement.Amount amount)
        || !discourse.topics.statementsOf(discourse.topic()).contains(amount)) {
      return null;
    }
    Stage stage = DiscourseTopic.stageOf(amount.operand());
    return stage != null && stageFilter.test(stage) ? amount.operand() : null;
  }
}
