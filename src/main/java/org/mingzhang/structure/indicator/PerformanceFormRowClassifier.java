package org.mingzhang.structure.indicator;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.PatternTable;

/**
 * Classifies the rows and cells of a performance form that are not indicators: goals, project,
 * sums, remarks.
 */
public final class PerformanceFormRowClassifier {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(PerformanceFormRowClassifier.class);
  private static final Pattern NUMBERED_GOAL = PATTERNS.get("goal");
  private static final Pattern OVERALL_GOAL_LABEL = PATTERNS.get("overall");
  private static final Pattern GOAL_HEADING = PATTERNS.get("goal-heading");
  private static final Pattern PROJECT_LABEL = PATTERNS.get("form-row-classifier-project");
  private static final Pattern POINTS_TOTAL_LABEL = PATTERNS.get("points-total-label");
  private static final Pattern LABEL_AFTER_INDICATORS = PATTERNS.get("label-after-indicators");
  private static final Pattern COLUMN_NUMBERS = PATTERNS.get("column-numbers");

  private PerformanceFormRowClassifier() {}

  /**
   * The text after a numbered goal label such as 年度绩效目标1：（5分）, empty if nothing follows; null for
   * any other text.
   */
  public static @Nullable String textAfterGoalLabel(String text) {
    Matcher matcher = NUMBERED_GOAL.matcher(text);
    return matcher.matches() ? matcher.group(2) : null;
  }

  /** Whether a cell is the label of the overall goal: 年度总体目标. */
  public static boolean isOverallGoalLabel(String text) {
    return OVERALL_GOAL_LABEL.matcher(text).matches();
  }

  /** Whether a cell is the heading of the column with the goal as set at the beginning. */
  static boolean isGoalHeading(String text) {
    return GOAL_HEADING.matcher(text).matches();
  }

  /** Whether a cell is the label before the project's name: 项目名称. */
  static boolean isProjectLabel(String text) {
    return PROJECT_LABEL.matcher(text).matches();
  }

  /** Whether a text is the label of the row with the sum of the points: 总分, 合计. */
  public static boolean isPointsTotalLabel(String text) {
    return POINTS_TOTAL_LABEL.matcher(text).matches();
  }

  /** Whether the cells of a row number the columns, perhaps behind their label: 栏次, 1, 2, 3, 4. */
  static boolean isColumnNumberRow(List<String> cells) {
    return cells.contains("4") && COLUMN_NUMBERS.matcher(String.join(" ", cells)).matches();
  }

  /** Whether a text is the label of a row after the last indicator: 备注, 自评结论, 填报人. */
  public static boolean isLabelAfterIndicators(String text) {
    return LABEL_AFTER_INDICATORS.matcher(text).matches();
  }
}
