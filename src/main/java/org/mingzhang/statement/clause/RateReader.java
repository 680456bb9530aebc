package org.mingzhang.statement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.QuantityReader;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Reads amounts as percentages of other amounts, after 占 or after the name of the rate,
 * 占本年支出的80.01%, 执行率95.66%, adds them as statements and clears the phrase. The methods return the
 * index of the next token, or -1 if there is no rate.
 */
public final class RateReader {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(RateReader.class);
  private static final Pattern PROCUREMENT_ACCOUNT = PATTERNS.get("procurement-account");

  /**
   * Lexicon value of words for the share of planned funds that were received (到位率), which is not a
   * completion rate.
   */
  private static final String FUNDING_RATE = "funding";

  /**
   * Lexicon value of words for a rate that belongs to the count in the preceding clause, if there
   * is one.
   */
  private static final String RATE_OF_COUNT = "counted";

  /** Lexicon value of words for a rate of procurement. */
  private static final String PROCUREMENT = "procurement";

  /** Lexicon value of words that announce a rate of the whole of the preceding list. */
  private static final String RATE_OF_LIST_WHOLE = "whole";

  /** The word between the part and the whole of a share: 税收收入在一般公共预算收入中占比50.9%. */
  private static final String WITHIN_WORD = "在";

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final PhraseResolver phraseResolver;
  private final QuantityReader quantityReader;
  private final RateStatementBuilder rateBuilder;

  RateReader(
      ClauseState clause,
      DiscourseState discourse,
      PhraseResolver phraseResolver,
      QuantityReader quantityReader,
      RateStatementBuilder rateBuilder) {
    this.clause = clause;
    this.discourse = discourse;
    this.phraseResolver = phraseResolver;
    this.quantityReader = quantityReader;
    this.rateBuilder = rateBuilder;
  }

  /**
   * Reads 占 whole [amount] 的 percent. If the whole is only a budget, the rate is a completion rate.
   */
  int readShare(int tokenIndex) {
    List<ProseToken> whole = new ArrayList<>();
    Quantity amount = null;
    for (int j = tokenIndex + 1; j < clause.tokens().size(); j++) {
      ProseToken token = clause.tokens().get(j);
      if (token instanceof ProseToken.Numeral number) {
        if (number.measure() == Quantity.Measure.PERCENT) {
          j = skipFormerShare(whole, j);
          ClauseState.NumberSequence run = clause.readNumberSequence(j, Direction.UNSPECIFIED);
          AmountPhrase part = discourse.readPhrase(clause.phraseTokens());
          if (clause.isDistributed(tokenIndex, j, run) && isShareOfEachWhole(whole, part, run)) {
            for (ProseToken.Numeral percent : run.numbers()) {
              rateBuilder.addShares(false, part, AmountPhrase.EMPTY, null, List.of(percent));
            }
          } else {
            rateBuilder.addShares(
                clause.isDistributed(tokenIndex, j, run),
                part,
                discourse.readPhrase(whole),
                amount,
                run.numbers());
          }
          clause.phraseTokens().clear();
          return run.end();
        }
        if (amount != null || number.measure() == Quantity.Measure.COUNT) {
          return -1;
        }
        amount = quantityReader.read(number);
      } else if (!token.isWordOfAnyClass(WordClass.RATIO, WordClass.COMPLETION_RATE)) {
        whole.add(token);
      }
    }
    return -1;
  }

  /**
   * Skips the share of an earlier time, printed before the share itself, and removes its words from
   * those for the whole: 占总收入的比重由上年的69.77%降至64.43%.
   *
   * @param whole the words between 占 and the percentage
   * @param tokenIndex index of the percentage
   * @return index of the share itself
   */
  private int skipFormerShare(List<ProseToken> whole, int tokenIndex) {
    int from = whole.size() - 1;
    while (from > 0 && !whole.get(from).isWordOfClass(WordClass.SPLIT)) {
      from--;
    }
    int later = tokenIndex + 2;
    if (from > 0
        && later < clause.tokens().size()
        && clause.tokens().get(later - 1).isWordOfClass(WordClass.CHANGED_TO)
        && clause.tokens().get(later) instanceof ProseToken.Numeral share
        && share.measure() == Quantity.Measure.PERCENT) {
      whole.subList(from, whole.size()).clear();
      return later;
    }
    return tokenIndex;
  }

  /** Whether one part has a share of each of several wholes: 占财政支出和GDP的比重分别为10%和3%. */
  private boolean isShareOfEachWhole(
      List<ProseToken> whole, AmountPhrase part, ClauseState.NumberSequence run) {
    long wholes = whole.stream().filter(ProseToken::isConjunction).count() + 1;
    return wholes > 1
        && wholes == run.numbers().size()
        && phraseResolver.resolveSubjects(part).size() == 1
        && part.years().size() < wholes;
  }

