package org.mingzhang.statement;

import java.util.List;
import java.util.Set;

/**
 * Decides whether a clause ends the reason or purpose that an earlier clause has opened, so that
 * its amounts are those of the topic again. To be asked only for a clause with tokens while {@link
 * SentenceState#reason} is set.
 */
final class ReasonEndDetector {
  /** Units of guests and their visits. */
  private static final Set<String> GUESTS = Set.of("批次", "人次", "批");

  private final ClauseState clause;
  private final Discourse discourse;
  private final RateReader rates;
  private final ConnectiveReader connectives;

  ReasonEndDetector(
      ClauseState clause, Discourse discourse, RateReader rates, ConnectiveReader connectives) {
    this.clause = clause;
    this.discourse = discourse;
    this.rates = rates;
    this.connectives = connectives;
  }

  /** Whether a clause after a purpose, or after a reason that precedes, returns to a topic. */
  boolean isEnded() {
    if (discourse.sentence.reason == WordClass.CAUSE) {
      return clause.hasNumber()
          && ((discourse.sentence.reasonPrecedes && startsWithName())
              || (discourse.sentence.reasonByConjunction
                  && (startsWithBase() || startsWithStageAmount())));
    }
    if (discourse.sentence.reason != WordClass.PURPOSE) {
      return false;
    }
    Token first = clause.tokens().getFirst();
    return first.is(WordClass.SHARE)
        || startsWithBase()
        || first.is(WordClass.AMONG)
        || first.is(WordClass.PER_HEAD)
        || (first.is(WordClass.STAGE) && clause.hasNumber())
        || rates.findCompletionPercent(0) > 0
        || first instanceof Token.Item
        || countsGuests()
        || (clause.markBefore() != '、' && clause.hasNumber() && startsWithName());
  }

  /** Whether a clause starts with what a change is compared with: 比上年, 同比, 与2023年. */
  private boolean startsWithBase() {
    Token first = clause.tokens().getFirst();
    return first.is(WordClass.BASE)
        || first.is(WordClass.COMPARE)
        || (first.is(WordClass.WITH)
            && clause.tokens().size() > 1
            && ChangeReader.isTime(clause.tokens().get(1)));
  }

  /** Whether a clause is the amount that a reason before it explains: 因改为线上，支出决算1.86万元. */
  private boolean startsWithStageAmount() {
    List<Token> tokens = clause.tokens();
    int number = 0;
    while (number < tokens.size() && isWordOfStage(tokens.get(number))) {
      number++;
    }
    if (number == tokens.size()
        || !(tokens.get(number) instanceof Token.Numeral numeral)
        || numeral.measure() != Quantity.Measure.MONEY) {
      return false;
    }
    Phrase phrase = discourse.readPhrase(tokens.subList(0, number));
    return phrase.stage() != null && phrase.subjects().isEmpty();
  }

  /** Whether a token may belong to a phrase that says only a stage: 支出决算数为. */
  private static boolean isWordOfStage(Token token) {
    return token.is(WordClass.STAGE)
        || token.is(WordClass.DONE)
        || token.is(WordClass.VERB)
        || token instanceof Token.Name;
  }

  /** Whether a clause counts guests, which is not a purpose: 主要用于日常接待，共接待16批次、132人次. */
  private boolean countsGuests() {
    return clause.tokens().stream()
        .anyMatch(t -> t instanceof Token.Numeral n && GUESTS.contains(n.unit()));
  }

  /** Whether a clause lists purposes with their amounts: 主要用于：农林水支出1204.75万元，占73.5%；…. */
  boolean listsPurposes() {
    return discourse.sentence.reason == WordClass.PURPOSE
        && clause.markBefore() == '：'
        && (clause.tokens().getFirst() instanceof Token.Name || connectives.isPart(0));
  }

  /** Whether a clause starts with a name of the chart, directly or after a time or one word. */
  private boolean startsWithName() {
    return clause.tokens().getFirst() instanceof Token.Name
        || (clause.tokens().size() > 1
            && clause.tokens().get(1) instanceof Token.Name
            && (clause.tokens().getFirst() instanceof Token.Time
                || (clause.tokens().getFirst() instanceof Token.Text text
                    && text.end() - text.start() <= 2)));
  }
}
