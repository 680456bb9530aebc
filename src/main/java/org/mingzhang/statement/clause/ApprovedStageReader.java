package org.mingzhang.statement.clause;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.phrase.AmountNameRangeFinder;
import org.mingzhang.statement.phrase.InheritedContext;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.text.PatternTable;

/** Reads clauses of a government's report that only say what was approved, or by whom. */
final class ApprovedStageReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ApprovedStageReader.class);
  private static final Pattern APPROVED_ADJUSTMENT = PATTERNS.get("approved-adjustment");

  private ApprovedStageReader() {}

  /**
   * The stage of the amounts after a clause without a number: the adjusted budget after
   * 县人大常委会批准预算调整方案，, and in a report on an adjustment the budget after 经区人大二次会议批准，. Null for other
   * clauses.
   */
  static @Nullable Stage read(ClauseState clause, InheritedContext context) {
    if (clause.markAfter() != '，' || context.chart() != ChartOfAccounts.governments()) {
      return null;
    }
    if (APPROVED_ADJUSTMENT.matcher(clause.phraseText()).find()) {
      return Stage.ADJUSTED_BUDGET;
    }
    return context.stageAndTime().stage() == Stage.ADJUSTED_BUDGET
            && clause.phraseTokens().getLast() instanceof ProseToken.Word last
            && last.value().equals(AmountNameRangeFinder.APPROVAL)
        ? Stage.BUDGET
        : null;
  }
}
