package org.mingzhang.statement;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Direction;

/**
 * Adds the changes of budgets by their adjustment (预算法第六十七条): 税收收入调减18,500万元, with the amounts
 * before and after it where the sentence states them.
 */
final class BudgetAdjustmentBuilder {
  private final DiscourseState discourse;
  private final QuantityReader quantities;

  BudgetAdjustmentBuilder(DiscourseState discourse, QuantityReader quantities) {
    this.discourse = discourse;
    this.quantities = quantities;
  }

  /**
   * Adds the change from the budget of an account to its adjusted budget.
   *
   * @return whether the phrase or the budget stated right before gives the account
   */
  boolean add(AmountPhrase phrase, Token.Numeral number, Direction direction) {
    Subject named =
        phrase.subjects().size() == 1 && phrase.subjects().getFirst().charted()
            ? phrase.subjects().getFirst()
            : null;
    boolean own = DiscourseState.namesSubject(phrase);
    Operand after = own ? null : lastAmount(1, Stage.ADJUSTED_BUDGET::equals);
    Operand before =
        own
            ? null
            : lastAmount(
                after == null ? 1 : 2, s -> s == Stage.BUDGET || s == Stage.INITIAL_BUDGET);
    Operand stated = after == null ? before : after;
    Subject subject =
        stated == null
            ? named
            : stated.subject().uniqueValue().filter(Subject::charted).orElse(null);
    boolean unrelated =
        after != null && before != null && !after.subject().equals(before.subject());
    if (subject == null || unrelated || (after != null && before == null)) {
      return false;
    }
    StageAndTime time =
        before == null
            ? discourse.resolveStageAndTime(phrase.withStage(Stage.BUDGET), null)
            : before.stageAndTime().uniqueValue().orElse(StageAndTime.UNKNOWN);
    Operand base =
        before == null
            ? new Operand(CandidateValues.of(subject), CandidateValues.of(time), null)
            : before;
    Operand adjusted =
        after == null
            ? new Operand(
                CandidateValues.of(subject),
                CandidateValues.of(time.withStage(Stage.ADJUSTED_BUDGET)),
                null)
            : after;
    List<Subject> subjects = List.of(subject);
    DiscourseTopic topic = named == null ? discourse.topic() : discourse.changeTopic(subjects);
    int index = discourse.statements.size();
    discourse.addStatement(
        new Change(discourse.clauseSpan, adjusted, base, direction, quantities.read(number), null),
        topic,
        subject,
        named != null);
    discourse.sentence.lastChanges = List.of(index);
    if (named != null) {
      discourse.sentence.subjects.addAll(subjects);
    }
    return true;
  }

  /**
   * The amount that is the last statement but {@code back - 1}, reasons aside, if its stage fits;
   * otherwise null.
   */
  private @Nullable Operand lastAmount(int back, Predicate<Stage> fits) {
    int at = discourse.statements.size();
    for (int left = back; at > 0 && left > 0; ) {
      at--;
      left -= discourse.statements.get(at) instanceof Statement.Reason ? 0 : 1;
    }
    if (at == discourse.statements.size() || !(discourse.statements.get(at) instanceof Statement.Amount amount)) {
      return null;
    }
    Stage stage = DiscourseTopic.stageOf(amount.operand());
    return stage != null && fits.test(stage) ? amount.operand() : null;
  }
}
