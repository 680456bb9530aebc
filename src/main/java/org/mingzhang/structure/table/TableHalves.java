package org.mingzhang.structure.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;
import org.mingzhang.structure.grid.CellText;
import org.mingzhang.structure.grid.Grid;

/**
 * Two grids that are the left and right half of one wide table, as spreadsheets print it when its
 * columns do not fit on a page. Both have the same number of data rows. The right half has only
 * amounts, or repeats the labels of the left half.
 */
final class TableHalves {
  private static final Pattern DASHES = Pattern.compile("[-—–/]{1,2}");

  /** Minimum number of data rows; with fewer, equal numbers may be a coincidence. */
  private static final int MIN_ROWS = 3;

  private final Section.TablePart left;
  private final Section.TablePart right;
  private final Grid leftGrid;
  private final Grid rightGrid;
  private final TableHeaderFinder.TableRowBounds leftRows;
  private final TableHeaderFinder.TableRowBounds rightRows;
  private final int rows;

  private TableHalves(Section.TablePart left, Section.TablePart right) {
    this.left = left;
    this.right = right;
    this.leftGrid = new Grid(left.grid());
    this.rightGrid = new Grid(right.grid());
    this.leftRows = new TableHeaderFinder(leftGrid).find(0);
    this.rightRows = new TableHeaderFinder(rightGrid).find(0);
    this.rows = Math.max(0, leftGrid.rows() - leftRows.data());
  }

  /**
   * Joins both parts; null if they are not halves of one table.
   *
   * @param labeled whether a form number is between them, which suggests separate tables
   */
  static Section.@Nullable TablePart join(
      Section.TablePart left, Section.TablePart right, boolean labeled) {
    TableHalves halves = new TableHalves(left, right);
    if (!halves.haveEqualRows() || TableVocabulary.isPerformanceForm(halves.leftGrid)) {
      return null;
    }
    int repeated = halves.countRepeatedColumns();
    boolean whole =
        repeated > 0 ? !labeled && !halves.isTotalColumn(repeated) : halves.hasAmountsOnly();
    return whole ? halves.joinParts(repeated) : null;
  }

  /**
   * Whether a grid begins with a header above columns that contain only amounts, while the
   * preceding grid has labels.
   */
  static boolean opensRightHalf(Section.TablePart left, Section.TablePart right) {
    TableHalves halves = new TableHalves(left, right);
    return halves.rightRows.end() > halves.rightRows.first() && halves.hasAmountsOnly();
  }

  private boolean haveEqualRows() {
    return leftRows.end() > leftRows.first()
        && rightRows.end() > rightRows.first()
        && rightRows.first() == 0
        && leftRows.codeParts() < 0
        && rightRows.codeParts() < 0
        && rows >= MIN_ROWS
        && rightGrid.rows() - rightRows.data() == rows;
  }

  private boolean hasAmountsOnly() {
    int filled = 0;
    for (int r = rightRows.data(); r < rightGrid.rows(); r++) {
      if (!rightGrid.nonEmptyTexts(r).stream().allMatch(TableHalves::isAmount)) {
        return false;
      }
      filled += rightGrid.isBlankRow(r) ? 0 : 1;
    }
    return filled * 2 >= Math.max(MIN_ROWS, rightGrid.rows() - rightRows.data())
        && !startsWithAmounts(leftGrid, leftRows.data());
  }

  private static boolean isAmount(String text) {
    return CellText.isNumber(text) || DASHES.matcher(text).matches();
  }

  /** Whether a grid's first column holds amounts, so that it is not a left half. */
  private static boolean startsWithAmounts(Grid grid, int data) {
    return IntStream.range(data, grid.rows())
        .mapToObj(row -> String.join("", grid.nonEmptyTexts(row)))
        .allMatch(text -> text.isEmpty() || isAmount(text));
  }

  /** Number of leading columns that are equal in both halves, in header and rows. */
  private int countRepeatedColumns() {
    int columns = 0;
    boolean labels = false;
    while (columns < Math.min(leftGrid.columns(), rightGrid.columns()) && isSameColumn(columns)) {
      int column = columns;
      labels |=
          IntStream.range(leftRows.data(), leftGrid.rows())
              .mapToObj(row -> leftGrid.ownText(row, column))
              .anyMatch(text -> !text.isEmpty() && !isAmount(text));
      columns++;
    }
    return labels && columns < rightGrid.columns() ? columns : 0;
  }

  private boolean isSameColumn(int column) {
    String name = leftGrid.text(leftRows.end() - 1, column);
    return name.equals(rightGrid.text(rightRows.end() - 1, column))
        && IntStream.range(0, rows)
            .allMatch(
                r ->
                    leftGrid
                        .ownText(leftRows.data() + r, column)
                        .equals(rightGrid.ownText(rightRows.data() + r, column)));
  }

  /**
   * Whether the first column after the labels is a total, which shows that the grid is a separate
   * table.
   */
  private boolean isTotalColumn(int column) {
    String top = rightGrid.text(rightRows.first(), column);
    return TableVocabulary.isTotal(top) || top.endsWith("合计") || top.endsWith("总计");
  }

  private Section.TablePart joinParts(int repeated) {
    int minimum = leftRows.first();
    int end = minimum + Math.max(leftRows.end() - minimum, rightRows.end());
    int width = leftGrid.columns();
    List<Cell> cells = new ArrayList<>();
    for (Cell cell : left.grid().cells()) {
      addShiftedCell(cells, cell, 0, 0, leftRows, end);
    }
    for (Cell cell : right.grid().cells()) {
      if (cell.column() >= repeated) {
        addShiftedCell(cells, cell, width - repeated, minimum, rightRows, end);
      }
    }
    List<Integer> pages = new ArrayList<>();
    for (int row = 0; row < end + rows; row++) {
      int own = row < end ? Math.min(row, leftRows.end() - 1) : row - end + leftRows.data();
      pages.add(left.rowPages().get(own));
    }
    int columns = width + rightGrid.columns() - repeated;
    TableBlock grid = new TableBlock(left.page(), end + rows, columns, cells);
    return new Section.TablePart(left.page(), left.table(), grid, pages);
  }

  /**
   * Adds a cell of one half to the result. The lowest header cells are extended down to the first
   * data row; column numbers are dropped.
   */
  private static void addShiftedCell(
      List<Cell> cells,
      Cell cell,
      int columns,
      int down,
      TableHeaderFinder.TableRowBounds rows,
      int end) {
    int column = cell.column() + columns;
    if (cell.row() < rows.end()) {
      int row = cell.row() + down;
      int height = cell.row() + cell.rowSpan() >= rows.end() ? end - row : cell.rowSpan();
      cells.add(new Cell(row, column, height, cell.columnSpan(), cell.text()));
    } else if (cell.row() >= rows.data()) {
      int row = cell.row() - rows.data() + end;
      cells.add(new Cell(row, column, cell.rowSpan(), cell.columnSpan(), cell.text()));
    }
  }
}
