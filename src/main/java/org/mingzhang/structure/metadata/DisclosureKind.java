package org.mingzhang.structure.metadata;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;

/**
 * The kind of disclosure that a title or a line of the text names. Both indices are 0 if the kind
 * was not read from a title.
 *
 * @param genre budget, final accounts or evaluation
 * @param scope a department with its units, one unit, or a whole government
 * @param wordsStart index in the title at which the words for the kind begin
 * @param wordsEnd index after these words
 */
record DisclosureKind(Genre genre, Scope scope, int wordsStart, int wordsEnd) {
  DisclosureKind withScope(Scope newScope) {
    return new DisclosureKind(genre, newScope, wordsStart, wordsEnd);
  }

  /**
   * The category; null if it depends on an unknown scope, for an evaluation of unknown subject, and
   * for goals.
   */
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
      case WHOLE_EXPENDITURE_EVALUATION -> Category.DEPARTMENT_SELF_EVALUATION;
      case PROJECT_EVALUATION -> Category.PROJECT_SELF_EVALUATION;
      case EVALUATION, GOALS -> null;
      case ADVANCE_EVALUATION -> Category.OTHER;
    };
  }

  /** Whether the document is a budget or final accounts. */
  boolean isBudgetOrFinalAccounts() {
    return genre == Genre.FINAL_ACCOUNTS || genre == Genre.BUDGET;
  }

  /** Whether a document is a budget, final accounts or an evaluation, and what is evaluated. */
  enum Genre {
    FINAL_ACCOUNTS,
    BUDGET,
    /** An evaluation of the whole expenditure of a department or unit (整体支出). */
    WHOLE_EXPENDITURE_EVALUATION,
    PROJECT_EVALUATION,
    /** An evaluation whose title does not state whether a department or a project is evaluated. */
    EVALUATION,
    /** An assessment before a project is budgeted, which has no category of its own. */
    ADVANCE_EVALUATION,
    /** Goals alone, which are published with budgets and required for applications. */
    GOALS
  }

  /**
   * Whose accounts a document discloses: a department with its units, one unit, or a government.
   */
  enum Scope {
    DEPARTMENT,
    UNIT,
    GOVERNMENT,
    UNKNOWN
  }
}
