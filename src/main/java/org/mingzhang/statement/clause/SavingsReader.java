package org.mingzhang.statement.clause;

import java.util.regex.Pattern;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.text.PatternTable;

/**
 * Reads an amount that was saved by the way in which something was bought, or against an estimate
 * of its cost, which is no change of the account before it: 慰问物资通过集中采购节约18.4万元, 较概算节约60万元.
 */
final class SavingsReader {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(SavingsReader.class);
  private static final Pattern SAVING_VERB = PATTERNS.get("saving-verb");
  private static final Pattern SAVED_BY_METHOD = PATTERNS.get("saved-by-method");
  private static final Pattern SAVED_AGAINST_ESTIMATE = PATTERNS.get("saved-against-estimate");

  /** Maximum number of characters before a verb that are searched for an estimate. */
  private static final int MAX_ESTIMATE_LENGTH = 24;

  private static final String SAVINGS_ACCOUNT =
      PATTERNS.getWords("savings-account").iterator().next();

  private final FoldedText foldedText;
  private final ClauseState clause;
  private final DiscourseState discourse;
  private final AmountStatementBuilder amountBuilder;

  SavingsReader(
      FoldedText foldedText,
      ClauseState clause,
      DiscourseState discourse,
      AmountStatementBuilder amountBuilder) {
    this.foldedText = foldedText;
    this.clause = clause;
    this.discourse = discourse;
    this.amountBuilder = amountBuilder;
  }

  /**
   * Reads a verb of saving and the amount after it, and clears the phrase, if the sentence compares
   * it with an estimate, or with nothing and the phrase says by which method it was saved.
   *
   * @return index after the amount, or -1 if the verb states a change
   */
  int read(int tokenIndex) {
    int number = clause.skipWordsBeforeNumber(tokenIndex + 1);
    boolean saved =
        number < clause.tokens().size()
            && clause.tokens().get(number).isMoney()
            && SAVING_VERB.matcher(clause.text(clause.tokens().get(tokenIndex))).lookingAt()
            && (isAgainstEstimate(clause.tokens().get(tokenIndex).start())
                || (discourse.sentence.comparisonBase == null
                    && SAVED_BY_METHOD.matcher(clause.phraseText()).find()));
    if (!saved) {
      return -1;
    }
    amountBuilder.addAmountOfAccount(
        Subject.ofUnlistedName(SAVINGS_ACCOUNT, null),
        (ProseToken.Numeral) clause.tokens().get(number));
    discourse.sentence.comparisonBase = null;
    clause.phraseTokens().clear();
    return number + 1;
  }

  private boolean isAgainstEstimate(int verb) {
    return SAVED_AGAINST_ESTIMATE
        .matcher(foldedText.text(Math.max(0, verb - MAX_ESTIMATE_LENGTH), verb))
        .find();
  }
}
