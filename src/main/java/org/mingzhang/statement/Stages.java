package org.mingzhang.statement;

import org.mingzhang.model.Stage;

/** The stages that words of the lexicon say. */
final class Stages {
  private Stages() {}

  /** The stage of a line; 全年预算 is a budget of which the text does not say whether it changed. */
  static Stage of(String value) {
    return value.equals("FULL_BUDGET") ? Stage.BUDGET : Stage.valueOf(value);
  }

  /** Whether a stage is a budget. */
  static boolean isBudget(Stage stage) {
    return stage == Stage.INITIAL_BUDGET || stage == Stage.BUDGET || stage == Stage.ADJUSTED_BUDGET;
  }
}
