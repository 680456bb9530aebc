package org.mingzhang.statement.clause;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.InheritedContext;

/**
 * Subject, stage and time of the whole of the last list. Kept after its sentence, because the next
 * sentence may continue the list.
 *
 * @param subject what the list divides; null if it divides no single subject
 */
record ListWhole(@Nullable Subject subject, StageAndTime stageAndTime) {
  /** The whole of a list that is opened; empty if its stage and time are uncertain. */
  static Optional<ListWhole> ofList(OpenList list, InheritedContext context) {
    return Optional.ofNullable(list.stageAndTimeOfWhole(context.stageAndTime().stage()))
        .map(time -> new ListWhole(list.wholeSubject(), time));
  }

  /**
   * A copy with the stage and time of a later amount of the same subject,
   * 实际采购金额34226.88万元，货物类8874.31万元; the whole itself if the amount is of another subject or of no
   * certain time.
   */
  ListWhole withStageAndTimeOf(Statement.Amount amount, Subject ofSubject) {
    return subject != null && subject.isSameAs(ofSubject)
        ? amount
            .operand()
            .stageAndTime()
            .uniqueValue()
            .map(time -> new ListWhole(subject, time))
            .orElse(this)
        : this;
  }

  /** Whether a phrase names an account within the whole and states neither stage nor year. */
  boolean includesAccountOf(AmountPhrase phrase, InheritedContext context) {
    Optional<Account> whole =
        subject == null ? Optional.empty() : context.chart().findAccount(subject.account());
    return whole.isPresent()
        && phrase.years().isEmpty()
        && phrase.stage() == null
        && phrase.subjects().size() == 1
        && context
            .chart()
            .findAccount(phrase.subjects().getFirst().account())
            .filter(a -> !a.equals(whole.get()) && context.chart().isWithin(a, whole.get()))
            .isPresent();
  }
}
