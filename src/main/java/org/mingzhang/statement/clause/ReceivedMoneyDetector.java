package org.mingzhang.statement.clause;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.text.PatternTable;

/**
 * Recognizes an amount that the evaluated project received and that its words name only by its
 * kind. Reads the clause that is being parsed and does not change its state.
 */
final class ReceivedMoneyDetector {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ReceivedMoneyDetector.class);
  private static final Pattern GENERIC_FUNDS = PATTERNS.get("generic-funds");
  private static final Pattern RECEIVED_FUNDS = PATTERNS.get("received-funds");
  private static final Pattern RECEIVED_SUFFIX = PATTERNS.get("received-after");

  private final ClauseState clause;
  private final DiscourseState discourse;

  ReceivedMoneyDetector(ClauseState clause, DiscourseState discourse) {
    this.clause = clause;
    this.discourse = discourse;
  }

  /**
   * Whether words before an amount say only that the evaluated project received it: 实际到位126万元,
   * 项目资金到位126万元. False if they also name a source: 中央资金到位80万元.
   */
  boolean isReceiptByProject(List<ProseToken> words) {
    return discourse.context.textEvaluatesProjects()
        && !words.isEmpty()
        && words.stream().noneMatch(AmountNameFinder::mayNamePart)
        && Lexicon.standard()
            .receivedFundsAccount()
            .equals(Lexicon.standard().accountOfProjectMoney(clause.text(words.getLast())));
  }

  /**
   * Whether the words around an amount say that the evaluated project received it, and name it only
   * by its kind: 收到补助资金90万元, 补助资金90万元已全部到位.
   *
   * @param next index after the amount
   */
  boolean isReceiptOfGenericFunds(int next) {
    List<ProseToken> words =
        clause.phraseTokens().stream().filter(t -> !(t instanceof ProseToken.Time)).toList();
    if (words.isEmpty()
        || !discourse.context.textEvaluatesProjects()
        || !discourse.lists().isOutsideSentenceList()) {
      return false;
    }
    String phrase = clause.text(words.getFirst(), words.getLast());
    String after =
        next < clause.tokens().size()
            ? clause.text(clause.tokens().get(next), clause.tokens().getLast())
            : "";
    return RECEIVED_FUNDS.matcher(phrase).matches()
        || (RECEIVED_SUFFIX.matcher(after).matches() && GENERIC_FUNDS.matcher(phrase).matches());
  }
}
