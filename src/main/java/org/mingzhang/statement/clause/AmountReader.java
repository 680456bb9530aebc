package org.mingzhang.statement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.QuantityReader;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/** Reads amounts and counts: a number with its unit, alone, distributed by 分别, or left blank. */
final class AmountReader {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(AmountReader.class);
  private static final Pattern BUDGET_ADJUSTMENT = PATTERNS.get("budget-adjustment");

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final QuantityReader quantityReader;
  private final AmountStatementBuilder amountBuilder;
  private final CountStatementBuilder countBuilder;
  private final ChangeStatementBuilder changeBuilder;
  private final AmountNameFinder amountNameFinder;
  private final ReceivedMoneyDetector receivedMoneyDetector;
  private final TentativeAmountDetector tentativeAmountDetector;
  private final NumberlessClauseReader numberlessClauseReader;
  private final MoneyAmountReader moneyAmountReader;

  AmountReader(
      ClauseState clause,
      DiscourseState discourse,
      PhraseResolver phraseResolver,
      QuantityReader quantityReader,
      AmountStatementBuilder amountBuilder,
      CountStatementBuilder countBuilder,
      ChangeStatementBuilder changeBuilder,
      NumberlessClauseReader numberlessClauseReader) {
    this.clause = clause;
    this.discourse = discourse;
    this.quantityReader = quantityReader;
    this.amountBuilder = amountBuilder;
    this.countBuilder = countBuilder;
    this.changeBuilder = changeBuilder;
    this.amountNameFinder = new AmountNameFinder(clause, discourse);
    this.receivedMoneyDetector = new ReceivedMoneyDetector(clause, discourse);
    this.tentativeAmountDetector = new TentativeAmountDetector(clause, discourse);
    this.numberlessClauseReader = numberlessClauseReader;
    this.moneyAmountReader =
        new MoneyAmountReader(
            clause,
            discourse,
            phraseResolver,
            amountBuilder,
            changeBuilder,
            amountNameFinder,
            tentativeAmountDetector,
            numberlessClauseReader);
  }

  /**
   * Reads the amount, count or bracketed rate that starts with a number and clears the words of the
   * phrase; after a count, the last stage that the phrase names is kept for the next number. A
   * number before a word such as 以上 is skipped.
   *
   * @return index of the next token, or -1 if the number belongs to the phrase, which then is not
   *     cleared
   */
  int readNumber(ProseToken.Numeral number, int tokenIndex) {
    if (clause.isThresholdWordAt(tokenIndex + 1)
        && !clause.tokens().get(tokenIndex + 1).isWordOfClass(WordClass.LINK)) {
      discourse.sentence.setYearIfStated(discourse.readPhrase(clause.phraseTokens()));
      clause.phraseTokens().clear();
      return tokenIndex + 2;
    }
    switch (number.measure()) {
      case MONEY -> {
        return moneyAmountReader.read(tokenIndex);
      }
      case BARE -> {
        return readBareNumber(number, tokenIndex);
      }
      case PERCENT -> readBracketedRate(number);
      case COUNT -> {
        boolean distributed = clause.isDistributed(tokenIndex, tokenIndex);
        List<ProseToken.Numeral> numbers =
            distributed
                ? clause.readNumberSequence(tokenIndex, Direction.UNSPECIFIED).numbers()
                : List.of(number);
        int end = countBuilder.addCounts(distributed, clause.phraseTokens(), numbers);
        clause.retainOnlyLastStage();
        return clause.indexOfTokenEndingAfter(end, tokenIndex + 1);
      }
      default -> {}
    }
    clause.phraseTokens().clear();
    return tokenIndex + 1;
  }

  /**
   * Reads a number without unit, as an amount of money if the words around it name an account and a
   * unit note gives the unit. Otherwise, if the number belongs to no phrase, the open list is
   * marked as having a part without an amount.
   *
   * @return index of the next token, or -1 if the number belongs to the phrase
   */
  private int readBareNumber(ProseToken.Numeral number, int tokenIndex) {
    boolean last = tokenIndex + 1 == clause.tokens().size();
    boolean stops =
        last
            ? clause.markAfter() != 0
            : clause.tokens().get(tokenIndex + 1).endsComparisonBase()
                || clause.tokens().get(tokenIndex + 1).isWordOfClass(WordClass.CONSISTS_OF);
    boolean money =
        stops
            && quantityReader.hasDefaultUnit()
            && !clause.phraseTokens().isEmpty()
            && !tentativeAmountDetector.isTentative();
    if (!money) {
      boolean goesOn = !last && !(clause.tokens().get(tokenIndex + 1) instanceof ProseToken.Mark);
      boolean broken =
          !clause.phraseTokens().isEmpty()
              && clause.phraseTokens().getLast() instanceof ProseToken.Name
              && number.printed().contains(".");
      if (goesOn && !broken) {
        return -1;
      }
      return readBlankAmount(tokenIndex);
    }
    AmountPhrase phrase = discourse.readPhrase(clause.phraseTokens());
    boolean decimal = number.printed().contains(".");
    if (phrase.subjects().isEmpty()
        ? phrase.stage() != null
            || (decimal && (phrase.fund() != null || statesOtherYearOfTopic(phrase)))
        : phrase.subjects().stream()
            .anyMatch(
                s ->
                    s.isInChart()
                        || (decimal && discourse.phraseReader.hasAccountEnding(s.account())))) {
      amountBuilder.addAmounts(false, phrase, List.of(number), true);
    }
    clause.phraseTokens().clear();
    return tokenIndex + 1;
  }

