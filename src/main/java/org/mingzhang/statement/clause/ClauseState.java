package org.mingzhang.statement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.phrase.AmountNameRangeFinder;
import org.mingzhang.statement.token.Clause;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;

/**
 * The clause that is being read, and the tokens since its last predicate, which form the phrase of
 * the next one. Shared by the readers of predicates, which run one after the other.
 */
final class ClauseState {
  private static final int MAX_SENTENCE_LENGTH = 200;

  private final FoldedText foldedText;
  private final List<ProseToken> phraseTokens = new ArrayList<>();
  private Clause clause = new Clause(List.of(), (char) 0, (char) 0, null, 0, 0);

  ClauseState(FoldedText foldedText) {
    this.foldedText = foldedText;
  }

  /** Starts a clause; its first phrase has no tokens yet. */
  void startClause(Clause next) {
    clause = next;
    phraseTokens.clear();
  }

  List<ProseToken> tokens() {
    return clause.tokens();
  }

  /** The tokens since the last predicate; readers add to this list and clear it. */
  List<ProseToken> phraseTokens() {
    return phraseTokens;
  }

  char markBefore() {
    return clause.markBefore();
  }

  char markAfter() {
    return clause.markAfter();
  }

  boolean hasNumber() {
    return clause.hasNumber();
  }

  /** Whether the clause is the first of a list item. */
  boolean opensItem() {
    return clause.listMark() != null;
  }

  /**
   * Whether the clause is the first one of its sentence or list item, or the first after a
   * semicolon.
   */
  boolean opensSentence() {
    return opensItem() || "\0。；\n".indexOf(clause.markBefore()) >= 0;
  }

  /** Whether the clause is the first of its line. */
  boolean startsParagraph() {
    return foldedText.startsLine(clause.start());
  }

  /** Whether a line ends with the clause. */
  boolean endsParagraph() {
    int end = clause.end();
    return end >= foldedText.length()
        || foldedText.text().charAt(end) == '\n'
        || markAfter() == '\n';
  }

  String text(ProseToken token) {
    return foldedText.text(token);
  }

  /** Whether a word says that money was received: 到位, 计划到位. */
  boolean saysMoneyWasReceived(ProseToken word) {
    return text(word).endsWith("到位");
  }

  /**
   * Whether the clause has a token at an index and this token ends words on who approved an amount.
   */
  boolean endsApproval(int tokenIndex) {
    return tokenIndex < clause.tokens().size()
        && AmountNameRangeFinder.endsApproval(foldedText, clause.tokens().get(tokenIndex));
  }

  /** The first number of the clause from a token on; null if there is none. */
  ProseToken.@Nullable Numeral firstNumberFrom(int tokenIndex) {
    return tokens().stream()
        .skip(tokenIndex)
        .flatMap(t -> t instanceof ProseToken.Numeral number ? Stream.of(number) : Stream.empty())
        .findFirst()
        .orElse(null);
  }

  /** The folded text between two tokens of the clause, of which the first is given by its index. */
  String textBetween(int tokenIndex, ProseToken next) {
    int start = tokens().get(tokenIndex).end();
    return foldedText.text(start, next.start());
  }

  /** The folded text from the clause to the end of its sentence, at most 200 characters. */
  String textToEndOfSentence() {
    String text = foldedText.text();
    int limit = Math.min(text.length(), clause.start() + MAX_SENTENCE_LENGTH);
    int end = text.indexOf('。', clause.start(), limit);
    return foldedText.text(clause.start(), end < 0 ? limit : end);
  }

  /** The characters right before a token, at most 12, also those of clauses before it. */
  String textBefore(ProseToken token) {
    return foldedText.text(Math.max(0, token.start() - 12), token.start());
  }

  /** The characters right after a token, at most 12, also those of clauses after it. */
  String textAfter(ProseToken token) {
    return foldedText.text(token.end(), Math.min(foldedText.text().length(), token.end() + 12));
  }

  /** The folded text from one token to another. */
  String text(ProseToken first, ProseToken last) {
    return foldedText.text(first.start(), last.end());
  }

  /** The folded text from the first to the last token of the phrase; empty if it has none. */
  String phraseText() {
    return textOf(phraseTokens);
  }

  /** The folded text from the first to the last of some tokens; empty if there are none. */
  String textOf(List<ProseToken> words) {
    return words.isEmpty() ? "" : foldedText.text(words.getFirst().start(), words.getLast().end());
  }

  /**
   * Index of the first token, from {@code tokenIndex} on, that cannot stand between a predicate and
   * its number.
   */
  int skipWordsBeforeNumber(int tokenIndex) {
    int j = tokenIndex;
    while (j < tokens().size() && mayPrecedeNumber(tokens().get(j))) {
      j++;
    }
    return j;
  }

  private static boolean mayPrecedeNumber(ProseToken token) {
    return token.isWordOfAnyClass(
        WordClass.VERB,
        WordClass.LINKING_VERB,
        WordClass.RESPECTIVELY,
        WordClass.EQUALLY,
        WordClass.APPROXIMATE,
        WordClass.NOUN,
        WordClass.SUM,
        WordClass.LINK);
  }

  /** Index of the first token, from {@code tokenIndex} on, that ends after an offset. */
  int indexOfTokenEndingAfter(int offset, int tokenIndex) {
    int j = tokenIndex;
    while (j < tokens().size() && tokens().get(j).end() <= offset) {
      j++;
    }
    return j;
  }

