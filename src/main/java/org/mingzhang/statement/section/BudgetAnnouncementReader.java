package org.mingzhang.statement.section;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.token.Clause;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.text.PatternTable;

/**
 * Finds stage and year in a sentence that announces a budget, …审查并通过2024年预算草案。主要内容如下：. Amounts
 * after it belong to that budget even if the titles above give another one. A sentence that
 * contains amounts is not an announcement.
 */
final class BudgetAnnouncementReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(BudgetAnnouncementReader.class);
  private static final Pattern FOLLOWING_LIST_WORDS = PATTERNS.get("follows");

  private static final Pattern ANNOUNCED_BUDGET = PATTERNS.get("announced");

  /** The word for what a report on an adjustment announces: 需相应调整2023年预算，具体如下：. */
  private static final String ADJUSTMENT = "调整";

  private static final Pattern EXECUTED_BUDGET = PATTERNS.get("executed-budget");

  /**
   * Maximum number of characters of the preceding text that are kept; an announcement is one or two
   * sentences.
   */
  private static final int MAX_ANNOUNCEMENT_LENGTH = 300;

  private final StringBuilder precedingText = new StringBuilder();

  /**
   * Reads the next clause and keeps its text, since an announcement may extend over several
   * clauses. The clauses must be passed in reading order; a clause with money or a percentage, or
   * at the end of a heading, discards the text kept so far.
   *
   * @param text text of the clause
   * @param inherited stage and time given by the titles above
   * @return stage and time announced for the text after the clause, or null
   */
  @Nullable StageAndTime read(Clause clause, String text, StageAndTime inherited) {
    boolean amounts =
        clause.tokens().stream()
            .anyMatch(
                t ->
                    t instanceof ProseToken.Numeral n
                        && (n.measure() == Quantity.Measure.MONEY
                            || n.measure() == Quantity.Measure.PERCENT));
    if (amounts || clause.markAfter() == '\n') {
      precedingText.setLength(0);
      return null;
    }
    precedingText.append(text).append(clause.markAfter() == 0 ? '，' : clause.markAfter());
    precedingText.delete(0, Math.max(0, precedingText.length() - MAX_ANNOUNCEMENT_LENGTH));
    return clause.markAfter() == '：' && FOLLOWING_LIST_WORDS.matcher(text).find()
        ? readAnnouncement(inherited)
        : null;
  }

  /**
   * Stage and year of the only budget or result named in the last sentence that names any; null if
   * that sentence names several, or if it or a later one says that a budget was executed or, in a
   * report on an adjustment, is adjusted.
   */
  private @Nullable StageAndTime readAnnouncement(StageAndTime inherited) {
    String[] sentences = precedingText.toString().split("。", -1);
    for (int i = sentences.length - 1; i >= 0; i--) {
      if (EXECUTED_BUDGET.matcher(sentences[i]).find()
          || (inherited.stage() == Stage.ADJUSTED_BUDGET && sentences[i].contains(ADJUSTMENT))) {
        return null;
      }
      List<StageAndTime> found =
          ANNOUNCED_BUDGET
              .matcher(sentences[i])
              .results()
              .map(match -> toStageAndTime(match, inherited))
              .distinct()
              .toList();
      if (!found.isEmpty()) {
        return found.size() == 1 ? found.getFirst() : null;
      }
    }
    return null;
  }

  private static StageAndTime toStageAndTime(MatchResult match, StageAndTime inherited) {
    Stage stage = match.group("result") == null ? Stage.BUDGET : Stage.RESULT;
    return inherited.withStage(stage).withYear(Integer.parseInt(match.group("year")));
  }
}
