package org.mingzhang.statement.token;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Quantity;

/**
 * Looks ahead for the rate with which the next clause continues a change: 比上年增加866.46万元，增长9.65%.
 * The rate helps to decide which amount has changed.
 */
public final class RateLookahead {
  private RateLookahead() {}

  /** For each clause, the rate at the beginning of the next, or null. */
  public static List<ProseToken.@Nullable Numeral> findRatesOfNextClauses(List<Clause> clauses) {
    ProseToken.@Nullable Numeral[] ahead = new ProseToken.Numeral[clauses.size()];
    for (int i = 0; i + 1 < clauses.size(); i++) {
      char after = clauses.get(i).markAfter();
      if (after == '，' || after == '、' || after == '(') {
        ahead[i] = findRate(clauses.get(i + 1).tokens());
      }
    }
    return Arrays.asList(ahead);
  }

  /** The percentage that follows a direction at the beginning of a clause, or null. */
  private static ProseToken.@Nullable Numeral findRate(List<ProseToken> tokens) {
    for (ProseToken token : tokens) {
      if (token instanceof ProseToken.Numeral number) {
        return number.measure() == Quantity.Measure.PERCENT ? number : null;
      }
      boolean direction =
          token.isWordOfAnyClass(WordClass.UP, WordClass.DOWN, WordClass.CHANGE_WITHOUT_DIRECTION);
      if (!direction && !token.isWordOfAnyClass(WordClass.LINKING_VERB, WordClass.VERB)) {
        return null;
      }
    }
    return null;
  }
}
