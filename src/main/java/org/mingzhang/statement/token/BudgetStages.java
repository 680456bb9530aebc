package org.mingzhang.statement.token;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;

/** The stages that are budgets, and the reading of stage values of the lexicon. */
public final class BudgetStages {
  /** The stages that are budgets, the most general first. */
  public static final List<Stage> BUDGET_STAGES =
      List.of(Stage.BUDGET, Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET);

  private static final String FULL_BUDGET = "FULL_BUDGET";

  private BudgetStages() {}

  /**
   * Parses a stage value of the lexicon. 全年预算 is read as an unspecified budget, because the word
   * does not say whether the budget was adjusted.
   */
  public static Stage parse(String value) {
    return value.equals(FULL_BUDGET) ? Stage.BUDGET : Stage.valueOf(value);
  }

  /** Whether a token is the word 全年预算, which does not say whether the budget was adjusted. */
  public static boolean isFullYearBudget(ProseToken token) {
    return token instanceof ProseToken.Word word && word.value().equals(FULL_BUDGET);
  }

  /** Whether a stage is that of a budget: initial, adjusted, or not specified; false for null. */
  public static boolean isBudget(@Nullable Stage stage) {
    return stage != null && BUDGET_STAGES.contains(stage);
  }

  /**
   * The two stages of one amount, 年初预算数和决算数均为12.00万元, or of two, 预算数、决算数分别为24.00万元、18.36万元; empty
   * if the phrase does not join two stages.
   */
  private static List<Stage> findJoinedStages(List<ProseToken> words) {
    boolean each =
        words.stream().anyMatch(t -> t.isWordOfAnyClass(WordClass.EQUALLY, WordClass.RESPECTIVELY));
    for (int i = 0; each && i + 2 < words.size(); i++) {
      if (words.get(i) instanceof ProseToken.Word stage
          && stage.type() == WordClass.STAGE
          && words.get(i + 1).isConjunction()
          && isStageAt(words, i + 2)) {
        ProseToken second = words.get(i + 2);
        ProseToken other = second.isWordOfClass(WordClass.STAGE) ? second : words.get(i + 3);
        return List.of(parse(stage.value()), parse(((ProseToken.Word) other).value()));
      }
    }
    return List.of();
  }

  /**
   * As {@link #findJoinedStages(List)}, with 全年预算 as the adjusted budget if the phrase was read so.
   */
  public static List<Stage> findJoinedStages(
      List<ProseToken> words, @Nullable Stage stageOfPhrase) {
    List<Stage> stages = findJoinedStages(words);
    boolean adjusted =
        stageOfPhrase == Stage.ADJUSTED_BUDGET
            && words.stream().anyMatch(BudgetStages::isFullYearBudget);
    return adjusted
        ? stages.stream().map(s -> s == Stage.BUDGET ? Stage.ADJUSTED_BUDGET : s).toList()
        : stages;
  }

  /** Whether a stage is at an index, alone or after a verb: 决算数, 支出决算. */
  public static boolean isStageAt(List<ProseToken> words, int tokenIndex) {
    return words.get(tokenIndex).isWordOfClass(WordClass.STAGE)
        || (tokenIndex + 1 < words.size()
            && words.get(tokenIndex).isWordOfClass(WordClass.VERB)
            && words.get(tokenIndex + 1).isWordOfClass(WordClass.STAGE));
  }
}
