package org.mingzhang.structure.table;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;

/**
 * A table that is joined page by page. Whether the next page continues it depends only on its first
 * rows and its last page ({@link #firstAndLastRows}). The rows between these are set aside, so that
 * the cost of adding a page does not depend on the number of pages; {@link #wholeTable} returns all
 * rows.
 */
final class PagedTable {
  /**
   * Maximum number of rows kept in {@link #firstAndLastRows}, not counting the rows of the last
   * page.
   */
  private static final int MAX_KEPT_ROWS = 200;

  /** Maximum number of rows kept at the beginning of a long table; headers are shorter. */
  private static final int MAX_FIRST_ROWS = 40;

  private Section.TablePart firstAndLastRows;

  /** Number of rows kept before those that were set aside; 0 if no rows have been set aside. */
  private int keptFirstRowCount;

  private int setAsideRowCount;
  private final List<Cell> setAsideCells = new ArrayList<>();
  private final List<Integer> setAsidePages = new ArrayList<>();

  /** Starts a table with its first page. */
  PagedTable(Section.TablePart part) {
    this.firstAndLastRows = part;
  }

  /**
   * The first rows of the table and its last page, on which depends whether the next page continues
   * it.
   */
  Section.TablePart firstAndLastRows() {
    return firstAndLastRows;
  }

  /**
   * Adds the next page.
   *
   * @param joinedTable {@link #firstAndLastRows} and the next page as one part
   */
  void addPage(Section.TablePart joinedTable) {
    int pageBreakRow = firstAndLastRows.grid().rows();
    firstAndLastRows = joinedTable;
    if (joinedTable.grid().rows() <= MAX_KEPT_ROWS || !isRowBoundary(pageBreakRow)) {
      return;
    }
    int beginning = keptFirstRowCount > 0 ? keptFirstRowCount : lastBoundaryOfFirstRows();
    if (beginning > 0 && pageBreakRow > beginning) {
      setRowsAside(beginning, pageBreakRow);
    }
  }

  /** The last row boundary among the first rows that no cell spans; 0 if there is none. */
  private int lastBoundaryOfFirstRows() {
    int row = MAX_FIRST_ROWS;
    while (row > 0 && !isRowBoundary(row)) {
      row--;
    }
    return row;
  }

  private boolean isRowBoundary(int row) {
    return firstAndLastRows.grid().cells().stream()
        .noneMatch(cell -> cell.row() < row && cell.row() + cell.rowSpan() > row);
  }

  private void setRowsAside(int from, int to) {
    List<Cell> kept = new ArrayList<>();
    for (Cell cell : firstAndLastRows.grid().cells()) {
      if (cell.row() < from) {
        kept.add(cell);
      } else if (cell.row() < to) {
        setAsideCells.add(moveCell(cell, setAsideRowCount - from));
      } else {
        kept.add(moveCell(cell, from - to));
      }
    }
    List<Integer> pages = new ArrayList<>(firstAndLastRows.rowPages());
    List<Integer> gone = pages.subList(from, to);
    setAsidePages.addAll(gone);
    gone.clear();
    keptFirstRowCount = from;
    setAsideRowCount += to - from;
    firstAndLastRows = withRows(firstAndLastRows.grid().rows() - (to - from), kept, pages);
  }

  /**
   * Returns the whole table, including the rows that were set aside. {@link #firstAndLastRows} then
   * returns the whole table too, until a page is added.
   */
  Section.TablePart wholeTable() {
    if (keptFirstRowCount > 0) {
      List<Cell> cells = new ArrayList<>();
      List<Cell> last = new ArrayList<>();
      for (Cell cell : firstAndLastRows.grid().cells()) {
        if (cell.row() < keptFirstRowCount) {
          cells.add(cell);
        } else {
          last.add(moveCell(cell, setAsideRowCount));
        }
      }
      setAsideCells.forEach(cell -> cells.add(moveCell(cell, keptFirstRowCount)));
      cells.addAll(last);
      List<Integer> pages = new ArrayList<>(firstAndLastRows.rowPages());
      pages.addAll(keptFirstRowCount, setAsidePages);
      firstAndLastRows = withRows(firstAndLastRows.grid().rows() + setAsideRowCount, cells, pages);
      keptFirstRowCount = 0;
      setAsideRowCount = 0;
      setAsideCells.clear();
      setAsidePages.clear();
    }
    return firstAndLastRows;
  }

  private static Cell moveCell(Cell cell, int rowOffset) {
    return new Cell(
        cell.row() + rowOffset, cell.column(), cell.rowSpan(), cell.columnSpan(), cell.text());
  }

  private Section.TablePart withRows(int rowCount, List<Cell> cells, List<Integer> rowPages) {
    TableBlock grid = firstAndLastRows.grid();
    return new Section.TablePart(
        firstAndLastRows.page(),
        firstAndLastRows.table(),
        new TableBlock(grid.page(), rowCount, grid.columns(), cells, grid.edges()),
        rowPages);
  }
}
