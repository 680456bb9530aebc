package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.CandidateValues;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.Completion;
import org.mingzhang.statement.Statement.Share;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.Lexicon;

/**
 * Adds percentages of the money that an evaluated project received (到位资金). Such a percentage is the
 * rate at which the money was spent, 支出90万元，占到位资金的94.5%, or the share of one source,
 * 上级补助到位40万元，占到位资金的50%. Confined to one thread and one discourse.
 */
final class ReceivedMoneyShareBuilder {
  private final DiscourseState discourse;

  ReceivedMoneyShareBuilder(DiscourseState discourse) {
    this.discourse = discourse;
  }

  /**
   * Adds the statement of a percentage. Adds nothing and returns false if its whole is not the
   * money received, or if its subject is a member of a list, whose share is read as any other
   * share.
   *
   * @param whole the phrase of the whole
   * @param wholeAmount the amount printed for the whole, or null
   * @param subject what the percentage is of
   * @param spent gives what was spent, if the percentage is the rate of that
   */
  boolean tryAdd(
      AmountPhrase whole,
      @Nullable Quantity wholeAmount,
      Subject subject,
      Supplier<Operand> spent,
      Quantity percentage) {
    if (!isReceivedMoney(whole)) {
      return false;
    }
    Subject received = whole.subjects().getFirst();
    Optional<Operand> source = findLastAmountOf(received);
    if (source.isPresent()) {
      Operand all =
          new Operand(CandidateValues.unknown(), source.get().stageAndTime(), wholeAmount);
      discourse.statements.add(new Share(discourse.clauseSpan, source.get(), all, percentage));
      return true;
    }
    if (isListMember(subject)) {
      return false;
    }
    addRate(spent.get(), received, percentage);
    return true;
  }

  private boolean isReceivedMoney(AmountPhrase whole) {
    return discourse.context.textEvaluatesProjects()
        && whole.subjects().size() == 1
        && whole.subjects().getFirst().account().equals(Lexicon.standard().receivedFundsAccount());
  }

  /** The last statement, if it is an amount of an account. */
  private Optional<Operand> findLastAmountOf(Subject account) {
    List<Statement> statements = discourse.statements;
    return statements.reversed().stream()
        .limit(1)
        .flatMap(s -> s instanceof Amount amount ? Stream.of(amount.operand()) : Stream.empty())
        .filter(
            o ->
                o.subject()
                    .uniqueValue()
                    .filter(last -> last.account().equals(account.account()))
                    .isPresent())
        .findFirst();
  }

  private boolean isListMember(Subject subject) {
    OpenList list = discourse.lists().innermostList();
    return list != null && list.memberSubjects().stream().anyMatch(subject::isSameAs);
  }

  private void addRate(Operand spent, Subject received, Quantity percentage) {
    Operand amount = discourse.statedTopics.findLatestAmount(received);
    Operand base =
        amount == null
            ? new Operand(CandidateValues.of(received), spent.stageAndTime(), null)
            : amount;
    discourse.statements.add(new Completion(discourse.clauseSpan, spent, base, percentage));
  }
}
