package org.mingzhang.statement;

import java.util.List;
import org.mingzhang.model.Stage;

/** The stages that are budgets, and the reading of stage values of the lexicon. */
final class BudgetStages {
  /** The stages that are budgets, the most general first. */
  static final List<Stage> ALL = List.of(Stage.BUDGET, Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET);

  private static final String FULL_BUDGET = "FULL_BUDGET";

  private BudgetStages() {}

  /**
   * Parses a stage value of the lexicon. 全年预算 is read as an unspecified budget, because the word
   * does not say whether the budget was adjusted.
   */
  static Stage parse(String value) {
    return value.equals(FULL_BUDGET) ? Stage.BUDGET : Stage.valueOf(value);
  }

  /** Whether a token is the word 全年预算, which does not say whether the budget was adjusted. */
  static boolean isFullBudget(ProseToken token) {
    return token instanceof ProseToken.Word word && word.value().equals(FULL_BUDGET);
  }

  /** Whether a stage is that of a budget: initial, adjusted, or not specified. */
  static boolean isBudget(Stage stage) {
    return ALL.contains(stage);
  }
}
