package org.mingzhang.statement.clause;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountRelations;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/** Reads a change: its direction and its number, as in 比上年减少8.00万元 or 与上年持平. */
final class ChangeReader {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(ChangeReader.class);
  private static final Pattern REMAINING_FUNDS_NAME = PATTERNS.get("remainder");
  private static final Pattern REMAINING_SHARE_WORD = PATTERNS.get("share-left");
  private static final Pattern NET_INCREASE = PATTERNS.get("net-increase");
  private static final Pattern NET_CHANGE = PATTERNS.get("net-change");
  private static final Pattern NEW_MONEY = PATTERNS.get("new-money");
  private static final Pattern ADDED_AMOUNT = PATTERNS.get("added-amount");
  private static final Pattern BALANCE_NAME = PATTERNS.get("balance-name");
  private static final Pattern OUTFLOW = PATTERNS.get("outflow");

  /** Maximum number of statements before a net change that are searched for its parts. */
  private static final int MAX_STATEMENTS_OF_NET_CHANGE = 12;

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final ChangeStatementBuilder changeBuilder;
  private final NumberlessClauseReader numberlessClauseReader;
  private final ComparisonBaseReader baseReader;

  ChangeReader(
      ClauseState clause,
      DiscourseState discourse,
      ChangeStatementBuilder changeBuilder,
      NumberlessClauseReader numberlessClauseReader,
      ComparisonBaseReader baseReader) {
    this.clause = clause;
    this.discourse = discourse;
    this.changeBuilder = changeBuilder;
    this.numberlessClauseReader = numberlessClauseReader;
    this.baseReader = baseReader;
  }

  /**
   * Reads a word such as 持平: adds the statement that the accounts of the phrase are unchanged, one
   * for each base of the sentence, or the changes that 分别 distributes together with the word, and
   * clears the phrase. Adds nothing after a number of things.
   *
   * @return index of the next token
   */
  int readUnchangedWord(int tokenIndex) {
    AmountPhrase phrase = discourse.readPhrase(clause.phraseTokens());
    ProseToken.Word word = (ProseToken.Word) clause.tokens().get(tokenIndex);
    ClauseState.NumberSequence run = clause.readNumberSequence(tokenIndex, Direction.UNSPECIFIED);
    if (isChangeOfCountedThings()) {
      clause.phraseTokens().clear();
      return tokenIndex + 1;
    }
    if (run.values().size() > 1 && clause.isDistributed(tokenIndex, tokenIndex)) {
      changeBuilder.addChanges(true, phrase, run.values(), run.directions());
      clause.phraseTokens().clear();
      return run.end();
    }
    changeBuilder.addUnchanged(phrase, word);
    if (discourse.sentence.secondBase != null) {
      discourse.sentence.comparisonBase = discourse.sentence.secondBase;
      discourse.sentence.secondBase = null;
      changeBuilder.addUnchanged(phrase, word);
    }
    clause.phraseTokens().clear();
    return tokenIndex + 1;
  }

  /**
   * Reads by how much an amount is above or below another, 大于预算数3万元, as a change. Skips an average
   * over several years, or a rate that is compared with a rate of another region, since neither is
   * the growth rate of the year. Clears the phrase.
   *
   * @return index after the number
   */
  int readComparison(ProseToken.Word word, int tokenIndex) {
    int end = word.value().equals("-") ? 0 : baseReader.findEndOfBase(tokenIndex + 1, true);
    if (end > 0 && baseReader.isAmountOfBaseAt(end)) {
      return baseReader.readBaseWithAmount(tokenIndex + 1);
    }
    if (end > 0) {
      WordClass direction = WordClass.valueOf(word.value());
      return readDirection(
          new ProseToken.Word(word.start(), word.end(), direction, "-"), tokenIndex);
    }
    clause.phraseTokens().clear();
    int j = tokenIndex + 1;
    while (j < clause.tokens().size() && !(clause.tokens().get(j) instanceof ProseToken.Numeral)) {
      j++;
    }
    return j + 1;
  }

  /**
   * The direction of 调增 or 调减 right after the base of a change, 比年初预算调减5300万元; null elsewhere,
   * where the word states an adjustment of a budget.
   */
  ProseToken.@Nullable Word directionOfAdjustment(ProseToken.Word word) {
    return baseReader.isDirectlyAfterBase(word) ? BudgetAdjustmentReader.toDirection(word) : null;
  }

