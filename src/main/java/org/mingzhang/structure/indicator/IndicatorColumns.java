package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableBlock;
import org.mingzhang.structure.grid.CellText;
import org.mingzhang.structure.grid.Grid;

/**
 * The columns of a performance form by role. A form that states the goals of the whole project and
 * of the year side by side has two sets of columns for the same rows.
 *
 * @param headerRowCount number of grid rows of the header
 * @param columnSets columns by role, one map per set
 */
record IndicatorColumns(int headerRowCount, List<Map<IndicatorRole, ColumnRange>> columnSets) {

  private static final int MAX_HEADER_ROWS = 3;

  /** The beginning of a target or of points, but not of a year. */
  private static final Pattern VALUE_START = Pattern.compile("[≥≤=＝><＞＜≧≦]+|(?!\\d{4}年)\\d");

  private static final List<IndicatorRole> SHARED_ROLES =
      List.of(IndicatorRole.PROJECT, IndicatorRole.GOAL, IndicatorRole.LEVEL1);

  private static final Set<IndicatorRole> LEVELS =
      EnumSet.of(IndicatorRole.LEVEL1, IndicatorRole.LEVEL2, IndicatorRole.LEVEL3);

  /** Grid columns from {@code from} up to, not including, {@code to}. */
  record ColumnRange(int from, int to) {}

  /** Reads the header that starts at a row; null if none does. */
  static @Nullable IndicatorColumns readAt(Grid grid, int row) {
    if (isProjectNameRow(grid.nonEmptyTexts(row))) {
      return null;
    }
    int rows = 1;
    while (rows < MAX_HEADER_ROWS
        && row + rows < grid.rows()
        && isLowerHeaderRow(grid, row + rows)) {
      rows++;
    }
    IndicatorColumns found = null;
    for (; rows > 0 && found == null; rows--) {
      found = readHeader(grid, row, rows);
      if (found != null && rows > 1 && isRowAboveHeader(grid, row, found)) {
        return null;
      }
    }
    return found;
  }

  /**
   * Whether a row is not the upper row of a header but the last indicator above a header that is
   * printed again: neither its name nor its target is a title, and the rows below it are a header
   * by themselves.
   */
  private static boolean isRowAboveHeader(Grid grid, int row, IndicatorColumns header) {
    if (readHeader(grid, row + 1, header.headerRowCount() - 1) == null) {
      return false;
    }
    List<String> words =
        grid.nonEmptyTexts(row).stream().filter(w -> !IndicatorLevelNames.isLevelName(w)).toList();
    return words.size() > 1
        && words.stream()
            .noneMatch(
                w -> IndicatorRole.findByHeading(w) != null || CellPerLineHeader.isColumnTitle(w))
        && words.stream().anyMatch(w -> VALUE_START.matcher(w).lookingAt());
  }

  /**
   * Whether a row has the project's name next to 项目名称, so that 项目名称 is a label and not a column
   * title.
   */
  private static boolean isProjectNameRow(List<String> words) {
    return words.size() > 1
        && PerformanceFormRowClassifier.isProjectLabel(words.get(0))
        && IndicatorRole.findByHeading(words.get(1)) == null
        && !IgnoredColumns.isIgnoredTitle(words.get(1));
  }

  private static @Nullable IndicatorColumns readHeader(Grid grid, int row, int rowCount) {
    List<Map<IndicatorRole, ColumnRange>> sets = new ArrayList<>();
    Map<IndicatorRole, ColumnRange> set = new EnumMap<>(IndicatorRole.class);
    int c = 0;
    while (c < grid.columns()) {
      int next = endOfCell(grid, row + rowCount - 1, c);
      IndicatorRole role = findRole(grid, row, rowCount, c);
      if (role != null
          && !(SHARED_ROLES.contains(role) && extendsBelowHeader(grid, row + rowCount, c))) {
        if (startsSecondColumnSet(role, set)) {
          sets.add(set);
          set = withSharedColumns(set);
        }
        ColumnRange target = set.get(IndicatorRole.TARGET);
        boolean ofPeriod =
            role == IndicatorRole.TARGET
                && target != null
                && IgnoredColumns.isWholePeriodTitle(grid.text(row + rowCount - 1, target.from()));
        if (ofPeriod) {
          set.remove(IndicatorRole.TARGET); // the year's target replaces that of the whole period
        }
        putAndDropMisreadRoles(set, role, new ColumnRange(c, next));
      }
      c = next;
    }
    sets.add(set);
    sets.forEach(s -> ImpliedRoleFinder.addImpliedRoles(grid, row + rowCount, s));
    sets.removeIf(s -> !hasRequiredRoles(s));
    return sets.isEmpty() ? null : new IndicatorColumns(rowCount, List.copyOf(sets));
  }

  /**
   * Whether the header that begins at a row has a title above a column of this role in which the
   * pattern is found.
   */
  boolean hasTitle(Grid grid, int row, IndicatorRole role, Pattern pattern) {
    return columnSets.stream()
        .flatMap(set -> Stream.ofNullable(set.get(role)))
        .anyMatch(
            range ->
                IntStream.range(row, row + headerRowCount)
                    .anyMatch(r -> pattern.matcher(grid.text(r, range.from())).find()));
  }