  /**
   * Whether a phrase states only a year, right after an amount of the topic, which is an account of
   * the chart: 本年收入合计3872.41，上年为3690.22.
   */
  private boolean statesOtherYearOfTopic(AmountPhrase phrase) {
    List<Subject> topic = discourse.topic().subjects();
    return phrase.years().size() == 1
        && topic.size() == 1
        && topic.getFirst().isInChart()
        && discourse.topics.isLastAmountOf(discourse.topic(), discourse.statements);
  }

  /**
   * Reads a bracket that follows a change and contains only a percentage. The percentage is the
   * rate of that change.
   */
  private void readBracketedRate(ProseToken.Numeral number) {
    if (clause.markBefore() == '(' && clause.tokens().size() == 1) {
      changeBuilder.addBracketedRate(number);
    }
  }

  /**
   * Reads the number after a word for an amount that does not belong to the topic, such as an
   * addition to a budget: 年中追加420.50万元. Most such amounts are not added. Money that the evaluated
   * project received is added to the account of received money; the amount after 涉及, 涉及资金86万元, is
   * added under the words that name it; a count after 涉及 makes the account that the phrase names
   * the topic. Clears the phrase if a number follows.
   *
   * @return index after the number, or -1 if none follows
   */
  int readAdjustment(int tokenIndex) {
    String word = clause.text(clause.tokens().get(tokenIndex));
    boolean concerned = word.startsWith(AccountNameResolver.CONCERNED_FUNDS_PREFIX);
    int j = clause.skipWordsBeforeNumber(tokenIndex + 1);
    while (concerned && j < clause.tokens().size() && namesFund(clause.tokens().get(j))) {
      // A fund may stand between 涉及 and its amount: 涉及一般公共预算拨款20万元.
      j = clause.skipWordsBeforeNumber(j + 1);
    }
    if (j >= clause.tokens().size() || !(clause.tokens().get(j) instanceof ProseToken.Numeral)) {
      return -1;
    }
    ProseToken.Numeral number = (ProseToken.Numeral) clause.tokens().get(j);
    discourse.hasBudgetAdjustment |= BUDGET_ADJUSTMENT.matcher(word).find();
    List<ProseToken> words = new ArrayList<>(clause.phraseTokens());
    words.add(clause.tokens().get(tokenIndex));
    if (number.measure() == Quantity.Measure.MONEY
        && receivedMoneyDetector.isReceiptByProject(words)) {
      amountBuilder.addReceivedMoney(number);
    } else if (concerned && number.measure() == Quantity.Measure.MONEY) {
      Stage stage = word.contains("预算") ? Stage.BUDGET : null;
      addFundsOfCountedThings(clause.tokens().subList(tokenIndex, j), stage, number);
    } else if (concerned && !clause.phraseTokens().isEmpty()) {
      // 项目支出 becomes the topic of what follows: 项目支出涉及8个项目.
      numberlessClauseReader.changeTopic(discourse.readPhrase(clause.phraseTokens()));
    }
    clause.phraseTokens().clear();
    return j + 1;
  }

  private boolean namesFund(ProseToken token) {
    return token.isWordOfClass(WordClass.FUND)
        || (token instanceof ProseToken.Name
            && ChartOfAccounts.findFund(clause.text(token)).isPresent());
  }

  /**
   * Adds the funds of things that the sentence has counted, in the year of their count:
   * 2024年对5个项目开展自评，涉及资金19万元. That year is not the one of the amounts that follow.
   */
  private void addFundsOfCountedThings(
      List<ProseToken> words, @Nullable Stage stage, ProseToken.Numeral number) {
    Integer before = discourse.sentence.year;
    discourse.sentence.year =
        discourse.sentence.yearOfCount == null ? before : discourse.sentence.yearOfCount;
    amountBuilder.addUnlistedAmount(words, stage, number);
    discourse.sentence.year = before;
  }

  /**
   * Marks the open list as having a part without an amount, if the phrase names one, and clears the
   * phrase.
   *
   * @return index after the blank
   */
  int readBlankAmount(int tokenIndex) {
    numberlessClauseReader.markMissingAmount(discourse.readPhrase(clause.phraseTokens()));
    clause.phraseTokens().clear();
    return tokenIndex + 1;
  }
}
