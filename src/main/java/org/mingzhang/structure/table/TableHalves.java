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
 * columns do not fit on a page. Both halves have the same number of data rows. The right half has
 * only amounts, or repeats the labels of the left half.
 */
final class TableHalves {
  private static final Pattern DASHES = Pattern.compile("[-—–/]{1,2}");

  /** Minimum number of data rows; with fewer, equal numbers may be a coincidence. */
  private static final int MIN_ROWS = 3;

  private final Section.TablePart left;
  private final Section.TablePart right;
  private final Grid leftGrid;
  private final Grid rightGrid;
  private final TableHeaderFinder.TableRowBounds leftBounds;
  private final TableHeaderFinder.TableRowBounds rightBounds;
  private final int dataRowCount;

  private TableHalves(Section.TablePart left, Section.TablePart right) {
    this.left = left;
    this.right = right;
    this.leftGrid = new Grid(left.grid());
    this.rightGrid = new Grid(right.grid());
    this.leftBounds = new TableHeaderFinder(leftGrid).findRowBounds(0);
    this.rightBounds = new TableHeaderFinder(rightGrid).findRowBounds(0);
    this.dataRowCount = Math.max(0, leftGrid.rows() - leftBounds.dataStart());
  }

  /**
   * Joins both parts; null if they are not halves of one table.
   *
   * @param separatedByFormNumber whether a form number is between them, which is evidence of two
   *     separate tables
   */
  static Section.@Nullable TablePart join(
      Section.TablePart left, Section.TablePart right, boolean separatedByFormNumber) {
    TableHalves halves = new TableHalves(left, right);
    if (!halves.haveEqualRowCounts() || TableVocabulary.isPerformanceForm(halves.leftGrid)) {
      return null;
    }
    int repeated = halves.countRepeatedColumns();
    boolean whole =
        repeated > 0
            ? !separatedByFormNumber && !halves.isTotalColumnOfRightHalf(repeated)
            : halves.hasRightHalfOnlyAmounts();
    return whole ? halves.joinParts(repeated) : null;
  }

  /**
   * Whether a grid begins with a header above columns that contain only amounts, while the
   * preceding grid has labels.
   */
  static boolean startsRightHalf(Section.TablePart left, Section.TablePart right) {
    TableHalves halves = new TableHalves(left, right);
    return halves.rightBounds.headerEnd() > halves.rightBounds.headerStart()
        && halves.hasRightHalfOnlyAmounts();
  }

  private boolean haveEqualRowCounts() {
    return leftBounds.headerEnd() > leftBounds.headerStart()
        && rightBounds.headerEnd() > rightBounds.headerStart()
        && rightBounds.headerStart() == 0
        && leftBounds.codePartsRow() < 0
        && rightBounds.codePartsRow() < 0
        && dataRowCount >= MIN_ROWS
        && rightGrid.rows() - rightBounds.dataStart() == dataRowCount;
  }

  private boolean hasRightHalfOnlyAmounts() {
    int filled = 0;
    for (int r = rightBounds.dataStart(); r < rightGrid.rows(); r++) {
      if (!rightGrid.nonEmptyTexts(r).stream().allMatch(TableHalves::isAmount)) {
        return false;
      }
      filled += rightGrid.isBlankRow(r) ? 0 : 1;
    }
    return filled * 2 >= Math.max(MIN_ROWS, rightGrid.rows() - rightBounds.dataStart())
        && !hasAtMostOneAmountPerRow(leftGrid, leftBounds.dataStart());
  }

  private static boolean isAmount(String text) {
    return CellText.isNumber(text) || DASHES.matcher(text).matches();
  }

  /**
   * Whether each data row of a grid has one amount or dash, or is blank, so that the grid has no
   * labels and is not a left half.
   */
  private static boolean hasAtMostOneAmountPerRow(Grid grid, int firstDataRow) {
    return IntStream.range(firstDataRow, grid.rows())
        .mapToObj(row -> String.join("", grid.nonEmptyTexts(row)))
        .allMatch(text -> text.isEmpty() || isAmount(text));
  }

  /**
   * Number of leading columns that are equal in both halves, in header and rows; 0 if these columns
   * have no labels or are all columns of the right half.
   */
  private int countRepeatedColumns() {
    int columns = 0;
    boolean labels = false;
    while (columns < Math.min(leftGrid.columns(), rightGrid.columns()) && isSameColumn(columns)) {
      int column = columns;
      labels |=
          IntStream.range(leftBounds.dataStart(), leftGrid.rows())
              .mapToObj(row -> leftGrid.ownText(row, column))
              .anyMatch(text -> !text.isEmpty() && !isAmount(text));
      columns++;
    }
    return labels && columns < rightGrid.columns() ? columns : 0;
  }

  private boolean isSameColumn(int column) {
    String name = leftGrid.text(leftBounds.headerEnd() - 1, column);
    return name.equals(rightGrid.text(rightBounds.headerEnd() - 1, column))
        && IntStream.range(0, dataRowCount)
            .allMatch(
                r ->
                    leftGrid
                        .ownText(leftBounds.dataStart() + r, column)
                        .equals(rightGrid.ownText(rightBounds.dataStart() + r, column)));
  }

  /**
   * Whether the first column after the labels is a total, which shows that the grid is a separate
   * table.
   */
  private boolean isTotalColumnOfRightHalf(int column) {
    String top = rightGrid.text(rightBounds.headerStart(), column);
    return TableVocabulary.isTotal(top) || top.endsWith("合计") || top.endsWith("总计");
  }

  private Section.TablePart joinParts(int repeatedColumnCount) {
    int headerStart = leftBounds.headerStart();
    int end = headerStart + Math.max(leftBounds.headerEnd() - headerStart, rightBounds.headerEnd());
    int width = leftGrid.columns();
    List<Cell> cells = new ArrayList<>();
    for (Cell cell : left.grid().cells()) {
      addShiftedCell(cells, cell, 0, 0, leftBounds, end);
    }
    for (Cell cell : right.grid().cells()) {
      if (cell.column() >= repeatedColumnCount) {
        addShiftedCell(cells, cell, width - repeatedColumnCount, headerStart, rightBounds, end);
      }
    }
    List<Integer> pages = new ArrayList<>();
    for (int row = 0; row < end + dataRowCount; row++) {
      int own =
          row < end
              ? Math.min(row, leftBounds.headerEnd() - 1)
              : row - end + leftBounds.dataStart();
      pages.add(left.rowPages().get(own));
    }
    int columns = width + rightGrid.columns() - repeatedColumnCount;
    TableBlock grid = new TableBlock(left.page(), end + dataRowCount, columns, cells);
    return new Section.TablePart(left.page(), left.table(), grid, pages);
  }

  /**
   * Adds a cell of one half to the result. The lowest header cells are extended down to the first
   * data row; column numbers are dropped.
   */
  private static void addShiftedCell(
      List<Cell> cells,
      Cell cell,
      int columnOffset,
      int rowOffset,
      TableHeaderFinder.TableRowBounds bounds,
      int headerEnd) {
    int column = cell.column() + columnOffset;
    if (cell.row() < bounds.headerEnd()) {
      int row = cell.row() + rowOffset;
      int height =
          cell.row() + cell.rowSpan() >= bounds.headerEnd() ? headerEnd - row : cell.rowSpan();
      cells.add(new Cell(row, column, height, cell.columnSpan(), cell.text()));
    } else if (cell.row() >= bounds.dataStart()) {
      int row = cell.row() - bounds.dataStart() + headerEnd;
      cells.add(new Cell(row, column, cell.rowSpan(), cell.columnSpan(), cell.text()));
    }
  }
}
