package org.mingzhang.statement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.token.BudgetStages;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.QuantityReader;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Reads completion rates of a budget, 完成年初预算的94.2%, adds them as statements and clears the phrase.
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
   * Index of the percentage in 完成 budget [amount] 的 percent, if such words start at {@code from}; 0
   * otherwise.
   */
  int findPercent(int from) {
    ProseToken token = clause.tokens().get(from);
    boolean done =
        token.isWordOfClass(WordClass.LINKING_VERB)
            || (token.isWordOfClass(WordClass.RESPECTIVELY) && clause.text(token).endsWith("为"))
            || (token instanceof ProseToken.Word w && COMPLETION_VERBS.contains(clause.text(w)));
    if (!done && !token.isWordOfClass(WordClass.SHARE)) {
      return 0;
    }
    boolean budget = false;
    for (int j = from + 1; j < clause.tokens().size(); j++) {
      ProseToken next = clause.tokens().get(j);
      if (next instanceof ProseToken.Numeral number) {
        if (number.measure() == Quantity.Measure.PERCENT) {
          return budget || (j == from + 1 && isBudgetCompletion(token)) ? j : 0;
        }
        if (!budget || number.measure() != Quantity.Measure.MONEY) {
          return 0;
        }
      } else if (next.isWordOfClass(WordClass.STAGE)) {
        budget |= BudgetStages.isBudget(BudgetStages.parse(((ProseToken.Word) next).value()));
      } else if (next instanceof ProseToken.Name && !token.isWordOfClass(WordClass.SHARE)) {
        String name = clause.text(next);
        budget |= name.endsWith("预算") || name.endsWith("预算数");
      } else if (!mayBeWithinCompletionPhrase(next)
          && !(next instanceof ProseToken.Text && clause.endsApproval(j + 1))) {
        return 0;
      }
    }
    return 0;
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
   * Reads a completion rate whose percentage is at index {@code percentIndex}.
   *
   * @return index of the next token
   */
  int read(int tokenIndex, int percentIndex) {
    List<ProseToken> budget = new ArrayList<>();
    Quantity amount = null;
    for (ProseToken token : clause.tokens().subList(tokenIndex + 1, percentIndex)) {
      if (token instanceof ProseToken.Numeral number) {
        amount = quantityReader.read(number);
      } else {
        budget.add(token);
      }
    }
    ClauseState.NumberSequence run = clause.readNumberSequence(percentIndex, Direction.UNSPECIFIED);
    boolean distributed = clause.isDistributed(tokenIndex, percentIndex, run);
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
