package org.mingzhang.statement.token;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Quantity;

/**
 * Moves the rates in brackets after the values of 分别 into a clause of their own:
 * 分别增加5万元(增长10%)、减少3万元(下降6%) becomes 分别增加5万元、减少3万元，分别增长10%、下降6%. Otherwise a bracket would end the
 * values. Tokens keep their offsets, so that both clauses quote the original text.
 */
public final class BracketedRateRewriter {
  /** Maximum number of tokens between 分别 and its first value. */
  private static final int MAX_TOKENS_TO_FIRST_VALUE = 6;

  private final List<ProseToken> tokens;
  private final List<ProseToken> rewrittenTokens = new ArrayList<>();

  private BracketedRateRewriter(List<ProseToken> tokens) {
    this.tokens = tokens;
  }

  /**
   * Returns the tokens, in which rates in brackets after values that 分别 distributes follow the last
   * of these values.
   */
  public static List<ProseToken> rewrite(List<ProseToken> tokens) {
    BracketedRateRewriter rewriter = new BracketedRateRewriter(tokens);
    int i = 0;
    while (i < tokens.size()) {
      RespectiveValues respectiveValues =
          tokens.get(i).isWordOfClass(WordClass.RESPECTIVELY)
              ? rewriter.readRespectiveValues(i)
              : null;
      if (respectiveValues == null) {
        rewriter.rewrittenTokens.add(tokens.get(i++));
      } else {
        rewriter.rewrittenTokens.addAll(respectiveValues.values);
        rewriter.rewrittenTokens.addAll(respectiveValues.rates);
        i = respectiveValues.end;
      }
    }
    return rewriter.rewrittenTokens;
  }

  /**
   * The values after 分别 (respectively), separated from their bracketed rates.
   *
   * @param values tokens of the values without the brackets
   * @param rates the tokens of the clause of rates
   * @param end index after the last bracket
   */
  private record RespectiveValues(List<ProseToken> values, List<ProseToken> rates, int end) {}

  /**
   * The leading values of 分别 that each have a rate in brackets, and their rates; null if there are
   * fewer than two such values.
   */
  private @Nullable RespectiveValues readRespectiveValues(int eachWordIndex) {
    List<ProseToken> kept = new ArrayList<>();
    List<ProseToken> rates = new ArrayList<>();
    int end = eachWordIndex;
    int i = eachWordIndex;
    int count = 0;
    while (true) {
      int number = findAmount(i, count == 0 ? MAX_TOKENS_TO_FIRST_VALUE : 2);
      int close = number < 0 ? -1 : findRateEnd(number + 1);
      if (close < 0) {
        break;
      }
      kept.addAll(tokens.subList(i, number + 1));
      rates.addAll(tokens.subList(number + 2, close));
      end = close + 1;
      count++;
      if (end >= tokens.size() || !tokens.get(end).isConjunction()) {
        break;
      }
      rates.add(tokens.get(end));
      i = end;
    }
    if (count < 2) {
      return null;
    }
    if (rates.getLast().isConjunction()) {
      rates.removeLast();
    }
    int endOfLast = tokens.get(end - 1).end();
    rates.addFirst(tokens.get(eachWordIndex));
    rates.addFirst(new ProseToken.Mark(endOfLast, endOfLast, '，'));
    return new RespectiveValues(kept, rates, end);
  }

  /**
   * Index of the next number from {@code from} to {@code from + limit}, if it is an amount of money
   * and no mark other than the token at {@code from} precedes it; otherwise -1.
   */
  private int findAmount(int from, int limit) {
    for (int i = from; i < tokens.size() && i <= from + limit; i++) {
      if (tokens.get(i) instanceof ProseToken.Numeral number) {
        return number.measure() == Quantity.Measure.MONEY ? i : -1;
      }
      if (i > from && tokens.get(i) instanceof ProseToken.Mark) {
        return -1;
      }
    }
    return -1;
  }

  /**
   * Index of the closing bracket, if the brackets contain only a direction and a percentage;
   * otherwise -1.
   */
  private int findRateEnd(int openingBracket) {
    if (openingBracket + 3 >= tokens.size()
        || !(tokens.get(openingBracket) instanceof ProseToken.Mark mark && mark.mark() == '(')
        || !tokens.get(openingBracket + 1).isWordOfAnyClass(WordClass.UP, WordClass.DOWN)) {
      return -1;
    }
    int percent =
        tokens.get(openingBracket + 2).isWordOfClass(WordClass.VERB)
            ? openingBracket + 3
            : openingBracket + 2;
    return percent + 1 < tokens.size()
            && tokens.get(percent) instanceof ProseToken.Numeral number
            && number.measure() == Quantity.Measure.PERCENT
            && tokens.get(percent + 1) instanceof ProseToken.Mark end
            && end.mark() == ')'
        ? percent + 1
        : -1;
  }
}
