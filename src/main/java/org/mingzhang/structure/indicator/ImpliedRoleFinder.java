package org.mingzhang.structure.indicator;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.mingzhang.structure.grid.CellText;
import org.mingzhang.structure.grid.Grid;
import org.mingzhang.structure.indicator.IndicatorColumns.ColumnRange;

/**
 * Adds column roles that the titles alone do not give, using neighboring columns or the rows below
 * the header.
 */
final class ImpliedRoleFinder {
  /** Number of rows below the header that are searched for comparison signs. */
  private static final int MAX_ROWS_FOR_SIGNS = 4;

  private static final Set<IndicatorRole> VALUE_ROLES =
      EnumSet.of(IndicatorRole.TARGET, IndicatorRole.ADJUSTED_TARGET, IndicatorRole.ACTUAL);

  private ImpliedRoleFinder() {}

  /**
   * Adds to {@code columnsByRole} the roles that the headings do not name. Roles that it contains
   * may be moved to other columns.
   *
   * @param row index of the first row below the header
   */
  static void addImpliedRoles(Grid grid, int row, Map<IndicatorRole, ColumnRange> columnsByRole) {
    if (row < grid.rows()) {
      splitNameColumn(grid, row, columnsByRole);
      useSecondLevelAsFirst(grid, row, columnsByRole);
    }
    useColumnOfSigns(grid, row, columnsByRole);
    assignRolesToNumberColumns(grid, row - 1, columnsByRole);
    useAdjustedAsTarget(columnsByRole);
    useGoalAsTarget(columnsByRole);
    useWeightsBeforeNames(grid, row, columnsByRole);
  }

  /**
   * Takes the column of points right before the names as the weights if no other column has this
   * role, each name has points of its own and some names share a level. A cell that spans several
   * names would hold the points of their level.
   */
  private static void useWeightsBeforeNames(
      Grid grid, int row, Map<IndicatorRole, ColumnRange> columnsByRole) {
    ColumnRange name = columnsByRole.get(IndicatorRole.LEVEL3);
    int column = name == null ? -1 : name.from() - 1;
    if (name == null
        || column < 1
        || columnsByRole.containsKey(IndicatorRole.WEIGHT)
        || IndicatorRole.findByHeading(grid.text(row - 1, column)) != IndicatorRole.WEIGHT) {
      return;
    }
    int[] named =
        IntStream.range(row, grid.rows())
            .filter(r -> !grid.ownText(r, name.from()).isEmpty())
            .toArray();
    boolean own = Arrays.stream(named).allMatch(r -> CellText.isNumber(grid.ownText(r, column)));
    if (own && Arrays.stream(named).anyMatch(r -> grid.ownText(r, column - 1).isEmpty())) {
      columnsByRole.put(IndicatorRole.WEIGHT, new ColumnRange(column, column + 1));
    }
  }

  /**
   * Makes the column whose cells are comparison signs the column of signs, if the column titled as
   * such contains no signs. Forms use the same titles for the kind of an indicator (正向, 定量) and for
   * its sign.
   */
  private static void useColumnOfSigns(
      Grid grid, int row, Map<IndicatorRole, ColumnRange> columnsByRole) {
    ColumnRange titled = columnsByRole.get(IndicatorRole.SIGN);
    if (titled == null || countSigns(grid, row, titled.from()) > 0) {
      return;
    }
    for (int c = 0; c < grid.columns(); c++) {
      int column = c;
      boolean free =
          columnsByRole.values().stream().noneMatch(s -> s.from() <= column && column < s.to());
      if (free && countSigns(grid, row, c) > 0) {
        columnsByRole.put(IndicatorRole.SIGN, new ColumnRange(c, c + 1));
        return;
      }
    }
  }

  /**
   * Gives a column of numbers (数值) the role of the title above it (目标值, 完成值); without such a title,
   * makes it the column of targets if there is a column of signs.
   *
   * @param row index of the last row of the header
   */
  private static void assignRolesToNumberColumns(
      Grid grid, int row, Map<IndicatorRole, ColumnRange> columnsByRole) {
    for (int c = 0; c < grid.columns(); c++) {
      if (!IgnoredColumns.isNumberTitle(grid.ownText(row, c))) {
        continue;
      }
      IndicatorRole above = findRoleAbove(grid, row, c);
      if (VALUE_ROLES.contains(above)) {
        columnsByRole.putIfAbsent(above, new ColumnRange(c, c + 1));
      } else if (columnsByRole.containsKey(IndicatorRole.SIGN)) {
        columnsByRole.putIfAbsent(IndicatorRole.TARGET, new ColumnRange(c, c + 1));
      }
    }
  }

