package org.mingzhang.structure.indicator;

import java.util.Map;
import org.mingzhang.structure.grid.Grid;

/**
 * The values of one row of a performance form by role. In grids that lost merged cells a row may
 * start one column too far left: the name of a level then stands to the left of the first level's
 * column, and the whole row is read shifted by one column.
 */
final class RowValues {
  private final Grid grid;
  private final int row;
  private final Map<IndicatorRole, IndicatorColumns.ColumnRange> columnsByRole;
  private final int columnShift;

  RowValues(Grid grid, int row, Map<IndicatorRole, IndicatorColumns.ColumnRange> columnsByRole) {
    this.grid = grid;
    this.row = row;
    this.columnsByRole = columnsByRole;
    this.columnShift = findColumnShift();
  }

  private int findColumnShift() {
    IndicatorColumns.ColumnRange first = columnsByRole.get(IndicatorRole.LEVEL1);
    if (first == null || first.from() == 0) {
      return 0;
    }
    String left = grid.ownText(row, first.from() - 1);
    return IndicatorLevelNames.isLevelName(left) ? -1 : 0;
  }

  /**
   * Text of the cells that cover the columns of a role, including cells merged from rows above;
   * empty if the form has no such column.
   */
  String get(IndicatorRole role) {
    return text(role, false);
  }

  /** Text of the cells under a role that start in this row; empty if there are none. */
  String ownText(IndicatorRole role) {
    return text(role, true);
  }

  private String text(IndicatorRole role, boolean startingInRowOnly) {
    IndicatorColumns.ColumnRange span = columnsByRole.get(role);
    if (span == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (int c = span.from() + columnShift; c < span.to() + columnShift; c++) {
      boolean counted = c > span.from() + columnShift && grid.isSameCell(row, c, row, c - 1);
      if (!counted) {
        text.append(startingInRowOnly ? grid.ownText(row, c) : grid.text(row, c));
      }
    }
    return text.toString();
  }

  /**
   * Whether one cell covers the columns from the name to the target, as in title rows and notes.
   */
  boolean isNameMergedWithTarget() {
    IndicatorColumns.ColumnRange name =
        columnsByRole.getOrDefault(IndicatorRole.LEVEL3, columnsByRole.get(IndicatorRole.LEVEL2));
    IndicatorColumns.ColumnRange target = columnsByRole.get(IndicatorRole.TARGET);
    return name != null && target != null && grid.isSameCell(row, name.from(), row, target.from());
  }
}
