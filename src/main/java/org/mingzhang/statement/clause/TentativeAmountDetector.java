package org.mingzhang.statement.clause;

import java.util.List;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.BudgetStages;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;

/**
 * Decides whether an amount is only planned, a limit, an approximation or excluded, by the words
 * before it, its brackets or its list. Words of planning are ignored in a text that states a
 * budget.
 */
final class TentativeAmountDetector {
  private static final String AMOUNT_OF_SEVERAL_YEARS = "SEVERAL_YEARS";
  private static final String BUDGET_OF_YEARS = "BUDGET_OF_YEARS";
  private final ClauseState clause;
  private final DiscourseState discourse;

  TentativeAmountDetector(ClauseState clause, DiscourseState discourse) {
    this.clause = clause;
    this.discourse = discourse;
  }

  /**
   * Whether the words before the amount mark it as planned, as a limit, as approximate or as
   * excluded.
   */
  boolean isTentative() {
    if (discourse.brackets().amountsInBracketAreExcluded()
        || isStatedOnlyAsExcluded()
        || belongsToOtherCountedYear()) {
      return true;
    }
    boolean budget =
        BudgetStages.isBudget(discourse.context.stageAndTime().stage()) || isBudgetOfLaterYear();
    if (isPlannedForEvaluatedYear()) {
      return false;
    }
    OpenList list = discourse.lists().innermostList();
    if (list != null && list.isInline() && list.isWholePlanned) {
      return true;
    }
    for (int i = 0; i < clause.phraseTokens().size(); i++) {
      ProseToken token = clause.phraseTokens().get(i);
      int wordsAfter = clause.phraseTokens().size() - 1 - i;
      boolean planned =
          token.isWordOfClass(WordClass.PLAN) && (!budget || denotesAmountOfSeveralYears(token));
      if ((planned && (i < 2 || wordsAfter < 3))
          || (wordsAfter < 3
              && token.isWordOfAnyClass(WordClass.THRESHOLD, WordClass.UP, WordClass.DOWN))
          || (wordsAfter == 0 && token.isWordOfClass(WordClass.APPROXIMATE))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the clause says only that the amount is not a part of an account, 共计68.42万元，不属于三公经费,
   * and does not name the amount itself.
   */
  private boolean isStatedOnlyAsExcluded() {
    return clause.phraseTokens().stream().anyMatch(t -> t.isWordOfClass(WordClass.NOT_PART))
        || (discourse.clauseContext.nextClauseExcludesAmount()
            && !DiscourseState.namesSubject(discourse.readPhrase(clause.phraseTokens())));
  }

  /**
   * Whether an amount without a time of its own belongs to another year than the document, of which
   * the sentence has counted things: in a budget, the results of an earlier year,
   * 2023年检查机构60家，查处违规金额13万元，2024年预算20万元, and in a report, the plans of a later one,
   * 2025年计划建设5万亩，亩均2200元.
   */
  private boolean belongsToOtherCountedYear() {
    Integer own = discourse.context.stageAndTime().year();
    Integer counted = discourse.sentence.yearOfCount;
    if (own == null
        || counted == null
        || counted.equals(own)
        || counted < own != BudgetStages.isBudget(discourse.context.stageAndTime().stage())) {
      return false;
    }
    AmountPhrase phrase = discourse.readPhrase(clause.phraseTokens());
    return phrase.stage() == null
        && phrase.years().isEmpty()
        && (phrase.subjects().size() == 1 || (counted > own && phrase.isPerHead()))
        && phrase.subjects().stream().noneMatch(Subject::isInChart);
  }

  /**
   * Whether the amount is what an evaluated project was to cost or receive in the year of the
   * report, and so its budget: 计划总投资460万元，其中：中央资金320万元, 2022年计划投入资金460万元.
   */
  private boolean isPlannedForEvaluatedYear() {
    return discourse.context.textEvaluatesProjects()
        && clause.phraseTokens().stream()
            .anyMatch(
                t ->
                    t instanceof ProseToken.Word word
                        && (discourse.clauseContext.nextClauseNamesParts()
                            ? word.isTotalProjectCost() || word.isPlannedAmount()
                            : word.isPlannedAmount()
                                && (namesYearOfReport() || isPartOfProjectMoney())));
  }

  /** Whether the open list within the sentence is one of parts of the project's money. */
  private boolean isPartOfProjectMoney() {
    OpenList list = discourse.lists().innermostList();
    Subject whole = list == null || !list.isInline() ? null : list.wholeSubject();
    return whole != null && AccountNameResolver.isFundingOfNamedProject(whole);
  }

  private boolean namesYearOfReport() {
    Integer year = discourse.context.stageAndTime().year();
    return clause.phraseTokens().stream()
        .anyMatch(t -> t instanceof ProseToken.Time time && time.years().equals(List.of(year)));
  }

  /** Whether a word says that an amount is only planned, and so are its parts. */
  boolean isPlanWord(ProseToken token) {
    return token instanceof ProseToken.Word word
        && word.type() == WordClass.PLAN
        && !denotesAmountOfSeveralYears(word)
        && !clause.saysMoneyWasReceived(word);
  }

  /**
   * Whether a government report on one year states the budget of a later year that its title names:
   * 2022年预算执行情况和2023年预算草案.
   */
  private boolean isBudgetOfLaterYear() {
    StageAndTime report = discourse.context.stageAndTime();
    Integer year = report.year();
    int budgeted =
        clause.phraseTokens().stream()
            .filter(t -> t instanceof ProseToken.Time time && time.years().size() == 1)
            .map(t -> ((ProseToken.Time) t).years().getFirst())
            .findFirst()
            .orElse(discourse.referenceYear());
    return year != null
        && report.stage() == Stage.EXECUTION
        && discourse.context.chart() == ChartOfAccounts.governments()
        && budgeted > year
        && discourse.context.title().contains(budgeted + "年")
        && clause.phraseTokens().stream().anyMatch(ProseToken::isNameLike);
  }

  /**
   * Whether a word denotes the cost of a project over all years, or amounts added up over several
   * years, which are not amounts of one year.
   */
  private static boolean denotesAmountOfSeveralYears(ProseToken token) {
    return token instanceof ProseToken.Word word
        && (word.isTotalProjectCost()
            || word.value().equals(AMOUNT_OF_SEVERAL_YEARS)
            || isBudgetOfYears(word));
  }

  /** Whether a word denotes a budget of several years, so that its parts are budgets too. */
  static boolean isBudgetOfYears(ProseToken token) {
    return token.isWord(WordClass.PLAN, BUDGET_OF_YEARS);
  }

  /**
   * Whether the amount belongs to a part of the change stated before, as the words of the first
   * part in the list show: 支出增加52.12万元，其中：增加扶贫支出27.10万元、人员经费8.86万元. Also remembers for the next
   * amount whether the list names parts of a change, so it must be called exactly once for each
   * amount.
   */
  boolean isPartOfChange() {
    boolean increment =
        discourse.sentence.statesChange
            && clause.phraseTokens().stream()
                .anyMatch(t -> t.isWordOfAnyClass(WordClass.UP, WordClass.DOWN));
    discourse.sentence.listsPartsOfChange =
        increment || (discourse.markBefore == '、' && discourse.sentence.listsPartsOfChange);
    return discourse.markBefore == '、'
        && discourse.sentence.listsPartsOfChange
        && clause.phraseTokens().stream()
            .noneMatch(t -> t.isWordOfAnyClass(WordClass.UP, WordClass.DOWN, WordClass.ADJUST));
  }
}