  /**
   * Reads the number after a direction, adds the change and clears the phrase. A planned change
   * only changes the topic; an approximate one is ignored.
   *
   * @return index of the next token, or -1 if no number follows and the word is part of a name
   */
  int readDirection(ProseToken.Word word, int tokenIndex) {
    int j = clause.skipWordsBeforeNumber(baseReader.readDirectBase(word, tokenIndex + 1));
    if (j >= clause.tokens().size() || !(clause.tokens().get(j) instanceof ProseToken.Numeral)) {
      return -1;
    }
    if (isRateOfCounts((ProseToken.Numeral) clause.tokens().get(j))
        || isShareOfRemainder(word)
        || isNetIncreaseAfterOutflow(word)
        || isNetOfSeveralChanges(word)
        || isNewMoneyOfYear(word, j)
        || isAdditionToBalance(word, j)) {
      clause.phraseTokens().clear();
      return j + 1;
    }
    Direction direction =
        word.type() == WordClass.UP
            ? Direction.INCREASE
            : word.type() == WordClass.DOWN ? Direction.DECREASE : Direction.UNSPECIFIED;
    boolean near =
        clause.tokens().subList(tokenIndex + 1, j).stream()
            .anyMatch(t -> t.isWordOfClass(WordClass.APPROXIMATE));
    ClauseState.NumberSequence run = clause.readNumberSequence(j, direction);
    boolean planned =
        clause.phraseTokens().stream()
                .anyMatch(t -> t.isWordOfAnyClass(WordClass.THRESHOLD, WordClass.PLAN))
            || hasAmbiguousUnit(run);
    AmountPhrase phrase = discourse.readPhrase(wordsBeforeReason());
    if (isExceededLimit(run.end())) {
      clause.phraseTokens().clear();
      return run.end() + 1;
    }
    if (planned) {
      discourse.sentence.setYearIfStated(phrase);
      numberlessClauseReader.changeTopic(discourse.readPhrase(clause.phraseTokens()));
    } else if (!near
        && (!discourse.sentence.isLastAmountPlanned || DiscourseState.namesSubject(phrase))) {
      boolean distributed =
          clause.isDistributed(tokenIndex, j)
              || run.values().size() > 1
              || isChangeOfRevenueAndExpenditure();
      boolean each = clause.tokens().stream().anyMatch(t -> t.isWordOfClass(WordClass.EQUALLY));
      if (!distributed && !each && !DiscourseState.namesSubject(phrase)) {
        changeBuilder.returnToWholeOfDistributedAmounts();
      }
      changeBuilder.addChanges(distributed, phrase, run.values(), run.directions());
    }
    clause.phraseTokens().clear();
    return clause.isThresholdWordAt(run.end()) ? run.end() + 1 : run.end();
  }

  /**
   * Whether a number has no unit, so that it may be an amount or a rate: 同比下降18.87，. After an
   * amount that it is compared with, 比上年决算的28.90增加2.56，, it is an amount as well.
   */
  private boolean hasAmbiguousUnit(ClauseState.NumberSequence run) {
    SentenceState.ComparisonBase base = discourse.sentence.comparisonBase;
    return discourse.unitHint == null
        && (base == null || base.quantity() == null)
        && !run.numbers().isEmpty()
        && run.numbers().getFirst().measure() == Quantity.Measure.BARE;
  }

  /** Whether the number before a word is a limit that is exceeded: 超出5%的标准. */
  private boolean isExceededLimit(int wordIndex) {
    return clause.isThresholdWordAt(wordIndex)
        && clause.text(clause.tokens().get(wordIndex)).startsWith("的");
  }

  /**
   * Whether a number is the rate of a change of things and not of money: 增加10公里，增长25%. Also
   * remembers, for any number that is no rate, whether it counts things; the rate after it is then
   * a rate of counts.
   */
  private boolean isRateOfCounts(ProseToken.Numeral number) {
    if (number.measure() == Quantity.Measure.PERCENT
        || number.measure() == Quantity.Measure.TIMES) {
      return isChangeOfCountedThings();
    }
    discourse.sentence.countsThings = number.measure() == Quantity.Measure.COUNT;
    return false;
  }

  /**
   * Whether the sentence has just stated a number of things and the words before the change name
   * neither an account nor a stage, so that the number of things has changed: 12批次，比上年增长9%.
   */
  private boolean isChangeOfCountedThings() {
    if (!discourse.sentence.countsThings) {
      return false;
    }
    AmountPhrase phrase = discourse.readPhrase(clause.phraseTokens());
    return !DiscourseState.namesSubject(phrase) && phrase.stage() == null;
  }

