package org.mingzhang.statement.clause;

import java.util.List;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;

/**
 * Decides whether 用于 names a use of money that has an amount of its own, as in notices on lottery
 * funds and donations: （一）本级彩票公益金用于群众体育支出286.41万元。其中：用于援建体育场地174.31万元. Elsewhere the words after 用于
 * are the purpose of an amount before them. Reads the clause that is being parsed and does not
 * change its state.
 */
final class UseOfMoneyDetector {
  /** The word for a use; 主要用于 names only the main uses. */
  private static final String SPENT_ON = "用于";

  private final ClauseState clause;
  private final DiscourseState discourse;

  UseOfMoneyDetector(ClauseState clause, DiscourseState discourse) {
    this.clause = clause;
    this.discourse = discourse;
  }

  /**
   * Whether only a name and its amount follow a word for a use that begins a sentence, a list item
   * or a part of a list, or that follows a source of money without a name in the chart.
   *
   * @param tokenIndex index of the word for the use
   */
  boolean introducesUseWithAmount(int tokenIndex) {
    List<ProseToken> words = clause.tokens();
    if (!clause.text(words.get(tokenIndex)).equals(SPENT_ON) || !isNameWithAmount(tokenIndex + 1)) {
      return false;
    }
    List<ProseToken> source = clause.phraseTokens();
    boolean begins = source.stream().allMatch(ProseToken::isTimeOrStage);
    boolean separate = clause.opensSentence() || clause.markBefore() == '；';
    boolean listed = discourse.lists().innermostList() != null;
    if (begins) {
      return (separate || (listed && clause.markBefore() == '：'))
          && (listed || !namesAccountOfChart(words.subList(tokenIndex + 1, words.size() - 1)));
    }
    return clause.opensSentence()
        && isNameOfMoney(clause.text(source.getLast()))
        && !namesAccountOfChart(source)
        && !namesAccountOfChart(words.subList(tokenIndex + 1, words.size() - 1));
  }

  /**
   * The words between 用于 and its amount, if they are the name of a use that the chart does not
   * have; verbs belong to it: 体育赛事组织. Empty for other amounts.
   *
   * @param amountIndex index of the amount
   */
  List<ProseToken> findNameOfUse(int amountIndex) {
    List<ProseToken> words = clause.phraseTokens();
    int from = amountIndex - words.size();
    if (words.isEmpty()
        || from < 1
        || !clause.text(clause.tokens().get(from - 1)).equals(SPENT_ON)
        || !clause.tokens().get(from).equals(words.getFirst())
        || namesAccountOfChart(words)) {
      return List.of();
    }
    int first = 0;
    while (first < words.size() - 1
        && words.get(first).isWordOfAnyClass(WordClass.LINK, WordClass.YEAR)) {
      first++;
    }
    return List.copyOf(words.subList(first, words.size()));
  }

  /** Whether the rest of the clause is a name and one amount of money after it. */
  private boolean isNameWithAmount(int from) {
    List<ProseToken> rest = clause.tokens().subList(from, clause.tokens().size());
    return rest.size() > 1
        && rest.getLast().isMoney()
        && rest.subList(0, rest.size() - 1).stream().allMatch(UseOfMoneyDetector::mayStandInName)
        && rest.stream().anyMatch(ProseToken::isNameLike);
  }

  private static boolean mayStandInName(ProseToken token) {
    return token.isNameLike()
        || token.isConjunction()
        || token.isWordOfAnyClass(
            WordClass.YEAR,
            WordClass.WITH,
            WordClass.LINK,
            WordClass.VERB,
            WordClass.NOUN,
            WordClass.SCOPE,
            WordClass.SUM);
  }

  /** Whether a name ends in a word for an account or a payment. */
  private static boolean isNameOfMoney(String name) {
    return Lexicon.standard().hasEnding(WordClass.ACCOUNT, name)
        || Lexicon.standard().hasEnding(WordClass.PAYMENT, name);
  }

  private boolean namesAccountOfChart(List<ProseToken> words) {
    return discourse.readPhrase(words).subjects().stream().anyMatch(Subject::isInChart);
  }
}
