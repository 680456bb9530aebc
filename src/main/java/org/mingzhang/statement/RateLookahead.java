package org.mingzhang.statement;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rate that the clause behind says of the same change: 比上年增加866.46万元，增长9.65%. With it the
 * change can be tried on what it may be a change of.
 */
final class RateLookahead {
  private RateLookahead() {}

  /** For each clause the rate that the next one begins with, or null. */
  static List<Token.@Nullable Numeral> ratesOfNext(List<Clause> clauses) {
    Token.@Nullable Numeral[] ahead = new Token.Numeral[clauses.size()];
    for (int i = 0; i + 1 < clauses.size(); i++) {
      char after = clauses.get(i).markAfter();
      if (after == '，' || after == '、' || after == '(') {
        ahead[i] = rateOf(clauses.get(i + 1).tokens());
      }
    }
    return Arrays.asList(ahead);
  }

  /** The percentage of a clause that says a direction and it, and nothing else before it. */
  private static Token.@Nullable Numeral rateOf(List<Token> tokens) {
    for (Token token : tokens) {
      if (token instanceof Token.Numeral number) {
        return number.measure() == Quantity.Measure.PERCENT ? number : null;
      }
      boolean direction =
          token.is(WordClass.UP) || token.is(WordClass.DOWN) || token.is(WordClass.UNSAID);
      if (!direction && !token.is(WordClass.DONE) && !token.is(WordClass.VERB)) {
        return null;
      }
    }
    return null;
  }
}