  /** Whether a word such as 以上 or 不超过 is at an index. */
  boolean isThresholdWordAt(int tokenIndex) {
    return tokenIndex < tokens().size()
        && tokens().get(tokenIndex).isWordOfClass(WordClass.THRESHOLD);
  }

  /** Whether 分别 is in the phrase or in a range of tokens. */
  boolean isDistributed(int from, int to) {
    return phraseTokens.stream().anyMatch(t -> t.isWordOfClass(WordClass.RESPECTIVELY))
        || tokens().subList(from, to).stream()
            .anyMatch(t -> t.isWordOfClass(WordClass.RESPECTIVELY));
  }

  /** Whether values belong to several subjects: after 分别, or several values after 各. */
  boolean isDistributed(int from, int to, NumberSequence run) {
    return isDistributed(from, to)
        || (run.numbers().size() > 1
            && (phraseTokens.stream().anyMatch(t -> t.isWordOfClass(WordClass.EQUALLY))
                || tokens().subList(from, to).stream()
                    .anyMatch(t -> t.isWordOfClass(WordClass.EQUALLY))));
  }

  /**
   * Several values joined by 、 or 和, which 分别 distributes over subjects.
   *
   * @param values the numbers, and words such as 持平 for a value that has not changed
   * @param directions the direction of each value; a number without a word for its direction has
   *     the direction of the number before it
   * @param end index after the last value
   */
  record NumberSequence(List<ProseToken> values, List<Direction> directions, int end) {
    /** The values that are numbers. */
    List<ProseToken.Numeral> numbers() {
      return numbersOf(values);
    }

    /** Whether they are several amounts of money. */
    boolean isSeriesOfAmounts() {
      return values.size() > 1 && values.stream().allMatch(ProseToken::isMoney);
    }
  }

  /** The numbers among tokens. */
  static List<ProseToken.Numeral> numbersOf(List<? extends ProseToken> values) {
    return values.stream()
        .flatMap(v -> v instanceof ProseToken.Numeral number ? Stream.of(number) : Stream.empty())
        .toList();
  }

  /**
   * Reads the values from an index on that are joined by 、, a comma or 和, the numbers with or
   * without a direction before them. The sequence ends before a rate that follows an amount, and
   * the reverse. It has no values if another token precedes them.
   *
   * @param direction direction of the numbers before the first word for a direction
   */
  NumberSequence readNumberSequence(int from, Direction direction) {
    List<ProseToken> values = new ArrayList<>();
    List<Direction> directions = new ArrayList<>();
    Direction current = direction;
    int end = from;
    for (int i = from; i < tokens().size(); i++) {
      ProseToken token = tokens().get(i);
      if (token instanceof ProseToken.Numeral || token.isWordOfClass(WordClass.UNCHANGED)) {
        if (!values.isEmpty()
            && !(hasConjunctionBetween(i, end)
                && mayBelongToNextSubject(values.getLast(), token))) {
          break;
        }
        values.add(token);
        directions.add(current);
        end = i + 1;
      } else if (token.isWordOfAnyClass(WordClass.UP, WordClass.DOWN)) {
        current = token.isWordOfClass(WordClass.UP) ? Direction.INCREASE : Direction.DECREASE;
      } else if (!token.isConjunction()) {
        break;
      }
    }
    return new NumberSequence(values, directions, end);
  }

  /**
   * Whether a value may belong to the next subject after the subject of the value before it: two
   * numbers only if both are rates or neither is. If they differ, 分别增加3万元，增长5%, they belong to one
   * change.
   */
  private static boolean mayBelongToNextSubject(ProseToken value, ProseToken next) {
    return !(value instanceof ProseToken.Numeral a && next instanceof ProseToken.Numeral b)
        || (a.measure() == Quantity.Measure.PERCENT) == (b.measure() == Quantity.Measure.PERCENT);
  }

  private boolean hasConjunctionBetween(int tokenIndex, int end) {
    return tokenIndex > end
        && tokens().subList(end, tokenIndex).stream().anyMatch(ProseToken::isConjunction);
  }

  /** Whether the last token is an amount of money. */
  boolean endsInMoney() {
    return clause.endsInMoney();
  }

  /** Whether words only say what was done with an amount, without naming an account: 已支出资金. */
  boolean nameNoAccount(List<ProseToken> words) {
    return words.stream()
        .allMatch(
            t ->
                t.isWordOfAnyClass(WordClass.NOUN, WordClass.VERB, WordClass.STAGE, WordClass.LINK)
                    || text(t).equals("已"));
  }

  /**
   * Removes the words of the phrase except for its last stage, verb of allocation or word of
   * exclusion, which also apply to an amount after the count: 年初批复预算7个项目826万元, 下达3批资金826万元.
   */
  void retainOnlyLastStage() {
    List<ProseToken> stages =
        phraseTokens().stream()
            .filter(
                t ->
                    t instanceof ProseToken.Word word
                        && (word.type() == WordClass.STAGE
                            || word.isAllocation()
                            || word.isWord(WordClass.COMPARISON_BASIS, Lexicon.EXCLUSION)
                            || word.includesPayer()))
            .toList();
    phraseTokens().clear();
    stages.stream().skip(Math.max(0, stages.size() - 1L)).forEach(phraseTokens()::add);
  }
}
