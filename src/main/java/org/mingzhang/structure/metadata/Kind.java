package org.mingzhang.structure.metadata;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;

/**
 * What a title says of the kind of disclosure.
 *
 * @param genre accounts, budget or evaluation
 * @param scope of what: a department with all below it, one unit, or the government as a whole
 * @param start where the words for it begin in the title
 * @param end behind them
 */
record Kind(Genre genre, Scope scope, int start, int end) {
  /** The same with another scope. */
  Kind with(Scope other) {
    return new Kind(genre, other, start, end);
  }

  /** The category, or null where the scope that it depends on is unknown. */
  @Nullable Category category() {
    return switch (genre) {
      case FINAL_ACCOUNTS ->
          switch (scope) {
            case DEPARTMENT -> Category.DEPARTMENT_FINAL_ACCOUNTS;
            case UNIT -> Category.UNIT_FINAL_ACCOUNTS;
            case GOVERNMENT -> Category.GOVERNMENT_FINAL_ACCOUNTS;
            case UNKNOWN -> null;
          };
      case BUDGET ->
          switch (scope) {
            case DEPARTMENT -> Category.DEPARTMENT_BUDGET;
            case UNIT -> Category.UNIT_BUDGET;
            case GOVERNMENT -> Category.GOVERNMENT_BUDGET;
            case UNKNOWN -> null;
          };
      case WHOLE_EVALUATION -> Category.DEPARTMENT_SELF_EVALUATION;
      case PROJECT_EVALUATION -> Category.PROJECT_SELF_EVALUATION;
      case EVALUATION, GOALS -> null;
      case ADVANCE_EVALUATION -> Category.OTHER;
    };
  }

  /** What is disclosed. */
  enum Genre {
    FINAL_ACCOUNTS,
    BUDGET,
    WHOLE_EVALUATION,
    PROJECT_EVALUATION,
    /** An evaluation of which the words do not say whether of a department or a project. */
    EVALUATION,
    /**
     * An assessment made before a project is budgeted, which is none of the kinds that are told.
     */
    ADVANCE_EVALUATION,
    /** Goals by themselves: published with budgets, asked for with applications as well. */
    GOALS
  }

  /** Whose accounts. */
  enum Scope {
    DEPARTMENT,
    UNIT,
    GOVERNMENT,
    UNKNOWN
  }
}