  /** Whether each text of a row is a heading, alone or together with the text above it. */
  private static boolean isLowerHeaderRow(Grid grid, int row) {
    boolean any = false;
    for (int c = 0; c < grid.columns(); c++) {
      String own = grid.ownText(row, c);
      if (own.isEmpty()) {
        continue;
      }
      String above = grid.text(row - 1, c);
      if (IndicatorLevelNames.isFirstLevel(above) || CellText.isNumber(above)) {
        return false;
      }
      if (IndicatorRole.findByHeading(own) == null
          && IndicatorRole.findByHeading(above + own) == null
          && !IgnoredColumns.isIgnoredTitle(own)) {
        return false;
      }
      any = true;
    }
    return any && grid.nonEmptyTexts(row - 1).size() > 1;
  }

  /** The role of a column by its lowest title, or by that title together with those above it. */
  private static @Nullable IndicatorRole findRole(Grid grid, int row, int rowCount, int column) {
    int last = row + rowCount - 1;
    while (last > row && grid.isSameCell(last, column, last - 1, column)) {
      last--;
    }
    String lower = grid.text(last, column);
    IndicatorRole own = IndicatorRole.findByHeading(lower);
    if (last == row) {
      return own;
    }
    if (IgnoredColumns.isIgnoredTitle(lower)) {
      return null;
    }
    String upper = grid.text(last - 1, column);
    boolean group = columnSpan(grid, last - 1, column) > columnSpan(grid, last, column);
    IndicatorRole whole = group && own != null ? own : IndicatorRole.findByHeading(upper + lower);
    IndicatorRole above = group && lower.isEmpty() ? null : findRole(grid, row, last - row, column);
    return whole != null ? whole : own != null ? own : above;
  }

  /** Whether a header cell extends into the rows below, like the label of a block of rows. */
  private static boolean extendsBelowHeader(Grid grid, int firstRow, int column) {
    return firstRow < grid.rows() && grid.isSameCell(firstRow - 1, column, firstRow, column);
  }

  private static int columnSpan(Grid grid, int row, int column) {
    TableBlock.Cell cell = grid.cell(row, column);
    return cell == null ? 1 : cell.columnSpan();
  }

  /** The index of the column after the cell that covers a column. */
  static int endOfCell(Grid grid, int row, int column) {
    TableBlock.Cell cell = grid.cell(row, column);
    return cell == null ? column + 1 : Math.max(column + 1, cell.column() + cell.columnSpan());
  }

  /** Whether a column of a level after a target starts a second set of columns. */
  private static boolean startsSecondColumnSet(
      IndicatorRole role, Map<IndicatorRole, ColumnRange> columnsByRole) {
    return LEVELS.contains(role)
        && columnsByRole.containsKey(role)
        && columnsByRole.containsKey(IndicatorRole.TARGET);
  }

  private static Map<IndicatorRole, ColumnRange> withSharedColumns(
      Map<IndicatorRole, ColumnRange> columnsByRole) {
    Map<IndicatorRole, ColumnRange> set = new EnumMap<>(columnsByRole);
    set.keySet().retainAll(SHARED_ROLES);
    return set;
  }

  private static void putAndDropMisreadRoles(
      Map<IndicatorRole, ColumnRange> columnsByRole, IndicatorRole role, ColumnRange span) {
    switch (role) {
      case LEVEL1 -> {
        columnsByRole.remove(IndicatorRole.LEVEL3); // left of 一级指标 it labels the rows
        columnsByRole.put(role, span);
      }
      case LEVEL2 -> {
        columnsByRole.remove(IndicatorRole.WEIGHT); // between levels it is the weight of the level
        columnsByRole.putIfAbsent(role, span);
      }
      case LEVEL3 -> {
        columnsByRole.remove(IndicatorRole.WEIGHT);
        columnsByRole.put(role, span);
      }
      default -> columnsByRole.putIfAbsent(role, span);
    }
  }

  /**
   * Whether a row has text to the left of the indicator names; also true if no column is to the
   * left of them.
   */
  boolean hasTextBeforeNames(Grid grid, int row) {
    ColumnRange name =
        columnSets
            .get(0)
            .getOrDefault(IndicatorRole.LEVEL3, columnSets.get(0).get(IndicatorRole.LEVEL2));
    return name == null
        || name.from() == 0
        || IntStream.range(0, name.from()).anyMatch(c -> !grid.ownText(row, c).isEmpty());
  }

  private static boolean hasRequiredRoles(Map<IndicatorRole, ColumnRange> columnsByRole) {
    boolean named =
        columnsByRole.containsKey(IndicatorRole.LEVEL3)
            || (columnsByRole.containsKey(IndicatorRole.LEVEL1)
                && columnsByRole.containsKey(IndicatorRole.LEVEL2));
    boolean valued =
        columnsByRole.containsKey(IndicatorRole.TARGET)
            || columnsByRole.containsKey(IndicatorRole.ACTUAL)
            || columnsByRole.containsKey(IndicatorRole.SCORE);
    return named && valued;
  }
}
