package org.mingzhang.statement.clause;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.token.Clause;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;

/**
 * Adds up the amounts in a sentence that begins with 其中. The sum helps to decide of which of
 * several amounts before the sentence it lists the parts.
 */
final class PartSumLookahead {
  private PartSumLookahead() {}

  /**
   * The sum, in 元, of the amounts of money that follow a name, from a clause to the end of its
   * sentence. Null if the clause neither opens a sentence with 其中 nor divides an amount: 按经济分类：.
   *
   * @param at index of the clause
   */
  static @Nullable BigDecimal findSum(List<Clause> clauses, int at) {
    Clause opening = clauses.get(at);
    ProseToken first = opening.tokens().isEmpty() ? null : opening.tokens().getFirst();
    boolean among = first != null && first.isWordOfClass(WordClass.AMONG);
    boolean divides = first != null && first.isWordOfClass(WordClass.BY);
    if (!(among && opening.markBefore() == '。') && !(divides && opening.markAfter() == '：')) {
      return null;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = at; i < clauses.size(); i++) {
      sum = sum.add(amountOfName(clauses.get(i)));
      if ("。\n\0".indexOf(clauses.get(i).markAfter()) >= 0) {
        break;
      }
    }
    return sum;
  }

  /**
   * The first number of a clause if it is an amount of money that follows a name and is not a
   * change or its base; otherwise 0.
   */
  private static BigDecimal amountOfName(Clause clause) {
    boolean named = false;
    for (ProseToken token : clause.tokens()) {
      if (token instanceof ProseToken.Numeral number) {
        return named && number.measure() == Quantity.Measure.MONEY
            ? number.value()
            : BigDecimal.ZERO;
      }
      if (token.endsComparisonBase()
          || token.isWordOfAnyClass(WordClass.COMPARE, WordClass.WITH, WordClass.BASE)) {
        return BigDecimal.ZERO;
      }
      named |= token.isNameLike();
    }
    return BigDecimal.ZERO;
  }
}
