package org.mingzhang.statement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.clause.SentenceState.ComparisonBase;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.BalanceDateReader;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.QuantityReader;
import org.mingzhang.statement.token.WordClass;

/**
 * Reads what a change is compared with, 比上年, 较年初预算 or 同比, and makes it the base of the sentence.
 */
final class ComparisonBaseReader {
  /** Maximum number of tokens after 比 among which a time, a stage or a direction must occur. */
  private static final int MAX_TOKENS_AFTER_COMPARISON = 30;

  /** Maximum number of words of two bases; a longer text contains other words. */
  private static final int MAX_WORDS_OF_TWO_BASES = 16;

  /** What separates two bases, at the end of the text before the second: 与年初预算和上年均持平. */
  private static final Pattern BASE_SEPARATOR = Pattern.compile("(?:、|[和与及同跟]|以及)$");

  /** The token right after the base that was read last; null if there is none. */
  private @Nullable ProseToken tokenAfterBase;

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final QuantityReader quantityReader;
  private final ChangeStatementBuilder changeBuilder;

  ComparisonBaseReader(
      ClauseState clause,
      DiscourseState discourse,
      QuantityReader quantityReader,
      ChangeStatementBuilder changeBuilder) {
    this.clause = clause;
    this.discourse = discourse;
    this.quantityReader = quantityReader;
    this.changeBuilder = changeBuilder;
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
      if (token.isTimeOrStage()) {
        return j > tokenIndex || j + 1 < clause.tokens().size() || clause.markAfter() == '，';
      }
      if (!token.isWordOfAnyClass(WordClass.SCOPE, WordClass.LINK)) {
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
      if (token.isTimeOrStage()
          || token.isWordOfAnyClass(
              WordClass.UP, WordClass.DOWN, WordClass.UNCHANGED, WordClass.COMPARISON_END)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads what a change is compared with, up to the direction, 相比 or the end of the clause, and
   * makes it the base of the sentence. Numbers after it do not complete changes before it.
   *
   * @return index of the next token
   */
  int read(int from) {
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
        quantity = quantityReader.read(number);
        counts = number.measure() == Quantity.Measure.COUNT;
      } else if (token.isWordOfClass(WordClass.COMPARISON_END)
          || isTrailingComparisonWord(token, i, from)) {
        i++;
        break;
      } else if (token.endsComparisonBase()
          || (token.isWordOfClass(WordClass.SUM)
              && i + 1 < clause.tokens().size()
              && clause.tokens().get(i + 1).endsComparisonBase())
          || BudgetAdjustmentReader.isAdjustment(token)) {
        break;
      } else if (quantity == null) {
        words.add(token);
      } else if (!token.isWordOfClass(WordClass.LINK)) {
        break;
      }
    }
    setYearFromWordsBeforeComparison();
    int other = quantity == null ? indexOfSecondBase(words) : 0;
    discourse.sentence.secondBase =
        other == 0
            ? null
            : new ComparisonBase(discourse.readPhrase(words.subList(other, words.size())), null);
    words = other == 0 ? words : words.subList(0, other);
    AmountPhrase phrase =
        BalanceDateReader.withYearOfOpening(
            discourse.readPhrase(words),
            clause.textOf(words),
            comparedSubjects(),
            discourse.referenceYear());
    discourse.sentence.comparisonBase =
        new ComparisonBase(phrase, series.isEmpty() && !counts ? quantity : null);
    discourse.sentence.countsThings = quantity == null ? discourse.sentence.countsThings : counts;
    if (!series.isEmpty()) {
      changeBuilder.addAmountsOfBase(phrase, series);
    }
    discourse.sentence.lastChangeIndices = List.of();
    tokenAfterBase = i < clause.tokens().size() ? clause.tokens().get(i) : null;
    return i;
  }

  /**
   * Sets the year of the sentence, from which 上年 is counted, to the year that the clause states
   * before the comparison: 2022年预算80万元；2023年预算较上年增长5%.
   */
  private void setYearFromWordsBeforeComparison() {
    if (clause.phraseTokens().stream().anyMatch(ProseToken.Time.class::isInstance)) {
      discourse.sentence.setYearIfStated(discourse.readPhrase(clause.phraseTokens()));
    }
  }

  /**
   * The index at which the second of two bases begins, of which one is a budget and the other a
   * year: 与年初预算和上年均持平; 0 for one base.
   */
  private int indexOfSecondBase(List<ProseToken> words) {
    if (words.size() > MAX_WORDS_OF_TWO_BASES) {
      return 0;
    }
    for (int i = 1; i < words.size(); i++) {
      String through = clause.text(words.getFirst(), words.get(i));
      String first = through.substring(0, through.length() - clause.text(words.get(i)).length());
      List<ProseToken> before = words.subList(0, i);
      List<ProseToken> after = words.subList(i, words.size());
      if (BASE_SEPARATOR.matcher(first).find()
          && ((namesBudgetWithoutYear(before) && hasYear(after))
              || (hasYear(before) && namesBudgetWithoutYear(after)))) {
        return i;
      }
    }
    return 0;
  }

  private static boolean hasYear(List<ProseToken> words) {
    return words.stream().anyMatch(t -> t.isTimeOrStage() && !t.isWordOfClass(WordClass.STAGE));
  }

  private static boolean namesBudgetWithoutYear(List<ProseToken> words) {
    return !hasYear(words) && words.stream().anyMatch(t -> t.isWordOfClass(WordClass.STAGE));
  }

  /** Whether 比 ends the base as 相比 does: 与上年35.3万元比减少3.5万元. */
  private boolean isTrailingComparisonWord(ProseToken token, int tokenIndex, int from) {
    boolean last = tokenIndex + 1 == clause.tokens().size();
    return token.isWordOfClass(WordClass.COMPARISON_START)
        && tokenIndex > from
        && (last || clause.tokens().get(tokenIndex + 1).endsComparisonBase());
  }

  /** What the words before the base name; otherwise the topic. */
  private List<Subject> comparedSubjects() {
    List<Subject> named = discourse.readPhrase(clause.phraseTokens()).subjects();
    return named.isEmpty() ? discourse.topic().subjects() : named;
  }

  /** Whether a token introduces the base of a comparison: 比, 与, 相比. */
  static boolean introducesBase(ProseToken token) {
    return token.isWordOfAnyClass(
        WordClass.COMPARISON_START, WordClass.COMPARISON_END, WordClass.WITH);
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
      int end = read(tokenIndex + 1);
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
      if (token.endsComparisonBase() || token.isWordOfClass(WordClass.COMPARISON_END)) {
        return stated;
      }
      boolean amount = token.isMoney();
      if (!amount
          && !token.isTimeOrStage()
          && !token.isWordOfAnyClass(WordClass.LINK, WordClass.SCOPE, WordClass.NOUN)) {
        return false;
      }
      stated |= amount || token.isTimeOrStage();
    }
    return stated;
  }

