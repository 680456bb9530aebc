package org.mingzhang.statement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.token.BudgetStages;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.QuantityReader;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Reads completion rates of a budget, 完成年初预算的94.2% or 为年初预算的1.2倍, adds them as statements and
 * clears the phrase.
 */
final class CompletionRateReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(CompletionRateReader.class);
  private static final Set<String> COMPLETION_VERBS = PATTERNS.getWords("completes");

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final QuantityReader quantityReader;
  private final RateStatementBuilder rateBuilder;

  CompletionRateReader(
      ClauseState clause,
      DiscourseState discourse,
      QuantityReader quantityReader,
      RateStatementBuilder rateBuilder) {
    this.clause = clause;
    this.discourse = discourse;
    this.quantityReader = quantityReader;
    this.rateBuilder = rateBuilder;
  }

  /**
   * Index of the percentage or multiple in 完成 budget [amount] 的 percent, if this construction
   * starts at {@code from}; 0 otherwise.
   */
  int findPercent(int from) {
    ProseToken token = clause.tokens().get(from);
    boolean done =
        token.isWordOfClass(WordClass.LINKING_VERB)
            || (token.isWordOfClass(WordClass.RESPECTIVELY) && clause.text(token).endsWith("为"))
            || (token instanceof ProseToken.Word w && COMPLETION_VERBS.contains(clause.text(w)));
    if (done || (token.isWordOfClass(WordClass.SHARE) && !rateBuilder.isShareOfPlannedWhole())) {
      return findPercentOfBudget(from + 1, token);
    }
    return from == 0 && followsCompletion() ? findFinalPercent(token) : 0;
  }

  /** Whether the clause may state the rate of a further budget without 完成. */
  private boolean followsCompletion() {
    return "，、".indexOf(clause.markBefore()) >= 0
        && !discourse.statements.isEmpty()
        && discourse.statements.getLast() instanceof Statement.Completion;
  }

  /**
   * Index of the percentage that ends the clause if the rest of the clause, from its first token
   * on, names its budget: 调整预算的99.1%; otherwise 0.
   */
  private int findFinalPercent(ProseToken first) {
    int percent = isBudgetStage(first) ? findPercentOfBudget(0, first) : 0;
    return percent + 1 == clause.tokens().size() ? percent : 0;
  }

  /**
   * Index of the percentage in budget [amount] 的 percent, if such words start at {@code from}; 0
   * otherwise.
   *
   * @param opening the word before these words, or their first word
   */
  private int findPercentOfBudget(int from, ProseToken opening) {
    boolean budget = false;
    for (int j = from; j < clause.tokens().size(); j++) {
      ProseToken next = clause.tokens().get(j);
      if (next instanceof ProseToken.Numeral number) {
        if (number.measure() == Quantity.Measure.TIMES && budget) {
          return j;
        }
        if (number.measure() == Quantity.Measure.PERCENT) {
          return budget || (j == from && isBudgetCompletion(opening)) ? j : 0;
        }
        if (!budget || number.measure() != Quantity.Measure.MONEY) {
          return 0;
        }
      } else if (next.isWordOfClass(WordClass.STAGE)) {
        budget |= isBudgetStage(next);
      } else if (next instanceof ProseToken.Name && !opening.isWordOfClass(WordClass.SHARE)) {
        String name = clause.text(next);
        budget |= name.endsWith("预算") || name.endsWith("预算数");
      } else if (!mayBeWithinCompletionPhrase(next)
          && !(next instanceof ProseToken.Text && clause.endsApproval(j + 1))) {
        return 0;
      }
    }
    return 0;
  }

  private static boolean isBudgetStage(ProseToken token) {
    return token instanceof ProseToken.Word word
        && word.isWordOfClass(WordClass.STAGE)
        && BudgetStages.isBudget(BudgetStages.parse(word.value()));
  }

  /**
   * Whether 完成 with a percentage in a separate clause is the completion rate of the budget before
   * it: 决算1.85万元，预算2.00万元，完成92.50%.
   */
  private boolean isBudgetCompletion(ProseToken verb) {
    return clause.tokens().size() == 2
        && clause.text(verb).equals("完成")
        && discourse.topic().hasBudget();
  }

  /** Whether a token may be between 完成 and the percentage. */
  private static boolean mayBeWithinCompletionPhrase(ProseToken token) {
    return token instanceof ProseToken.Time
        || token.isWordOfAnyClass(
            WordClass.YEAR,
            WordClass.SCOPE,
            WordClass.LINK,
            WordClass.NOUN,
            WordClass.RATIO,
            WordClass.VERB,
            WordClass.LINKING_VERB,
            WordClass.FUND,
            WordClass.RESPECTIVELY,
            WordClass.EQUALLY);
  }

  /**
   * Reads a completion rate whose percentage is at index {@code percentIndex}, and the rates of
   * further budgets that a conjunction adds to it: 完成年初预算的109.5%、调整预算的99.1%.
   *
   * @return index of the next token
   */
  int read(int tokenIndex, int percentIndex) {
    boolean opensWithBudget = isBudgetStage(clause.tokens().get(tokenIndex));
    int end = readRate(opensWithBudget ? tokenIndex : tokenIndex + 1, percentIndex);
    while (end + 1 < clause.tokens().size()
        && clause.tokens().get(end).isConjunction()
        && isBudgetStage(clause.tokens().get(end + 1))) {
      int percent = findPercentOfBudget(end + 1, clause.tokens().get(end));
      if (percent == 0) {
        break;
      }
      end = readRate(end + 1, percent);
    }
    return end;
  }

  private int readRate(int budgetIndex, int percentIndex) {
    List<ProseToken> budget = new ArrayList<>();
    Quantity amount = null;
    for (ProseToken token : clause.tokens().subList(budgetIndex, percentIndex)) {
      if (token instanceof ProseToken.Numeral number) {
        amount = quantityReader.read(number);
      } else {
        budget.add(token);
      }
    }
    ClauseState.NumberSequence run = clause.readNumberSequence(percentIndex, Direction.UNSPECIFIED);
    boolean distributed = clause.isDistributed(Math.max(0, budgetIndex - 1), percentIndex, run);
    rateBuilder.addCompletionRates(
        distributed,
        discourse.readPhrase(clause.phraseTokens()),
        discourse.readPhrase(budget),
        amount,
        run.numbers());
    clause.phraseTokens().clear();
    return run.end();
  }
}
