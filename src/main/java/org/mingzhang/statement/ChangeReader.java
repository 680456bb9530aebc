package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.SentenceState.ComparisonBase;
import org.mingzhang.statement.Statement.Direction;

/** Reads a change: its base, its direction and its number, as in 比上年减少8.00万元 or 与上年持平. */
final class ChangeReader {
  /** Maximum number of tokens after 比 among which a time, a stage or a direction must occur. */
  private static final int MAX_TOKENS_AFTER_COMPARISON = 30;

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final QuantityReader quantities;
  private final ChangeStatementBuilder changes;
  private final NumberlessClauseReader numberless;

  /** The token right after the base that was read last; null if there is none. */
  private @Nullable ProseToken tokenAfterBase;

  ChangeReader(
      ClauseState clause,
      DiscourseState discourse,
      QuantityReader quantities,
      ChangeStatementBuilder changes,
      NumberlessClauseReader numberless) {
    this.clause = clause;
    this.discourse = discourse;
    this.quantities = quantities;
    this.changes = changes;
    this.numberless = numberless;
  }

  /** Whether a token is a time or a stage. */
  static boolean isTimeOrStage(ProseToken token) {
    return token instanceof ProseToken.Time
        || token.isWordOfClass(WordClass.YEAR)
        || token.isWordOfClass(WordClass.STAGE);
  }

  /**
   * Whether a time or stage follows the word 与, directly or after an owner. A time or stage right
   * after 与 that ends the clause counts only before a comma.
   *
   * @param tokenIndex index after 与
   */
  boolean isComparisonTimeAt(int tokenIndex) {
    for (int j = tokenIndex; j < Math.min(clause.tokens().size(), tokenIndex + 4); j++) {
      ProseToken token = clause.tokens().get(j);
      if (isTimeOrStage(token)) {
        return j > tokenIndex || j + 1 < clause.tokens().size() || clause.markAfter() == '，';
      }
      if (!token.isWordOfClass(WordClass.SCOPE) && !token.isWordOfClass(WordClass.LINK)) {
        return false;
      }
    }
    return false;
  }

