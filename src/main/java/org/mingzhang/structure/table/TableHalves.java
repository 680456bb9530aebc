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
 * columns do not fit on a page. Both have equally many data rows; the right half has only amounts,
 * or repeats the labels of the left one.
 */
final class TableHalves {
  private static final Pattern DASHES = Pattern.compile("[-—–/]{1,2}");

  /** Minimum number of data rows; with fewer, equal numbers may be a coincidence. */
  private static final int MIN_ROWS = 3;

  private final Section.TablePart left;
  private final Section.TablePart right;
  private final Grid before;
  private final Grid after;
  private final HeaderFinder.Rows upper;
  private final HeaderFinder.Rows beside;
  private final int rows;

  private TableHalves(Section.TablePart left, Section.TablePart right) {
    this.left = left;
    this.right = right;
    this.before = new Grid(left.grid());
    this.after = new Grid(right.grid());
    this.upper = new HeaderFinder(before).find(0);
    this.beside = new HeaderFinder(after).find(0);
    this.rows = Math.max(0, before.rows() - upper.data());
  }

  /**
   * Joins both parts; null if they are not halves of one table.
   *
   * @param labeled whether a form number is between them, as above a separate table
   */
  static Section.@Nullable TablePart join(
      Section.TablePart left, Section.TablePart right, boolean labeled) {
    TableHalves halves = new TableHalves(left, right);
    if (!halves.haveEqualRows() || TableWords.isPerformanceForm(halves.before)) {
      return null;
    }
    int repeated = halves.countRepeatedColumns();
    boolean whole = repeated > 0 ? !labeled && !halves.isTotal(repeated) : halves.hasAmountsOnly();
    return whole ? halves.joinParts(repeated) : null;
  }

  /** Whether a grid begins with a header above amounts only while the grid before has labels. */
  static boolean opensRightHalf(Section.TablePart left, Section.TablePart right) {
    TableHalves halves = new TableHalves(left, right);
    return halves.beside.end() > halves.beside.first() && halves.hasAmountsOnly();
  }

  private boolean haveEqualRows() {
    return upper.end() > upper.first()
        && beside.end() > beside.first()
        && beside.first() == 0
        && upper.codeParts() < 0
        && beside.codeParts() < 0
        && rows >= MIN_ROWS
        && after.rows() - beside.data() == rows;
  }

  private boolean hasAmountsOnly() {
    int filled = 0;
    for (int r = beside.data(); r < after.rows(); r++) {
      if (!after.words(r).stream().allMatch(TableHalves::isAmount)) {
        return false;
      }
      filled += after.isBlankRow(r) ? 0 : 1;
    }
    return filled * 2 >= Math.max(MIN_ROWS, after.rows() - beside.data())
        && !startsWithAmounts(before, upper.data());
  }

  private static boolean isAmount(String text) {
    return CellText.isNumber(text) || DASHES.matcher(text).matches();
  }

  /** Whether a grid's first column holds amounts, so that it is not a left half. */
  private static boolean startsWithAmounts(Grid grid, int data) {
    return IntStream.range(data, grid.rows())
        .mapToObj(row -> String.join("", grid.words(row)))
        .allMatch(text -> text.isEmpty() || isAmount(text));
  }

  /** Number of leading columns that are equal in both halves, in header and rows. */
  private int countRepeatedColumns() {
    int columns = 0;
    boolean labels = false;
    while (columns < Math.min(before.columns(), after.columns()) && isSameColumn(columns)) {
      int column = columns;
      labels |=
          IntStream.range(upper.data(), before.rows())
              .mapToObj(row -> before.ownText(row, column))
              .anyMatch(text -> !text.isEmpty() && !isAmount(text));
      columns++;
    }
    return labels && columns < after.columns() ? columns : 0;
  }

  private boolean isSameColumn(int column) {
    String name = before.text(upper.end() - 1, column);
    return name.equals(after.text(beside.end() - 1, column))
        && IntStream.range(0, rows)
            .allMatch(
                r ->
                    before
                        .ownText(upper.data() + r, column)
                        .equals(after.ownText(beside.data() + r, column)));
  }

  /** Whether the first column after the labels is a total, so that the grid is a separate table. */
  private boolean isTotal(int column) {
    String top = after.text(beside.first(), column);
    return TableWords.isTotal(top) || top.endsWith("合计") || top.endsWith("总计");
  }

  private Section.TablePart joinParts(int repeated) {
    int minimum = upper.first();
    int end = minimum + Math.max(upper.end() - minimum, beside.end());
    int width = before.columns();
    List<Cell> cells = new ArrayList<>();
    for (Cell cell : left.grid().cells()) {
      add(cells, cell, 0, 0, upper, end);
    }
    for (Cell cell : right.grid().cells()) {
      if (cell.column() >= repeated) {
        add(cells, cell, width - repeated, minimum, beside, end);
      }
    }
    List<Integer> pages = new ArrayList<>();
    for (int row = 0; row < end + rows; row++) {
      int own = row < end ? Math.min(row, upper.end() - 1) : row - end + upper.data();
      pages.add(left.rowPages().get(own));
    }
    int columns = width + after.columns() - repeated;
    TableBlock grid = new TableBlock(left.page(), end + rows, columns, cells);
    return new Section.TablePart(left.page(), left.table(), grid, pages);
  }

  /**
   * Adds a cell of one half to the result. The lowest header cells are extended down to the first
   * data row; column numbers are dropped.
   */
  private static void add(
      List<Cell> cells, Cell cell, int columns, int down, HeaderFinder.Rows rows, int end) {
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
