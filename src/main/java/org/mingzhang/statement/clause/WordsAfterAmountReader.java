package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Set;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;

/**
 * Decides whether the words after an amount name it, up to the end of the clause. Reads the clause
 * that is being parsed and does not change its state.
 */
final class WordsAfterAmountReader {
  /** Verbs between an amount and the name after it: 1126万元为基本收入. */
  private static final Set<String> COPULAS = Set.of("为", "是", "系");

  /** Maximum number of tokens of a name that directly follows its amount: 200万元专项资金. */
  private static final int MAX_TOKENS_OF_ADJACENT_NAME = 2;

  /** Value of the lexicon's verbs for the remainder of an amount. */
  private static final String REST_OF_AMOUNT = "REST";

  private final ClauseState clause;
  private final DiscourseState discourse;

  WordsAfterAmountReader(ClauseState clause, DiscourseState discourse) {
    this.clause = clause;
    this.discourse = discourse;
  }

  /**
   * The name after an amount, directly or after a verb, 200万元专项资金, 其中510万元为中央资金; empty if there is
   * none. After a verb, the name is read only if no words before the amount name it.
   *
   * @param nextIndex index after the amount
   */
  List<ProseToken> findName(int nextIndex) {
    List<ProseToken> rest = wordsFrom(nextIndex);
    if (rest.isEmpty()
        || rest.stream().anyMatch(WordsAfterAmountReader::endsName)
        || namesSeveral(rest)) {
      return List.of();
    }
    boolean equated =
        rest.size() > 1
            && COPULAS.contains(clause.text(rest.getFirst()))
            && clause.phraseTokens().stream()
                .allMatch(t -> t.isWordOfClass(WordClass.OF_WHICH) || isWordForRemainder(t));
    boolean adjacent =
        rest.size() <= MAX_TOKENS_OF_ADJACENT_NAME
            && !rest.getFirst().isWordOfClass(WordClass.LINKING_VERB);
    String last = clause.text(rest.getLast());
    boolean money =
        discourse.phraseReader.hasAccountEnding(last)
            || (equated && Lexicon.standard().hasEnding(WordClass.PAYMENT, last));
    return (equated || adjacent) && money ? rest : List.of();
  }

  /** Whether words name several accounts or funds: 为一般公共预算和国有资本经营预算. */
  private static boolean namesSeveral(List<ProseToken> words) {
    return words.stream().anyMatch(ProseToken::isConjunction)
        && words.stream()
                .filter(t -> t instanceof ProseToken.Name || t.isWordOfClass(WordClass.FUND))
                .count()
            > 1;
  }

  /**
   * The name after an amount and a verb, without the verb, if the phrase reader would find no name
   * in the words but only 收入 or 支出: 690万元为项目预算收入. Empty for other words.
   *
   * @param nextIndex index after the amount
   */
  List<ProseToken> findUnlistedNameAfterCopula(int nextIndex) {
    List<ProseToken> name = findName(nextIndex);
    return name.size() > 2
            && COPULAS.contains(clause.text(name.getFirst()))
            && discourse.readPhrase(name).subjects().isEmpty()
        ? name.subList(1, name.size())
        : List.of();
  }

  /**
   * Whether the words after an amount name it as a part of the open list: 其中15万元上缴市总工会，24万元本级使用.
   *
   * @param nextIndex index after the amount
   */
  boolean isPartNamedAfterAmount(int nextIndex) {
    List<ProseToken> rest = wordsFrom(nextIndex);
    return discourse.lists().innermostList() != null
        && clause.phraseTokens().stream().allMatch(t -> t.isWordOfClass(WordClass.OF_WHICH))
        && rest.stream().anyMatch(ProseToken.Text.class::isInstance)
        && rest.stream().allMatch(WordsAfterAmountReader::mayBePartOfName);
  }

  /**
   * Whether the words after an amount say what has not been done with it, 年末仍有416万元未缴入国库, while the
   * words before it name no account and only say that it exists.
   *
   * @param nextIndex index after the amount
   */
  boolean isNamedByOmission(int nextIndex) {
    List<ProseToken> words = clause.phraseTokens();
    List<ProseToken> rest = wordsFrom(nextIndex);
    return !rest.isEmpty()
        && !words.isEmpty()
        && clause.text(words.getLast()).equals("有")
        && words.stream().noneMatch(ProseToken.Name.class::isInstance)
        && clause.text(rest.getFirst()).startsWith("未")
        && rest.stream().allMatch(WordsAfterAmountReader::mayBePartOfName);
  }

  /** Whether a word says that an amount is the remainder of another one: 其余. */
  static boolean isWordForRemainder(ProseToken token) {
    return token.isWord(WordClass.VERB, REST_OF_AMOUNT);
  }

  private List<ProseToken> wordsFrom(int index) {
    List<ProseToken> tokens = clause.tokens();
    return tokens.subList(Math.min(index, tokens.size()), tokens.size());
  }

  /** Whether a token cannot stand in a name: a number, a purpose, a reason or a comparison. */
  private static boolean endsName(ProseToken token) {
    return token instanceof ProseToken.Numeral
        || token.isWordOfAnyClass(
            WordClass.PURPOSE, WordClass.CAUSE, WordClass.COMPARISON_START, WordClass.SHARE);
  }

  /** Whether a token may be part of a name and starts no predicate. */
  private static boolean mayBePartOfName(ProseToken token) {
    return token instanceof ProseToken.Text
        || token instanceof ProseToken.Name
        || token.isWordOfAnyClass(
            WordClass.VERB,
            WordClass.SCOPE,
            WordClass.SUM,
            WordClass.WITHIN,
            WordClass.LINK,
            WordClass.NOUN);
  }
}