  /**
   * Whether 比 starts a comparison: a time, a stage, a direction, 持平 or 相比 is among the next {@link
   * #MAX_TOKENS_AFTER_COMPARISON} tokens.
   *
   * @param from index after 比
   */
  boolean isComparisonAt(int from) {
    for (int j = from;
        j < Math.min(clause.tokens().size(), from + MAX_TOKENS_AFTER_COMPARISON);
        j++) {
      ProseToken token = clause.tokens().get(j);
      if (isTimeOrStage(token)
          || token.isWordOfClass(WordClass.UP)
          || token.isWordOfClass(WordClass.DOWN)
          || token.isWordOfClass(WordClass.SAME)
          || token.isWordOfClass(WordClass.LIKENESS)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads what a change is compared with, up to the direction, 相比 or the end of the clause, and
   * makes it the base of the sentence. Later numbers do not complete earlier changes.
   *
   * @return index of the next token
   */
  int readBase(int from) {
    List<ProseToken> words = new ArrayList<>();
    Quantity quantity = null;
    List<ProseToken.Numeral> series = List.of();
    boolean counts = false;
    int i = from;
    for (; i < clause.tokens().size(); i++) {
      ProseToken token = clause.tokens().get(i);
      if (token instanceof ProseToken.Numeral number) {
        if (quantity != null || number.measure() == Quantity.Measure.PERCENT) {
          break;
        }
        ClauseState.NumberSequence run = clause.readNumberSequence(i, Direction.UNSPECIFIED);
        if (run.isSeriesOfAmounts()) {
          series = run.numbers();
          i = run.end() - 1;
        }
        quantity = quantities.read(number);
        counts = number.measure() == Quantity.Measure.COUNT;
      } else if (token.isWordOfClass(WordClass.LIKENESS) || isComparisonEnd(token, i, from)) {
        i++;
        break;
      } else if (endsBase(token) || BudgetAdjustmentReader.isAdjustment(token)) {
        break;
      } else if (quantity == null) {
        words.add(token);
      } else if (!token.isWordOfClass(WordClass.LINK)) {
        break;
      }
    }
    AmountPhrase phrase =
        BalanceDateReader.withYearOfOpening(
            discourse.readPhrase(words), clause.textOf(words), clause.phraseTokens(), discourse);
    discourse.sentence.comparisonBase =
        new ComparisonBase(phrase, series.isEmpty() && !counts ? quantity : null);
    discourse.sentence.comparesCounts = counts;
    if (!series.isEmpty()) {
      changes.addAmountsOfBase(phrase, series);
    }
    discourse.sentence.lastChangeIndices = List.of();
    tokenAfterBase = i < clause.tokens().size() ? clause.tokens().get(i) : null;
    return i;
  }

  /** Whether 比 ends the base as 相比 does: 与上年35.3万元比减少3.5万元. */
  private boolean isComparisonEnd(ProseToken token, int tokenIndex, int from) {
    boolean last = tokenIndex + 1 == clause.tokens().size();
    return token.isWordOfClass(WordClass.COMPARE)
        && tokenIndex > from
        && (last || endsBase(clause.tokens().get(tokenIndex + 1)));
  }

  /** Whether a token ends the base of a comparison. */
  static boolean endsBase(ProseToken token) {
    return token.isWordOfClass(WordClass.UP)
        || token.isWordOfClass(WordClass.DOWN)
        || token.isWordOfClass(WordClass.UNSAID)
        || token.isWordOfClass(WordClass.SAME)
        || token.isWordOfClass(WordClass.EACH)
        || token.isWordOfClass(WordClass.BOTH)
        || token.isWordOfClass(WordClass.AVERAGE)
        || token.isWordOfClass(WordClass.BASIS);
  }

  /**
   * Reads 同比 or 环比 and makes the preceding year or period, or the base after the word if one is
   * stated, the base of the sentence.
   *
   * @return index of the next token
   */
  int readYearOnYear(ProseToken.Word word, int tokenIndex) {
    Integer year = word.value().equals("-") ? null : discourse.referenceYear() - 1;
    List<Integer> last = year == null || year < 1 ? List.of() : List.of(year);
    if (isBaseStated(tokenIndex + 1)) {
      int end = readBase(tokenIndex + 1);
      ComparisonBase stated = Objects.requireNonNull(discourse.sentence.comparisonBase);
      Stage stage = stated.phrase().stage();
      boolean ofThisYear = stage == Stage.INITIAL_BUDGET || stage == Stage.ADJUSTED_BUDGET;
      if (stated.phrase().years().isEmpty() && !ofThisYear) {
        discourse.sentence.comparisonBase =
            new ComparisonBase(stated.phrase().withYears(last), stated.quantity());
      }
      return end;
    }
    discourse.sentence.comparisonBase =
        new ComparisonBase(AmountPhrase.EMPTY.withRelativeYears(last), null);
    discourse.sentence.lastChangeIndices = List.of();
    return tokenIndex + 1;
  }

  /**
   * Whether a time, stage or amount follows 同比 before the direction or the end of the clause:
   * 同比2022年的17,980.11万元增加, 同比2022年，收入总计减少.
   */
  private boolean isBaseStated(int from) {
    boolean stated = false;
    for (int j = from; j < clause.tokens().size(); j++) {
      ProseToken token = clause.tokens().get(j);
      if (endsBase(token) || token.isWordOfClass(WordClass.LIKENESS)) {
        return stated;
      }
      boolean amount =
          token instanceof ProseToken.Numeral number && number.measure() == Quantity.Measure.MONEY;
      if (!amount
          && !isTimeOrStage(token)
          && !token.isWordOfClass(WordClass.LINK)
          && !token.isWordOfClass(WordClass.SCOPE)
          && !token.isWordOfClass(WordClass.NOUN)) {
        return false;
      }
      stated |= amount || isTimeOrStage(token);
    }
    return stated;
  }

  /** Adds the statement that the accounts of the phrase are unchanged, and clears the phrase. */
  int readUnchangedWord(int tokenIndex) {
    changes.addUnchanged(
        discourse.readPhrase(clause.phraseTokens()),
        (ProseToken.Word) clause.tokens().get(tokenIndex));
    clause.phraseTokens().clear();
    return tokenIndex + 1;
  }

  /**
   * Skips an average over several years, or a rate that is compared with that of another region;
   * neither is the growth rate of the year. Clears the phrase.
   *
   * @return index after the next number
   */
  int skipRateNotOfYear(int tokenIndex) {
    clause.phraseTokens().clear();
    int j = tokenIndex + 1;
    while (j < clause.tokens().size() && !(clause.tokens().get(j) instanceof ProseToken.Numeral)) {
      j++;
    }
    return j + 1;
  }

  /**
   * Reads the budget after a direction such as 超出, 超出年初预算105.33万元, and makes it the base of the
   * sentence.
   *
   * @return index after the budget, or {@code from} if no budget with an amount after it is
   *     exceeded
   */
  private int readExceededBudget(ProseToken.Word word, int from) {
    int to = from;
    while (to < clause.tokens().size() && clause.tokens().get(to).isWordOfClass(WordClass.STAGE)) {
      to++;
    }
    boolean number =
        clause.skipWordsBeforeNumber(to) < clause.tokens().size()
            && clause.tokens().get(clause.skipWordsBeforeNumber(to)) instanceof ProseToken.Numeral;
    if (to == from || !number || !clause.text(word).startsWith("超")) {
      return from;
    }
    discourse.sentence.comparisonBase =
        new ComparisonBase(discourse.readPhrase(clause.tokens().subList(from, to)), null);
    discourse.sentence.lastChangeIndices = List.of();
    return to;
  }

  /**
   * The direction of 调增 or 调减 right after the base of a change, 比年初预算调减5300万元; null elsewhere,
   * where the word states an adjustment of a budget.
   */
  ProseToken.@Nullable Word directionOfAdjustment(ProseToken.Word word) {
    return word.equals(tokenAfterBase) ? BudgetAdjustmentReader.toDirection(word) : null;
  }

  /**
   * Reads the number after a direction, adds the change and clears the phrase. A planned change
   * only changes the topic; an approximate one is ignored.
   *
   * @return index of the next token, or -1 if no number follows and the word is part of a name
   */
  int readDirection(ProseToken.Word word, int tokenIndex) {
    int j = clause.skipWordsBeforeNumber(readExceededBudget(word, tokenIndex + 1));
    if (j >= clause.tokens().size() || !(clause.tokens().get(j) instanceof ProseToken.Numeral)) {
      return -1;
    }
    if (isRateOfCounts((ProseToken.Numeral) clause.tokens().get(j))) {
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
            .anyMatch(t -> t.isWordOfClass(WordClass.THRESHOLD) || t.isWordOfClass(WordClass.PLAN));
    AmountPhrase phrase = discourse.readPhrase(wordsBeforeReason());
    if (isNumberBeforeALimit(run.end())) {
      clause.phraseTokens().clear();
      return run.end() + 1;
    }
    if (planned) {
      numberless.changeTopic(discourse.readPhrase(clause.phraseTokens()));
    } else if (!near
        && (!discourse.sentence.lastAmountPlanned || DiscourseState.namesSubject(phrase))) {
      changes.addChanges(
          clause.isDistributed(tokenIndex, j)
              || run.numbers().size() > 1
              || isOfRevenueAndExpenditure(),
          phrase,
          run.numbers(),
          run.directions());
    }
    clause.phraseTokens().clear();
    return clause.isThresholdWordAt(run.end()) ? run.end() + 1 : run.end();
  }

  /** Whether the number before a word is a limit that is exceeded: 超出5%的标准. */
  private boolean isNumberBeforeALimit(int wordIndex) {
    return clause.isThresholdWordAt(wordIndex)
        && clause.text(clause.tokens().get(wordIndex)).startsWith("的");
  }

  /**
   * Whether a number is the rate of a change of things and not of money: 增加10公里，增长25%. Any other
   * number decides whether the rate after it is one.
   */
  private boolean isRateOfCounts(ProseToken.Numeral number) {
    if (number.measure() == Quantity.Measure.PERCENT
        || number.measure() == Quantity.Measure.TIMES) {
      return discourse.sentence.comparesCounts;
    }
    discourse.sentence.comparesCounts = number.measure() == Quantity.Measure.COUNT;
    return false;
  }

  /**
   * Whether a change after 各 or 均 is that of both revenue and expenditure, which the sentence has
   * stated in clauses of their own: 收入总计526.40万元，支出总计526.40万元，各增加23.60万元.
   */
  private boolean isOfRevenueAndExpenditure() {
    List<Subject> stated = discourse.sentence.subjects;
    return clause.phraseTokens().stream().anyMatch(t -> t.isWordOfClass(WordClass.BOTH))
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
    boolean excluding = words.stream().anyMatch(t -> t.isWordOfClass(WordClass.BASIS));
    for (int i = 1; i < words.size() && !excluding; i++) {
      if (words.get(i) instanceof ProseToken.Word word
          && word.type() == WordClass.CAUSE
          && word.value().equals(ReasonReader.SUBORDINATE_CLAUSE)) {
        return words.subList(0, i);
      }
    }
    return words;
  }
}
