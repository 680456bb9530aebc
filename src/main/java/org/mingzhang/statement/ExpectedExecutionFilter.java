package org.mingzhang.statement;

import java.util.List;
import java.util.Objects;
import org.mingzhang.model.Stage;

/**
 * Clauses on what is expected to be executed, as reports have them that are given before the
 * accounts of their year are closed: in 2024年预算执行情况, 收入预计完成5.86亿元 tells the execution of 2024.
 * Elsewhere, and of another year, 预计 makes an amount a plan.
 */
final class ExpectedExecutionFilter {
  private static final String EXPECTED = "预计";

  private final FoldedText folded;
  private final Discourse discourse;

  ExpectedExecutionFilter(FoldedText folded, Discourse discourse) {
    this.folded = folded;
    this.discourse = discourse;
  }

  /** The clause without 预计 where it tells the execution of the year spoken of. */
  Clause filter(Clause clause) {
    Frame inherited = discourse.context.frame();
    Integer year = inherited.year();
    boolean ofYear =
        inherited.stage() == Stage.EXECUTION
            && year != null
            && discourse.referenceYear() == year
            && clause.tokens().stream().allMatch(token -> isOfYear(token, year));
    if (!ofYear) {
      return clause;
    }
    List<Token> tokens =
        clause.tokens().stream().filter(t -> !folded.text(t).equals(EXPECTED)).toList();
    return new Clause(
        tokens, clause.markBefore(), clause.markAfter(), clause.bullet(), clause.start(), clause.end());
  }

  private static boolean isOfYear(Token token, Integer year) {
    return !(token instanceof Token.Time time)
        || time.years().stream().allMatch(y -> Objects.equals(y, year));
  }
}
