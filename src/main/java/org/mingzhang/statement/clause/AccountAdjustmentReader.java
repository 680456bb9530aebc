package org.mingzhang.statement.clause;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/** Reads the change of an account that is named between a verb and the amount: 压减一般性支出2,130万元. */
final class AccountAdjustmentReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AccountAdjustmentReader.class);
  private static final Pattern ADJUSTMENT_VERB = PATTERNS.get("adjusting");
  private static final Pattern BUDGET_ADJUSTMENT = PATTERNS.get("budget-adjustment");
  private static final Pattern ADDITION_VERB = PATTERNS.get("addition-verb");

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final AmountStatementBuilder amountBuilder;
  private final ChangeStatementBuilder changeBuilder;

  AccountAdjustmentReader(
      ClauseState clause,
      DiscourseState discourse,
      AmountStatementBuilder amountBuilder,
      ChangeStatementBuilder changeBuilder) {
    this.clause = clause;
    this.discourse = discourse;
    this.amountBuilder = amountBuilder;
    this.changeBuilder = changeBuilder;
  }

  /**
   * Adds the change of an amount in the open list of the parts of an adjustment:
   * 调增事项343万元，包括校舍改造62万元、管网更新96万元. Adds nothing if the phrase before the amount states a stage or
   * does not name exactly one account.
   *
   * @return whether a change was added
   */
  boolean addPartOfAdjustment(List<ProseToken.Numeral> numbers) {
    OpenList list = discourse.lists().innermostList();
    Direction direction = list == null ? null : list.adjustmentDirectionOfWhole();
    AmountPhrase part = discourse.readPhrase(clause.phraseTokens());
    if (direction == null || part.stage() != null || part.subjects().size() != 1) {
      return false;
    }
    changeBuilder.addChanges(false, part, numbers, List.of(direction));
    return true;
  }

  /**
   * Adds the funds by which the budget of an agency was raised during the year, named after the
   * verb, as a separate budget: 年中追加防汛应急资金150万元. The added funds do not become the topic, since the
   * budget and the expenditure stated next are those of the whole agency. Nothing is added if the
   * name is an account of the chart, since the amount is only a part of that account.
   *
   * @return whether the words before the amount are such a verb and a name
   */
  boolean readAddedFunds(ProseToken.Numeral number) {
    List<ProseToken> words = clause.phraseTokens();
    int verb = indexOfVerb(words);
    if (discourse.context.chart() == ChartOfAccounts.governments()
        || verb + 1 >= words.size()
        || !words.get(verb).isWordOfClass(WordClass.ADJUST)
        || !ADDITION_VERB.matcher(clause.text(words.get(verb))).find()) {
      return false;
    }
    AmountPhrase funds = discourse.readPhrase(words.subList(verb + 1, words.size()));
    if (funds.subjects().size() != 1 || funds.stage() != null) {
      return false;
    }
    discourse.hasBudgetAdjustment = true;
    Subject named = funds.subjects().getFirst();
    if (!named.isInChart() && !named.isDoubtful()) {
      amountBuilder.addBudgetKeepingTopic(named, number);
    }
    return true;
  }

  /**
   * The index of the first word that is not a time, a stage or a particle ({@link WordClass#LINK}).
   */
  private static int indexOfVerb(List<ProseToken> words) {
    int verb = 0;
    while (verb < words.size()
        && (words.get(verb).isWordOfClass(WordClass.LINK) || words.get(verb).isTimeOrStage())) {
      verb++;
    }
    return verb;
  }

  /**
   * Adds the change that a verb before the account states: 压减会议费、差旅费等一般性支出2,130万元. In an evaluation
   * the topic does not change. Adds nothing unless the words before the amount are such a verb,
   * possibly after a time or stage, and the name of one account.
   *
   * @return whether a change was added
   */
  boolean addChange(List<ProseToken.Numeral> numbers) {
    List<ProseToken> words = clause.phraseTokens();
    int verb = indexOfVerb(words);
    if (verb + 1 >= words.size()
        || !isReductionOrAdjustmentWord(words.get(verb))
        || !ADJUSTMENT_VERB.matcher(clause.text(words.get(verb))).matches()) {
      return false;
    }
    int from = verb + 1;
    for (int i = from; i + 1 < words.size(); i++) {
      from = words.get(i).isWordOfClass(WordClass.AND_OTHERS) ? i + 1 : from;
    }
    AmountPhrase account = discourse.readPhrase(words.subList(from, words.size()));
    if (account.subjects().size() != 1) {
      return false;
    }
    boolean up = clause.text(words.get(verb)).endsWith("增");
    if (BUDGET_ADJUSTMENT.matcher(clause.text(words.get(verb))).find()) {
      discourse.hasBudgetAdjustment = true;
      boolean ofProject = discourse.context.textEvaluatesProjects() && account.stage() == null;
      account = ofProject ? account.withStage(Stage.ADJUSTED_BUDGET) : account;
    }
    DiscourseTopic before = discourse.topic();
    DiscourseTopic next = discourse.topics.nextSentenceTopic();
    changeBuilder.addChanges(
        false, account, numbers, List.of(up ? Direction.INCREASE : Direction.DECREASE));
    if (discourse.context.textEvaluatesWhole()) {
      discourse.topics.setNextSentenceTopic(next);
      discourse.topics.setCurrentTopic(before);
    }
    return true;
  }

  private static boolean isReductionOrAdjustmentWord(ProseToken token) {
    return token.isWordOfAnyClass(WordClass.DOWN, WordClass.ADJUST);
  }
}
