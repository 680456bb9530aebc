package org.mingzhang.statement.clause;

import java.util.Objects;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.token.Clause;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.ProseToken;

/**
 * Removes 预计 or 完成 from clauses that state what is expected to be executed in the reference year.
 * Reports written before the accounts are closed use 预计 for results, 收入预计完成5.86亿元 in 2024年预算执行情况,
 * so 预计 is removed there. In the budget of the reference year such clauses are a plan, so that 完成
 * is removed. In other documents, and for other years, both words are kept.
 */
final class ExpectedExecutionFilter {
  private static final String EXPECTED = "预计";
  private static final String DONE = "完成";

  private final FoldedText foldedText;
  private final DiscourseState discourse;

  ExpectedExecutionFilter(FoldedText foldedText, DiscourseState discourse) {
    this.foldedText = foldedText;
    this.discourse = discourse;
  }

  /** The clause without 预计 or without 完成; the clause itself if neither is to be removed. */
  Clause filter(Clause clause) {
    StageAndTime inherited = discourse.context.stageAndTime();
    Integer year = inherited.year();
    Stage stage = inherited.stage();
    boolean ofYear =
        stage != null
            && year != null
            && discourse.referenceYear() == year
            && clause.tokens().stream().anyMatch(t -> foldedText.hasText(t, EXPECTED))
            && clause.tokens().stream().allMatch(token -> isOfYearOrNoTime(token, year));
    String removed = stage == Stage.EXECUTION ? EXPECTED : stage == Stage.BUDGET ? DONE : "";
    return ofYear && !removed.isEmpty()
        ? clause.withTokens(
            clause.tokens().stream().filter(t -> !foldedText.hasText(t, removed)).toList())
        : clause;
  }

  private static boolean isOfYearOrNoTime(ProseToken token, Integer year) {
    return !(token instanceof ProseToken.Time time)
        || time.years().stream().allMatch(y -> Objects.equals(y, year));
  }
}
