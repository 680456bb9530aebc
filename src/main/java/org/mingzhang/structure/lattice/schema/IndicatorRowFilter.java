package org.mingzhang.structure.lattice.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.TextTableLayout;

/**
 * Selects the rows of a reading that can be indicators: rows with a target, a result, a sign or
 * points, none of them above 100, and with a name that is not that of a level or a column. Rows
 * without a name are kept with their level names only, since these apply to the rows below.
 */
public final class IndicatorRowFilter {
  private static final Set<CellTextClass> NON_NAME_CLASSES =
      Set.of(
          CellTextClass.LEVEL1,
          CellTextClass.LEVEL2,
          CellTextClass.TITLE,
          CellTextClass.ELLIPSIS,
          CellTextClass.TOTAL,
          CellTextClass.QUANTITY,
          CellTextClass.PLACEHOLDER,
          CellTextClass.UNIT);

  private static final double POINTS_OF_A_FORM = 100;

  /** Points are considered filled in if at least one in this many rows has them. */
  private static final int MAX_ROWS_PER_SCORE = 3;

  private final List<Column> columns;

  public IndicatorRowFilter(List<Column> columns) {
    this.columns = columns;
  }

  /**
   * The rows that can be indicators, and the rows without a name, of which only the level names are
   * left. A row above one that has a quantity in place of its name is dropped, because it has cells
   * of both. If all rows were on one line, so is a row without points if enough other rows have
   * points.
   */
  public List<List<String>> selectIndicators(List<List<String>> rows, TextTableLayout layout) {
    boolean scored = layout == TextTableLayout.RUNNING && haveEnoughPoints(rows);
    List<List<String>> kept = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      List<String> row = rows.get(r);
      boolean named = !indicatorName(row).isEmpty();
      boolean shifted =
          r + 1 < rows.size()
              && CellTextClassifier.isOfClass(
                  indicatorName(rows.get(r + 1)), CellTextClass.QUANTITY);
      boolean unscored = scored && firstText(row, ColumnType.POINTS).isEmpty();
      if (!named || (isIndicator(row) && !shifted && !unscored)) {
        kept.add(named ? row : keepLevelNamesOnly(row));
      }
    }
    return kept;
  }

  /** Whether enough rows have points for the column of points to be considered read correctly. */
  private boolean haveEnoughPoints(List<List<String>> rows) {
    List<List<String>> indicators = rows.stream().filter(this::isIndicator).toList();
    long points =
        indicators.stream().filter(row -> !firstText(row, ColumnType.POINTS).isEmpty()).count();
    return MAX_ROWS_PER_SCORE * points >= indicators.size();
  }

  /** The name of a row's indicator; empty if it has none. */
  public String indicatorName(List<String> row) {
    return firstText(row, ColumnType.LEVEL3);
  }

  private boolean isIndicator(List<String> row) {
    String name = indicatorName(row);
    boolean valued =
        !firstText(row, ColumnType.TARGET).isEmpty()
            || !firstText(row, ColumnType.ACTUAL).isEmpty()
            || !firstText(row, ColumnType.SIGN).isEmpty()
            || !firstText(row, ColumnType.POINTS).isEmpty();
    boolean leveled = !firstText(row, ColumnType.TARGET).isEmpty();
    Set<CellTextClass> textClass = CellTextClassifier.classify(name);
    boolean level = textClass.contains(CellTextClass.EITHER) && !leveled;
    return valued && !level && !NON_NAME_CLASSES.containsAll(textClass) && hasPossiblePoints(row);
  }

  private boolean hasPossiblePoints(List<String> row) {
    return Column.indexesOf(ColumnType.POINTS, columns).stream()
        .map(row::get)
        .filter(CellTextClassifier::isNumber)
        .allMatch(points -> CellTextClassifier.toNumber(points) <= POINTS_OF_A_FORM);
  }

  private List<String> keepLevelNamesOnly(List<String> row) {
    List<String> levels = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      levels.add(columns.get(c).type().isLevel() ? row.get(c) : "");
    }
    return levels;
  }

  private String firstText(List<String> row, ColumnType type) {
    for (int c = 0; c < columns.size(); c++) {
      if (columns.get(c).type() == type && !row.get(c).isEmpty()) {
        return row.get(c);
      }
    }
    return "";
  }
}