  /**
   * Whether a rate after an amount that was left is the share of the budget that was left, and no
   * change: 结余28.4万元，结余率10.92%.
   */
  private boolean isShareOfRemainder(ProseToken.Word word) {
    List<Subject> topic = discourse.topic().subjects();
    return clause.phraseTokens().isEmpty()
        && topic.size() == 1
        && REMAINING_FUNDS_NAME.matcher(topic.getFirst().account()).find()
        && REMAINING_SHARE_WORD.matcher(clause.text(word)).matches();
  }

  /**
   * Whether a net increase follows what went out, so that it is the increase of an unnamed stock
   * and not of the outflow: 本年新增80万元、处置20万元，净增60万元.
   */
  private boolean isNetIncreaseAfterOutflow(ProseToken.Word word) {
    List<Subject> topic = discourse.topic().subjects();
    return NET_INCREASE.matcher(clause.text(word)).matches()
        && topic.size() == 1
        && OUTFLOW.matcher(topic.getFirst().printedName()).find()
        && !DiscourseState.namesSubject(discourse.readPhrase(clause.phraseTokens()));
  }

  /**
   * Whether a net change follows changes of several accounts of the sentence and names no account,
   * so that it is the sum of these changes and not a change of the last account:
   * 基本支出增加6万元，项目支出减少40万元，一增一减，部门支出净减34万元.
   */
  private boolean isNetOfSeveralChanges(ProseToken.Word word) {
    if (!NET_CHANGE.matcher(clause.text(word)).matches()
        || DiscourseState.namesSubject(discourse.readPhrase(clause.phraseTokens()))) {
      return false;
    }
    List<Subject> named = discourse.sentence.namedSubjects;
    List<Statement> all = discourse.statements;
    return all.subList(Math.max(0, all.size() - MAX_STATEMENTS_OF_NET_CHANGE), all.size()).stream()
            .flatMap(s -> s instanceof Statement.Change c ? Stream.of(c.operand()) : Stream.empty())
            .flatMap(changed -> changed.subject().uniqueValue().stream())
            .filter(named::contains)
            .distinct()
            .count()
        > 1;
  }

  /**
   * Whether an amount is money newly provided for a year that the clause states, and is compared
   * with no other year: 2020年安排150万元，2021年新增安排120万元.
   */
  private boolean isNewMoneyOfYear(ProseToken.Word word, int numberIndex) {
    ProseToken number = clause.tokens().get(numberIndex);
    return discourse.sentence.comparisonBase == null
        && number.isMoney()
        && NEW_MONEY.matcher(clause.text(word, clause.tokens().get(numberIndex - 1))).lookingAt()
        && discourse.readPhrase(clause.phraseTokens()).years().size() == 1;
  }

  /**
   * Whether an amount is what was added to the balance of the topic, from which repayments may be
   * subtracted, so that it is not the change of the balance: 年初余额1600万元，本年新增500万元、还本200万元.
   */
  private boolean isAdditionToBalance(ProseToken.Word word, int numberIndex) {
    List<Subject> topic = discourse.topic().subjects();
    return discourse.sentence.comparisonBase == null
        && clause.tokens().get(numberIndex).isMoney()
        && ADDED_AMOUNT.matcher(clause.text(word)).lookingAt()
        && topic.size() == 1
        && BALANCE_NAME.matcher(topic.getFirst().account()).find()
        && !DiscourseState.namesSubject(discourse.readPhrase(clause.phraseTokens()));
  }

  /**
   * Whether a change after 各 or 均 is that of both revenue and expenditure, which the sentence has
   * stated in clauses of their own: 收入总计526.40万元，支出总计526.40万元，各增加23.60万元.
   */
  private boolean isChangeOfRevenueAndExpenditure() {
    List<Subject> stated = discourse.sentence.namedSubjects;
    return clause.phraseTokens().stream().anyMatch(t -> t.isWordOfClass(WordClass.EQUALLY))
        && stated.size() > 1
        && discourse.topic().subjects().equals(List.of(stated.getLast()))
        && AccountRelations.areCounterparts(stated.get(stated.size() - 2), stated.getLast());
  }

  /**
   * The words before the number, without a reason that is part of them: 2022年因退税减税下降2.9%. An
   * exclusion such as 扣除退税因素后 is not a reason.
   */
  private List<ProseToken> wordsBeforeReason() {
    List<ProseToken> words = clause.phraseTokens();
    boolean excluding = words.stream().anyMatch(t -> t.isWordOfClass(WordClass.COMPARISON_BASIS));
    for (int i = 1; i < words.size() && !excluding; i++) {
      if (words.get(i).isWord(WordClass.CAUSE, ReasonReader.SUBORDINATE_CLAUSE)) {
        return words.subList(0, i);
      }
    }
    return words;
  }
}
