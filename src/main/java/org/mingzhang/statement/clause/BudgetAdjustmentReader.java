package org.mingzhang.statement.clause;

import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.QuantityReader;
import org.mingzhang.statement.token.WordClass;

/** Reads an amount by which a budget is raised or cut during the year: 税收收入调减18,500万元. */
final class BudgetAdjustmentReader {
  private static final String ADDED_TO_BUDGET = "ADDED";
  static final String CUT_FROM_BUDGET = "CUT";

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final BudgetAdjustmentBuilder adjustmentBuilder;

  BudgetAdjustmentReader(
      ClauseState clause,
      DiscourseState discourse,
      PhraseResolver phraseResolver,
      QuantityReader quantityReader) {
    this.clause = clause;
    this.discourse = discourse;
    this.adjustmentBuilder = new BudgetAdjustmentBuilder(discourse, phraseResolver, quantityReader);
  }

  /** Whether a word states an addition to a budget or a cut: 调增, 核减. */
  static boolean isAdjustment(ProseToken token) {
    return token instanceof ProseToken.Word word
        && word.type() == WordClass.ADJUST
        && (word.value().equals(ADDED_TO_BUDGET) || word.value().equals(CUT_FROM_BUDGET));
  }

  /**
   * Replaces a word for an adjustment by a word at the same place with the class {@link
   * WordClass#UP} or {@link WordClass#DOWN}. The caller must ensure that the word means an
   * adjustment; any other word becomes {@code DOWN}.
   */
  static ProseToken.Word toDirection(ProseToken.Word word) {
    WordClass direction = word.value().equals(ADDED_TO_BUDGET) ? WordClass.UP : WordClass.DOWN;
    return new ProseToken.Word(word.start(), word.end(), direction, word.value());
  }

  /**
   * Reads an amount by which the budget of one account is adjusted, 税收收入调减18,500万元 or
   * 年初预算9.60亿元，拟调减0.45亿元: the change from its budget to its adjusted budget.
   *
   * @return index after the amount; -1 if the clause states no such change
   */
  int read(ProseToken.Word word, int tokenIndex) {
    int j = clause.skipWordsBeforeNumber(tokenIndex + 1);
    if (!isAdjustment(word)
        || j >= clause.tokens().size()
        || !(clause.tokens().get(j) instanceof ProseToken.Numeral number)
        || number.measure() != Quantity.Measure.MONEY) {
      return -1;
    }
    AmountPhrase adjusted = discourse.readPhrase(clause.phraseTokens());
    if (clause.markBefore() == '；'
        && discourse.context.textEvaluatesWhole()
        && !DiscourseState.namesSubject(adjusted)) {
      // After a semicolon the whole of the list is adjusted, not its last part:
      // 其中特定目标类项目300万元；年中追加100万元.
      discourse.topics.returnToListWhole();
    }
    boolean added =
        adjustmentBuilder.addChangeToAdjustedBudget(
            adjusted,
            number,
            word.value().equals(ADDED_TO_BUDGET) ? Direction.INCREASE : Direction.DECREASE);
    if (!added) {
      OpenList list = discourse.lists().innermostList();
      if (!DiscourseState.namesSubject(adjusted)
          && list != null
          && list.isInline()
          && list.memberSubjects().size() > 1) {
        // An adjustment without a name belongs to the whole of several parts:
        // 其中低保60万元，救助40万元，后调减20万元.
        discourse.topics.returnToListWhole();
      }
      return -1;
    }
    discourse.hasBudgetAdjustment = true;
    clause.phraseTokens().clear();
    return j + 1;
  }
}
