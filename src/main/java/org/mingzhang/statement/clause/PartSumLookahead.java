package org.mingzhang.statement.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.token.Clause;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;

/**
 * Adds up the amounts of the parts that 其中 announces. The sums help to decide of which of several
 * amounts before it they are the parts.
 */
final class PartSumLookahead {
  private PartSumLookahead() {}

  /**
   * The running sums, in 元, of the amounts of money that follow a name outside brackets: the first,
   * the first two together, and so on. They are added up from a clause to the end of its sentence,
   * or, after a semicolon, to the next semicolon. Empty if the clause neither opens a sentence or a
   * part of it with 其中 nor divides an amount: 按经济分类：.
   *
   * @param at index of the clause
   */
  static List<BigDecimal> findSums(List<Clause> clauses, int at) {
    Clause opening = clauses.get(at);
    ProseToken first = opening.tokens().isEmpty() ? null : opening.tokens().getFirst();
    boolean among = first != null && first.isWordOfClass(WordClass.OF_WHICH);
    boolean divides = first != null && first.isWordOfClass(WordClass.BY);
    if (!(among && "。；".indexOf(opening.markBefore()) >= 0)
        && !(divides && opening.markAfter() == '：')) {
      return List.of();
    }
    String ends = opening.markBefore() == '；' ? "。\n\0；" : "。\n\0";
    List<BigDecimal> sums = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    int depth = 0;
    for (int i = at; i < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      BigDecimal amount = depth == 0 ? amountOfName(clause) : BigDecimal.ZERO;
      if (amount.signum() != 0) {
        sum = sum.add(amount);
        sums.add(sum);
      }
      if (ends.indexOf(clause.markAfter()) >= 0) {
        break;
      }
      depth += clause.markAfter() == '(' ? 1 : clause.markAfter() == ')' && depth > 0 ? -1 : 0;
    }
    return sums.isEmpty() ? List.of(BigDecimal.ZERO) : sums;
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
          || token.isWordOfAnyClass(
              WordClass.COMPARISON_START, WordClass.WITH, WordClass.YEAR_ON_YEAR)) {
        return BigDecimal.ZERO;
      }
      named |= token.isNameLike();
    }
    return BigDecimal.ZERO;
  }
}
