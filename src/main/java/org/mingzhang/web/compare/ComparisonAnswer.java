package org.mingzhang.web.compare;

import org.jspecify.annotations.Nullable;
import org.mingzhang.web.render.Labels;

/**
 * A comparison request and its answer.
 *
 * @param question the request, completed by defaults
 * @param grid all rows
 * @param unit unit of the numbers, empty if each value has its own
 * @param startedWith region to which it was restricted because of too many rows, or empty
 * @param amounts the answer for an account, null for other subjects
 */
record ComparisonAnswer(
    ComparisonRequest question,
    ComparisonGrid grid,
    String unit,
    String startedWith,
    AmountComparer.@Nullable AmountComparison amounts) {
  /**
   * The unit of the numbers of a comparison; empty if each value has its own.
   *
   * @param printed most frequent unit of the printed results, for a comparison of results
   */
  static String chooseUnit(ComparisonRequest question, String printed, Labels labels) {
    return switch (question.measure()) {
      case AMOUNT -> labels.text("unit.wan");
      case SCORE -> "%";
      case LENGTH -> labels.text("unit.characters");
      case ACTUAL -> printed;
    };
  }

  /** A copy whose grid has the first rows only; {@link #amounts} keeps all. */
  ComparisonAnswer withFirstRows(int limit) {
    return new ComparisonAnswer(question, grid.withFirstRows(limit), unit, startedWith, amounts);
  }

  /** A value with its unit, for sentences. */
  String formatWithUnit(ComparisonGrid.Cell cell, Labels labels) {
    return switch (question.measure()) {
      case AMOUNT -> labels.money(cell.shown());
      case LENGTH -> cell.shown() + " " + unit;
      case SCORE, ACTUAL -> cell.shown();
    };
  }
}
