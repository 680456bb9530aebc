package org.mingzhang.structure.table;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;
import org.mingzhang.structure.grid.CellText;
import org.mingzhang.structure.grid.Grid;

/**
 * Concatenates two grids of one table. Rows that repeat the header are dropped; a first row that
 * only completes the cells of the last row before the page break is merged into it.
 */
final class GridConcatenator {
  private final Section.TablePart upperPart;
  private final Section.TablePart lowerPart;
  private final Grid upperGrid;
  private final Grid lowerGrid;
  private final int firstKeptRow;

  /** Creates a concatenation that drops the first {@code firstKeptRow} rows of the lower grid. */
  GridConcatenator(Section.TablePart upperPart, Section.TablePart lowerPart, int firstKeptRow) {
    this.upperPart = upperPart;
    this.lowerPart = lowerPart;
    this.upperGrid = new Grid(upperPart.grid());
    this.lowerGrid = new Grid(lowerPart.grid());
    this.firstKeptRow = firstKeptRow;
  }

  /** Returns both parts as one; the result has column edges only if those of the upper part fit. */
  Section.TablePart join() {
    boolean split = isFirstRowContinuation();
    int dropped = split ? firstKeptRow + 1 : firstKeptRow;
    int rows = upperPart.grid().rows() + lowerPart.grid().rows() - dropped;
    List<Cell> cells = new ArrayList<>();
    upperPart.grid().cells().forEach(cell -> cells.add(split ? withContinuation(cell) : cell));
    for (Cell cell : lowerPart.grid().cells()) {
      int top = Math.max(cell.row(), dropped);
      int height = cell.row() + cell.rowSpan() - top;
      if (height > 0) {
        String text = cell.row() >= dropped ? cell.text() : "";
        int row = top - dropped + upperPart.grid().rows();
        cells.add(new Cell(row, cell.column(), height, cell.columnSpan(), text));
      }
    }
    List<Integer> pages = new ArrayList<>(upperPart.rowPages());
    pages.addAll(lowerPart.rowPages().subList(dropped, lowerPart.rowPages().size()));
    int columns = Math.max(upperPart.grid().columns(), lowerPart.grid().columns());
    TableBlock grid =
        new TableBlock(upperPart.page(), rows, columns, cells, edgesIfMatching(columns));
    return new Section.TablePart(upperPart.page(), upperPart.table(), grid, pages);
  }

  private List<Float> edgesIfMatching(int columns) {
    List<Float> edges = upperPart.grid().edges();
    return edges.size() == columns + 1 ? edges : List.of();
  }

  /** Returns a cell; if it ends at the page break, it is joined with its continuation below. */
  private Cell withContinuation(Cell cell) {
    if (cell.row() + cell.rowSpan() < upperGrid.rows()) {
      return cell;
    }
    StringBuilder text = new StringBuilder(cell.text());
    for (int c = cell.column(); c < cell.column() + cell.columnSpan(); c++) {
      if (c < lowerGrid.columns() && !lowerGrid.ownText(firstKeptRow, c).isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n").append(lowerGrid.ownText(firstKeptRow, c));
      }
    }
    return new Cell(cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), text.toString());
  }

  /**
   * Whether the first row below the break only completes the row above it. Each of its texts must
   * be below a text of the row above, in a cell of the same width, and must not be a number, a list
   * entry or a total; and some text of the row above must have no text below it. A row with text in
   * all columns from its first text on is a row of its own whose levels are merged. If the first
   * text of the row above is continued, {@link #isIndicatorContinued} decides instead.
   */
  private boolean isFirstRowContinuation() {
    if (firstKeptRow >= lowerGrid.rows()
        || upperGrid.rows() == 0
        || lowerGrid.columns() != upperGrid.columns()) {
      return false;
    }
    int last = upperGrid.rows() - 1;
    boolean any = false;
    boolean first = true;
    int rest = 0;
    for (int c = 0; c < lowerGrid.columns(); c++) {
      String tail = lowerGrid.ownText(firstKeptRow, c);
      boolean headed = !upperGrid.ownText(last, c).isEmpty();
      if (!tail.isEmpty()) {
        boolean wider =
            headed && columnSpan(lowerGrid, firstKeptRow, c) != columnSpan(upperGrid, last, c);
        if (upperGrid.text(last, c).isEmpty() || wider || startsTableRow(tail)) {
          return false;
        }
        any |= headed;
        first &= !headed || !isFirstFilledColumn(last, c);
      } else if (headed) {
        rest++;
      }
    }
    return any && rest > 0 && (first ? !fillsColumnsOf(last) : isIndicatorContinued(last));
  }

  /**
   * Whether the row above the break is an indicator with a number, as targets and scores are, and
   * the row below has text only in columns where the row above has text that is not a number. Since
   * every indicator has a target or score, the row below is then a continuation.
   */
  private boolean isIndicatorContinued(int lastRow) {
    int valued = 0;
    for (int c = 0; c < lowerGrid.columns(); c++) {
      boolean number = CellText.isNumber(upperGrid.ownText(lastRow, c));
      boolean ends = !number && !upperGrid.ownText(lastRow, c).isEmpty();
      if (!lowerGrid.ownText(firstKeptRow, c).isEmpty() && !ends) {
        return false;
      }
      valued += number ? 1 : 0;
    }
    return valued > 0 && TableVocabulary.isPerformanceForm(upperGrid);
  }

  /**
   * Whether the first row below the break has text in at least two columns and, right of the first
   * of them, in every column in which the row above has text.
   */
  private boolean fillsColumnsOf(int lastRow) {
    int filled = 0;
    for (int c = 0; c < lowerGrid.columns(); c++) {
      boolean own = !lowerGrid.ownText(firstKeptRow, c).isEmpty();
      if (filled > 0 && !own && !upperGrid.ownText(lastRow, c).isEmpty()) {
        return false;
      }
      filled += own ? 1 : 0;
    }
    return filled > 1;
  }

  private static int columnSpan(Grid grid, int row, int column) {
    Cell cell = grid.cell(row, column);
    return cell == null ? 0 : cell.columnSpan();
  }

  private static boolean startsTableRow(String text) {
    return CellText.isNumber(text)
        || CellText.startsWithListNumber(text)
        || TableVocabulary.isTotal(text)
        || text.startsWith("其中");
  }

  private boolean isFirstFilledColumn(int row, int column) {
    for (int c = 0; c < column; c++) {
      if (!upperGrid.ownText(row, c).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
