package org.mingzhang.structure.table;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;

/**
 * A table that is joined page by page. Whether the next page continues it depends only on its first
 * rows and its last page ({@link #firstAndLastPage}). The rows between these are set aside, so that
 * the cost of adding a page does not depend on the number of pages; {@link #wholeTable} returns all
 * rows.
 */
final class PagedTable {
  /** Maximum number of rows kept in {@link #firstAndLastPage}, except those of the last page. */
  private static final int MAX_ROWS = 200;

  /** Maximum number of rows kept at the beginning of a long table; headers are shorter. */
  private static final int MAX_FIRST_ROWS = 40;

  private Section.TablePart firstAndLastRows;

  /** Number of rows kept before those that were set aside; 0 if no rows have been set aside. */
  private int keptFirstRows;

  private int asideRows;
  private final List<Cell> asideCells = new ArrayList<>();
  private final List<Integer> asidePages = new ArrayList<>();

  /** Starts a table with its first page. */
  PagedTable(Section.TablePart part) {
    this.firstAndLastRows = part;
  }

  /**
   * The first rows of the table and its last page, which decide whether the next page continues it.
   */
  Section.TablePart firstAndLastPage() {
    return firstAndLastRows;
  }

  /**
   * Adds the next page.
   *
   * @param joined {@link #firstAndLastPage} and the next page as one part
   */
  void addPage(Section.TablePart joined) {
    int seam = firstAndLastRows.grid().rows();
    firstAndLastRows = joined;
    if (joined.grid().rows() <= MAX_ROWS || !isRowBoundary(seam)) {
      return;
    }
    int beginning = keptFirstRows > 0 ? keptFirstRows : lastBoundaryOfFirstRows();
    if (beginning > 0 && seam > beginning) {
      setRowsAside(beginning, seam);
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
        asideCells.add(moveCell(cell, asideRows - from));
      } else {
        kept.add(moveCell(cell, from - to));
      }
    }
    List<Integer> pages = new ArrayList<>(firstAndLastRows.rowPages());
    List<Integer> gone = pages.subList(from, to);
    asidePages.addAll(gone);
    gone.clear();
    keptFirstRows = from;
    asideRows += to - from;
    firstAndLastRows = withRows(firstAndLastRows.grid().rows() - (to - from), kept, pages);
  }

  /** Returns the whole table, including the rows that were set aside. */
  Section.TablePart wholeTable() {
    if (keptFirstRows > 0) {
      List<Cell> cells = new ArrayList<>();
      List<Cell> last = new ArrayList<>();
      for (Cell cell : firstAndLastRows.grid().cells()) {
        if (cell.row() < keptFirstRows) {
          cells.add(cell);
        } else {
          last.add(moveCell(cell, asideRows));
        }
      }
      asideCells.forEach(cell -> cells.add(moveCell(cell, keptFirstRows)));
      cells.addAll(last);
      List<Integer> pages = new ArrayList<>(firstAndLastRows.rowPages());
      pages.addAll(keptFirstRows, asidePages);
      firstAndLastRows = withRows(firstAndLastRows.grid().rows() + asideRows, cells, pages);
      keptFirstRows = 0;
      asideRows = 0;
      asideCells.clear();
      asidePages.clear();
    }
    return firstAndLastRows;
  }

  private static Cell moveCell(Cell cell, int rows) {
    return new Cell(
        cell.row() + rows, cell.column(), cell.rowSpan(), cell.columnSpan(), cell.text());
  }

  private Section.TablePart withRows(int rows, List<Cell> cells, List<Integer> pages) {
    TableBlock grid = firstAndLastRows.grid();
    return new Section.TablePart(
        firstAndLastRows.page(),
        firstAndLastRows.table(),
        new TableBlock(grid.page(), rows, grid.columns(), cells, grid.edges()),
        pages);
  }
}