  /**
   * The role that the title above a column names; if that is empty, that of the next title to its
   * left. {@link IndicatorRole#SIGN}, which is not a role of values, if there is no title or it
   * names no role.
   */
  private static IndicatorRole findRoleAbove(Grid grid, int row, int column) {
    for (int c = column; row > 0 && c >= 0; c--) {
      String title = grid.text(row - 1, c);
      if (!title.isEmpty()) {
        IndicatorRole role = IndicatorRole.findByHeading(title);
        return role == null ? IndicatorRole.SIGN : role;
      }
    }
    return IndicatorRole.SIGN;
  }

  private static long countSigns(Grid grid, int row, int column) {
    return IntStream.range(row, Math.min(grid.rows(), row + MAX_ROWS_FOR_SIGNS))
        .filter(r -> !ComparisonSignWords.findSign(grid.ownText(r, column)).isEmpty())
        .count();
  }

  /**
   * Makes the column of the second level (类别) the first level and the column without a role between
   * it and the names (类型) the second, if there is no first level and the first row below the header
   * has a name of the first level (产出) in that column.
   */
  private static void useSecondLevelAsFirst(
      Grid grid, int row, Map<IndicatorRole, ColumnRange> columnsByRole) {
    ColumnRange kind = columnsByRole.get(IndicatorRole.LEVEL2);
    ColumnRange name = columnsByRole.get(IndicatorRole.LEVEL3);
    boolean between =
        kind != null
            && name != null
            && kind.to() + 1 == name.from()
            && columnsByRole.values().stream().noneMatch(s -> s.from() == kind.to());
    if (kind != null
        && between
        && !columnsByRole.containsKey(IndicatorRole.LEVEL1)
        && IndicatorLevelNames.isFirstLevel(grid.ownText(row, kind.from()))) {
      columnsByRole.put(IndicatorRole.LEVEL1, kind);
      columnsByRole.put(IndicatorRole.LEVEL2, new ColumnRange(kind.to(), kind.to() + 1));
    }
  }

  /**
   * Splits 绩效指标名称 above two or three columns into levels and name, according to the first row below
   * the header.
   */
  private static void splitNameColumn(
      Grid grid, int row, Map<IndicatorRole, ColumnRange> columnsByRole) {
    ColumnRange name = columnsByRole.get(IndicatorRole.LEVEL3);
    int width = name == null ? 0 : name.to() - name.from();
    boolean levels =
        columnsByRole.containsKey(IndicatorRole.LEVEL1)
            || columnsByRole.containsKey(IndicatorRole.LEVEL2);
    if (name == null || levels || width < 2 || width > 3) {
      return;
    }
    for (int c = name.from(); c < name.to(); c++) {
      if (grid.ownText(row, c).isEmpty() || IndicatorColumns.endOfCell(grid, row, c) != c + 1) {
        return;
      }
    }
    boolean first = IndicatorLevelNames.isFirstLevel(grid.ownText(row, name.from()));
    if (!first
        && (width == 3 || !IndicatorLevelNames.isSecondLevel(grid.ownText(row, name.from())))) {
      return;
    }
    columnsByRole.put(
        first ? IndicatorRole.LEVEL1 : IndicatorRole.LEVEL2,
        new ColumnRange(name.from(), name.from() + 1));
    if (width == 3) {
      columnsByRole.put(IndicatorRole.LEVEL2, new ColumnRange(name.from() + 1, name.from() + 2));
    }
    columnsByRole.put(IndicatorRole.LEVEL3, new ColumnRange(name.to() - 1, name.to()));
  }

  /** Reads 调整后目标值 as the target if there is no column with the initial target. */
  private static void useAdjustedAsTarget(Map<IndicatorRole, ColumnRange> columnsByRole) {
    ColumnRange adjusted = columnsByRole.get(IndicatorRole.ADJUSTED_TARGET);
    if (adjusted != null && !columnsByRole.containsKey(IndicatorRole.TARGET)) {
      columnsByRole.put(IndicatorRole.TARGET, adjusted);
    }
  }

  /** Reads 绩效目标 to the right of the names as the target if no other column has that role. */
  private static void useGoalAsTarget(Map<IndicatorRole, ColumnRange> columnsByRole) {
    ColumnRange goal = columnsByRole.get(IndicatorRole.GOAL);
    ColumnRange name = columnsByRole.get(IndicatorRole.LEVEL3);
    boolean after = goal != null && name != null && goal.from() > name.from();
    if (after && !columnsByRole.containsKey(IndicatorRole.TARGET)) {
      columnsByRole.remove(IndicatorRole.GOAL);
      columnsByRole.put(IndicatorRole.TARGET, goal);
    }
  }
}
