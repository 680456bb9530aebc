package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.statement.Statement.Direction;

/**
 * The clause that is being read: its tokens, and the phrase that has gathered since its last
 * predicate. Used by the readers of predicates, one after the other.
 */
final class ClauseState {
  private final FoldedText folded;
  private final List<Token> phraseTokens = new ArrayList<>();
  private Clause clause = new Clause(List.of(), (char) 0, (char) 0, null, 0, 0);

  ClauseState(FoldedText folded) {
    this.folded = folded;
  }

  /** Opens another clause. */
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

  /** Whether it opens an item of a list. */
  boolean opensItem() {
    return clause.bullet() != null;
  }

  /** Whether nothing of its sentence stands before it but the mark of a list item. */
  boolean opensSentence() {
    return opensItem() || "\0。；\n".indexOf(clause.markBefore()) >= 0;
  }

  String text(Token token) {
    return folded.text(token);
  }

  /** What has gathered since the last predicate, as printed. */
  String phraseText() {
    return phraseTokens.isEmpty() ? "" : folded.text(phraseTokens.getFirst().start(), phraseTokens.getLast().end());
  }

  /**
   * Place of the first token from {@code i} on that is more than a word between a predicate and its
   * number.
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

  boolean isLimitAt(int i) {
    return i < tokens().size() && tokens().get(i).is(WordClass.THRESHOLD);
  }

  /** Whether 分别 stands in the phrase before or among these tokens(). */
  boolean isDistributed(int from, int to) {
    return phraseTokens.stream().anyMatch(t -> t.is(WordClass.EACH))
        || tokens().subList(from, to).stream().anyMatch(t -> t.is(WordClass.EACH));
  }

  /** Whether values are those of several: behind 分别, or several behind 各. */
  boolean isDistributed(int from, int to, ValueRun run) {
    return isDistributed(from, to)
        || (run.numbers().size() > 1
            && (phraseTokens.stream().anyMatch(t -> t.is(WordClass.BOTH))
                || tokens().subList(from, to).stream().anyMatch(t -> t.is(WordClass.BOTH))));
  }

  /** The values of 分别: numbers joined by 、 or 和, each with its own direction or that before. */
  record ValueRun(List<Token.Numeral> numbers, List<Direction> directions, int end) {}

  ValueRun readRun(int from, Direction direction) {
    List<Token.Numeral> numbers = new ArrayList<>();
    List<Direction> directions = new ArrayList<>();
    Direction said = direction;
    int end = from;
    for (int i = from; i < tokens().size(); i++) {
      Token token = tokens().get(i);
      if (token instanceof Token.Numeral number) {
        if (!numbers.isEmpty() && !(isJoined(i, end) && isSameMeasure(numbers.getLast(), number))) {
          break;
        }
        numbers.add(number);
        directions.add(said);
        end = i + 1;
      } else if (token.is(WordClass.UP) || token.is(WordClass.DOWN)) {
        said = token.is(WordClass.UP) ? Direction.INCREASE : Direction.DECREASE;
      } else if (!token.isConjunction()) {
        break;
      }
    }
    return new ValueRun(numbers, directions, end);
  }

  /** Amounts are not distributed together with rates: 分别增加3万元，增长5% is one change. */
  private static boolean isSameMeasure(Token.Numeral a, Token.Numeral b) {
    return (a.measure() == Quantity.Measure.PERCENT) == (b.measure() == Quantity.Measure.PERCENT);
  }

  private boolean isJoined(int i, int end) {
    return i > end && tokens().subList(end, i).stream().anyMatch(Token::isConjunction);
  }
}
