package org.mingzhang.statement;

import java.util.List;
import java.util.Objects;
import org.mingzhang.model.Stage;

/**
 * Removes 预计 (expected) from clauses that state the execution of the report year. Reports written
 * before the accounts are closed use it for results: 收入预计完成5.86亿元 in 2024年预算执行情况 states the
 * execution of 2024. Elsewhere, and for other years, 预计 marks a plan and is kept.
 */
final class ExpectedExecutionFilter {
  private static final String EXPECTED = "预计";

  private final FoldedText folded;
  private final DiscourseState discourse;

  ExpectedExecutionFilter(FoldedText folded, DiscourseState discourse) {
    this.folded = folded;
    this.discourse = discourse;
  }

  /**
   * The clause without 预计 if it states the execution of the reference year; otherwise the clause
   * itself.
   */
  Clause filter(Clause clause) {
    StageAndTime inherited = discourse.context.stageAndTime();
    Integer year = inherited.year();
    boolean ofYear =
        inherited.stage() == Stage.EXECUTION
            && year != null
            && discourse.referenceYear() == year
            && clause.tokens().stream().allMatch(token -> isOfYearOrNoTime(token, year));
    if (!ofYear) {
      return clause;
    }
    List<ProseToken> tokens =
        clause.tokens().stream().filter(t -> !folded.text(t).equals(EXPECTED)).toList();
    return new Clause(
        tokens,
        clause.markBefore(),
        clause.markAfter(),
        clause.listMark(),
        clause.start(),
        clause.end());
  }

  private static boolean isOfYearOrNoTime(ProseToken token, Integer year) {
    return !(token instanceof ProseToken.Time time)
        || time.years().stream().allMatch(y -> Objects.equals(y, year));
  }
}
