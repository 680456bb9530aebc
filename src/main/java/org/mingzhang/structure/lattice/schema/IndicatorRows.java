package org.mingzhang.structure.lattice.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mingzhang.structure.lattice.CellShape;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.Layout;
import org.mingzhang.structure.lattice.Shapes;

/**
 * The rows of a reading that can be indicators: with a name that is none of a level or column, and
 * a target or a result. A row without a name keeps its levels, which hold for the rows below.
 */
public final class IndicatorRows {
  private static final Set<CellShape> NO_NAME =
      Set.of(
          CellShape.LEVEL1,
          CellShape.LEVEL2,
          CellShape.TITLE,
          CellShape.ELLIPSIS,
          CellShape.TOTAL,
          CellShape.QUANTITY,
          CellShape.PLACEHOLDER,
          CellShape.MEASURE);

  /** One of so many rows at least has points where points are filled in. */
  private static final int FEWEST_SCORED = 3;

  private final List<Column> columns;

  /** Rows below columns. */
  public IndicatorRows(List<Column> columns) {
    this.columns = columns;
  }

  /**
   * The rows that can be. In a text without any lines a row without points, where others have them,
   * is put together from cells of several rows.
   */
  public List<List<String>> valid(List<List<String>> rows, Layout layout) {
    boolean scored = layout == Layout.RUNNING && scored(rows);
    List<List<String>> kept = new ArrayList<>();
    for (List<String> row : rows) {
      boolean named = !name(row).isEmpty();
      if (!named || (indicator(row) && !(scored && first(row, ColumnType.POINTS).isEmpty()))) {
        kept.add(named ? row : levels(row));
      }
    }
    return kept;
  }

  /** Whether a part of the indicators has points that is no accident. */
  private boolean scored(List<List<String>> rows) {
    List<List<String>> indicators = rows.stream().filter(this::indicator).toList();
    long points =
        indicators.stream().filter(row -> !first(row, ColumnType.POINTS).isEmpty()).count();
    return FEWEST_SCORED * points >= indicators.size();
  }

  /** The name of a row's indicator; empty where it has none. */
  public String name(List<String> row) {
    return first(row, ColumnType.LEVEL3);
  }

  private boolean indicator(List<String> row) {
    String name = name(row);
    boolean valued =
        !first(row, ColumnType.TARGET).isEmpty()
            || !first(row, ColumnType.ACTUAL).isEmpty()
            || !first(row, ColumnType.SIGN).isEmpty()
            || !first(row, ColumnType.POINTS).isEmpty();
    boolean levelled = !first(row, ColumnType.TARGET).isEmpty();
    Set<CellShape> shape = Shapes.of(name);
    boolean level = shape.contains(CellShape.EITHER) && !levelled;
    return valued && !level && !NO_NAME.containsAll(shape);
  }

  private List<String> levels(List<String> row) {
    List<String> levels = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      ColumnType type = columns.get(c).type();
      boolean level = type == ColumnType.LEVEL1 || type == ColumnType.LEVEL2;
      levels.add(level ? row.get(c) : "");
    }
    return levels;
  }

  private String first(List<String> row, ColumnType type) {
    for (int c = 0; c < columns.size(); c++) {
      if (columns.get(c).type() == type && !row.get(c).isEmpty()) {
        return row.get(c);
      }
    }
    return "";
  }
}
