package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.statement.Statement.Direction;

/**
 * The clause that is being read, and the tokens since its last predicate, which form the phrase of
 * the next one. Shared by the readers of predicates, which run one after the other.
 */
final class ClauseState {
  private final FoldedText folded;
  private final List<Token> phraseTokens = new ArrayList<>();
  private Clause clause = new Clause(List.of(), (char) 0, (char) 0, null, 0, 0);

  ClauseState(FoldedText folded) {
    this.folded = folded;
  }

  /** Opens a clause. */
  void open(Clause next) {
    clause = next;
    phraseTokens.clear();
  }

  List<Token> tokens() {
    return clause.tokens();
  }

  /** The tokens since the last predicate. */
  List<Token> phraseTokens() {
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
    return clause.bullet() != null;
  }

  /** Whether it is the first clause of its sentence or list item. */
  boolean opensSentence() {
    return opensItem() || "\0。；\n".indexOf(clause.markBefore()) >= 0;
  }

  String text(Token token) {
    return folded.text(token);
  }

  /** The text since the last predicate, as printed. */
  String phraseText() {
    return phraseTokens.isEmpty()
        ? ""
        : folded.text(phraseTokens.getFirst().start(), phraseTokens.getLast().end());
  }

  /**
   * Index of the first token from {@code i} on that may not be between a predicate and its number.
   */
  int skipFillers(int i) {
    int j = i;
    while (j < tokens().size() && isFiller(tokens().get(j))) {
      j++;
    }
    return j;
  }

  private static boolean isFiller(Token token) {
    return token.is(WordClass.VERB)
        || token.is(WordClass.DONE)
        || token.is(WordClass.EACH)
        || token.is(WordClass.BOTH)
        || token.is(WordClass.APPROXIMATE)
        || token.is(WordClass.NOUN)
        || token.is(WordClass.SUM)
        || token.is(WordClass.LINK);
  }

  /** Whether a word such as 以上 or 不超过 is at an index. */
  boolean isLimitAt(int i) {
    return i < tokens().size() && tokens().get(i).is(WordClass.THRESHOLD);
  }

  /** Whether the word 分别 is in the phrase or among the tokens of a range. */
  boolean isDistributed(int from, int to) {
    return phraseTokens.stream().anyMatch(t -> t.is(WordClass.EACH))
        || tokens().subList(from, to).stream().anyMatch(t -> t.is(WordClass.EACH));
  }

  /** Whether values belong to several subjects: after 分别, or several values after 各. */
  boolean isDistributed(int from, int to, ValueRun run) {
    return isDistributed(from, to)
        || (run.numbers().size() > 1
            && (phraseTokens.stream().anyMatch(t -> t.is(WordClass.BOTH))
                || tokens().subList(from, to).stream().anyMatch(t -> t.is(WordClass.BOTH))));
  }

  /**
   * Numbers joined by 、 or 和, the values of 分别.
   *
   * @param numbers the numbers
   * @param directions the direction of each; one without a word has that of the number before it
   * @param end index after the last number
   */
  record ValueRun(List<Token.Numeral> numbers, List<Direction> directions, int end) {}

  /** Reads the numbers from an index on. */
  ValueRun readRun(int from, Direction direction) {
    List<Token.Numeral> numbers = new ArrayList<>();
    List<Direction> directions = new ArrayList<>();
    Direction current = direction;
    int end = from;
    for (int i = from; i < tokens().size(); i++) {
      Token token = tokens().get(i);
      if (token instanceof Token.Numeral number) {
        if (!numbers.isEmpty() && !(isJoined(i, end) && isSameMeasure(numbers.getLast(), number))) {
          break;
        }
        numbers.add(number);
        directions.add(current);
        end = i + 1;
      } else if (token.is(WordClass.UP) || token.is(WordClass.DOWN)) {
        current = token.is(WordClass.UP) ? Direction.INCREASE : Direction.DECREASE;
      } else if (!token.isConjunction()) {
        break;
      }
    }
    return new ValueRun(numbers, directions, end);
  }

  /** Whether both are rates or neither is: 分别增加3万元，增长5% is one change. */
  private static boolean isSameMeasure(Token.Numeral a, Token.Numeral b) {
    return (a.measure() == Quantity.Measure.PERCENT) == (b.measure() == Quantity.Measure.PERCENT);
  }

  private boolean isJoined(int i, int end) {
    return i > end && tokens().subList(end, i).stream().anyMatch(Token::isConjunction);
  }
}