  /**
   * Reads the base right after a word with 超 or a word that compares amounts, 超出年初预算105.33万元,
   * 大于预算数3万元, makes it the base of the sentence, and forgets the last changes. Nothing is read
   * after other directions.
   *
   * @return index after the base, or {@code from} if nothing is read or no number follows the base
   */
  int readDirectBase(ProseToken.Word word, int from) {
    boolean comparison = clause.tokens().get(from - 1).isWordOfClass(WordClass.AVERAGE);
    int to = findEndOfBase(from, comparison);
    if (to == 0 || !(comparison || clause.text(word).startsWith("超"))) {
      return from;
    }
    discourse.sentence.comparisonBase =
        new ComparisonBase(discourse.readPhrase(clause.tokens().subList(from, to)), null);
    discourse.sentence.lastChangeIndices = List.of();
    return to;
  }

  /**
   * The index after the stages that begin at an index and are followed by a number; 0 if there are
   * no stages or no number follows.
   *
   * @param from index of a token at which the stages begin
   * @param mustBeMoney whether the number must be an amount of money; times may then stand before,
   *     between and after the stages, or alone
   */
  int findEndOfBase(int from, boolean mustBeMoney) {
    int to = from;
    while (to < clause.tokens().size()
        && (clause.tokens().get(to).isWordOfClass(WordClass.STAGE)
            || (mustBeMoney && clause.tokens().get(to).isTimeOrStage()))) {
      to++;
    }
    int at = clause.skipWordsBeforeNumber(to);
    return to > from
            && at < clause.tokens().size()
            && clause.tokens().get(at) instanceof ProseToken.Numeral number
            && (!mustBeMoney || number.measure() == Quantity.Measure.MONEY)
        ? to
        : 0;
  }

  /** Whether the number after a base is its own amount, 低于2019年决算的11万元, and not a change. */
  boolean isAmountOfBaseAt(int endOfBase) {
    int number = clause.skipWordsBeforeNumber(endOfBase);
    return number > endOfBase && clause.text(clause.tokens().get(number - 1)).equals("的");
  }

  /**
   * Reads a base with its amount and adds the amount.
   *
   * @return index of the next token
   */
  int readBaseWithAmount(int from) {
    int end = read(from);
    ComparisonBase base = Objects.requireNonNull(discourse.sentence.comparisonBase);
    clause.phraseTokens().clear();
    clause.tokens().subList(from, end).stream()
        .filter(ProseToken::isMoney)
        .map(ProseToken.Numeral.class::cast)
        .limit(1)
        .forEach(number -> changeBuilder.addAmountsOfBase(base.phrase(), List.of(number)));
    return end;
  }

  /** Whether a word directly follows the base that was read last. */
  boolean isDirectlyAfterBase(ProseToken.Word word) {
    return word.equals(tokenAfterBase);
  }
}