  /**
   * Reads a percentage that follows the name of its rate, 占比 or 执行率. A target, a rate of the count
   * in the preceding clause, and a rate of procurement outside that topic are skipped.
   */
  int readNamedRate(int tokenIndex, boolean isCompletion) {
    int j = clause.skipWordsBeforeNumber(tokenIndex + 1);
    if (j >= clause.tokens().size()
        || !(clause.tokens().get(j) instanceof ProseToken.Numeral number)
        || number.measure() != Quantity.Measure.PERCENT) {
      return -1;
    }
    ClauseState.NumberSequence run = clause.readNumberSequence(j, Direction.UNSPECIFIED);
    String of = clause.tokens().get(tokenIndex) instanceof ProseToken.Word word ? word.value() : "";
    if (isCompletion && addReceiptAndCompletion(tokenIndex, run)) {
      clause.phraseTokens().clear();
      return run.end();
    }
    if (of.equals(FUNDING_RATE)
        && discourse.context.textEvaluatesProjects()
        && clause.phraseTokens().stream().noneMatch(AmountNameFinder::mayNamePart)) {
      rateBuilder.addFundingRate(number);
    }
    if (of.equals(FUNDING_RATE)
        || (of.equals(RATE_OF_COUNT) && discourse.clauseContext.followsCount())) {
      clause.phraseTokens().clear();
      return run.end();
    }
    if (isTargetRate(run.end())
        || (of.equals(PROCUREMENT) && !isProcurementTopic())
        || (!isCompletion && isRateOfUnknownPart(tokenIndex))) {
      clause.phraseTokens().clear();
      return run.end();
    }
    boolean distributed = clause.isDistributed(tokenIndex, j, run);
    if (of.equals(RATE_OF_LIST_WHOLE)) {
      discourse.topics.returnToListWhole();
    }
    if (isCompletion) {
      rateBuilder.addCompletionRates(
          distributed,
          discourse.readPhrase(clause.phraseTokens()),
          AmountPhrase.EMPTY,
          null,
          run.numbers());
    } else {
      int whole = indexOfWordBeforeWhole();
      List<ProseToken> phrase = List.copyOf(clause.phraseTokens());
      rateBuilder.addShares(
          distributed,
          discourse.readPhrase(phrase.subList(0, whole)),
          discourse.readPhrase(phrase.subList(whole, phrase.size())),
          null,
          run.numbers());
    }
    clause.phraseTokens().clear();
    return run.end();
  }

  /**
   * Adds the share of the money that an evaluated project received and the rate of its execution,
   * if the words before two percentages name both: 资金到位率、执行率分别为100%、95%.
   *
   * @param tokenIndex index of the name of the second rate
   */
  private boolean addReceiptAndCompletion(int tokenIndex, ClauseState.NumberSequence run) {
    List<ProseToken> words = clause.tokens();
    boolean both =
        tokenIndex > 1
            && run.numbers().size() == 2
            && discourse.context.textEvaluatesProjects()
            && words.get(tokenIndex - 1).isConjunction()
            && words.get(tokenIndex - 2) instanceof ProseToken.Word first
            && first.value().equals(FUNDING_RATE)
            && clause.phraseTokens().size() == 2
            && words.get(tokenIndex) instanceof ProseToken.Word second
            && second.value().equals("-");
    if (both) {
      rateBuilder.addFundingRate(run.numbers().getFirst());
      rateBuilder.addCompletionRates(
          false, AmountPhrase.EMPTY, AmountPhrase.EMPTY, null, run.numbers().subList(1, 2));
    }
    return both;
  }

  /**
   * Whether a word that names no account stands right before the name of a rate, so that the rate
   * does not belong to the topic: 药占比24.6%.
   */
  private boolean isRateOfUnknownPart(int tokenIndex) {
    AmountPhrase part = discourse.readPhrase(clause.phraseTokens());
    return tokenIndex > 0
        && clause.tokens().get(tokenIndex - 1) instanceof ProseToken.Text
        && !DiscourseState.namesSubject(part)
        && part.flow().isEmpty()
        && part.fund() == null;
  }

  private boolean isProcurementTopic() {
    return discourse.topic().subjects().stream()
        .allMatch(s -> s.isInChart() && PROCUREMENT_ACCOUNT.matcher(s.account()).lookingAt());
  }

  /**
   * Index in the phrase of the word before the whole of a share whose part precedes it:
   * 税收收入在一般公共预算收入中占比50.9%. The length of the phrase if it names no whole.
   */
  private int indexOfWordBeforeWhole() {
    List<ProseToken> phrase = clause.phraseTokens();
    for (int i = 1; i + 1 < phrase.size(); i++) {
      if (clause.text(phrase.get(i)).equals(WITHIN_WORD)
          && phrase.subList(0, i).stream().anyMatch(ProseToken::isNameLike)
          && phrase.get(i + 1) instanceof ProseToken.Name) {
        return i;
      }
    }
    return phrase.size();
  }

  /** Whether a rate is a target: 力争支出进度达到90%, 90%以上. */
  private boolean isTargetRate(int end) {
    return clause.isThresholdWordAt(end)
        || clause.phraseTokens().stream().anyMatch(t -> t.isWordOfClass(WordClass.PLAN));
  }
}
