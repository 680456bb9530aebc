package org.mingzhang.statement.clause;

import java.util.List;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;

/**
 * Reads the percentages of a sentence that has announced their kind, 三项所占比重依次为：, and the
 * announcement itself.
 */
final class AnnouncedRateReader {
  private final ClauseState clause;
  private final DiscourseState discourse;
  private final PhraseResolver phraseResolver;
  private final RateStatementBuilder rateBuilder;

  AnnouncedRateReader(
      ClauseState clause,
      DiscourseState discourse,
      PhraseResolver phraseResolver,
      RateStatementBuilder rateBuilder) {
    this.clause = clause;
    this.discourse = discourse;
    this.phraseResolver = phraseResolver;
    this.rateBuilder = rateBuilder;
  }

  /**
   * Reads a clause that announces percentages for the names in the next clauses, 三项所占比重依次为：, or
   * that names an account and its rate, which makes the account the topic: （1）公用经费控制率：,
   * （2）“三公”经费控制率（5分）。
   */
  void readAnnouncement() {
    boolean label = clause.opensItem() && "(。".indexOf(clause.markAfter()) >= 0;
    if (clause.hasNumber() || (clause.markAfter() != '：' && !label)) {
      return;
    }
    if (namesRateOfAccount()) {
      discourse.changeTopic(
          phraseResolver.resolveSubjects(discourse.readPhrase(clause.tokens().subList(0, 1))));
      clause.phraseTokens().clear();
      return;
    }
    if (label) {
      return;
    }
    for (WordClass kind : List.of(WordClass.RATIO, WordClass.COMPLETION_RATE)) {
      if (clause.tokens().stream().anyMatch(t -> t.isWordOfClass(kind))) {
        discourse.sentence.announcedRateClass = kind;
        clause.phraseTokens().clear();
      }
    }
  }

  /** Whether a clause consists of an account and the name of a rate: （1）公用经费控制率：. */
  private boolean namesRateOfAccount() {
    return clause.tokens().size() == 2
        && clause.tokens().getFirst() instanceof ProseToken.Name
        && clause.tokens().getLast().isWordOfClass(WordClass.COMPLETION_RATE);
  }

  /**
   * Whether a number is a percentage announced by the sentence and follows the name to which it
   * belongs.
   */
  boolean isAnnounced(ProseToken.Numeral number) {
    return discourse.sentence.announcedRateClass != null
        && number.measure() == Quantity.Measure.PERCENT
        && DiscourseState.namesSubject(discourse.readPhrase(clause.phraseTokens()));
  }

  /**
   * Reads a percentage that the sentence has announced.
   *
   * @return index of the next token
   */
  int readRate(ProseToken.Numeral number, int tokenIndex) {
    AmountPhrase part = discourse.readPhrase(clause.phraseTokens());
    if (discourse.sentence.announcedRateClass == WordClass.RATIO) {
      rateBuilder.addShares(false, part, AmountPhrase.EMPTY, null, List.of(number));
    } else {
      rateBuilder.addCompletionRates(false, part, AmountPhrase.EMPTY, null, List.of(number));
    }
    clause.phraseTokens().clear();
    return tokenIndex + 1;
  }
}
