package org.mingzhang.structure.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;
import org.mingzhang.structure.grid.Grid;

/**
 * The grids of a table on two pages, aligned to common columns. The grid of a page is split
 * wherever any cell of that page ends, so the page with the header may have more columns than the
 * next page. Positions of edges are used if they are known, otherwise the columns with content.
 *
 * @param upper the part above the page break
 * @param lower the part below it
 * @param haveSameColumns whether both have the same columns, as far as is known
 */
record GridColumnAlignment(
    Section.TablePart upper, Section.TablePart lower, boolean haveSameColumns) {

  /**
   * Aligns two parts; they stay unchanged if no alignment can be found.
   *
   * @param upperIsForm whether the upper part is a performance form
   */
  static GridColumnAlignment align(
      Section.TablePart upper, boolean upperIsForm, Section.TablePart lower) {
    GridEdgeAlignment edges = GridEdgeAlignment.align(upper.grid(), lower.grid());
    if (edges != null && (edges.areEdgesNested() || upperIsForm)) {
      return new GridColumnAlignment(
          withGrid(upper, edges.alignedUpper()),
          withGrid(lower, edges.alignedLower()),
          edges.areEdgesNested());
    }
    if (upper.grid().columns() == lower.grid().columns()) {
      return new GridColumnAlignment(upper, lower, true);
    }
    List<Integer> columns = matchColumns(upper, lower);
    if (columns == null) {
      return new GridColumnAlignment(upper, lower, false);
    }
    List<Cell> cells = lower.grid().cells().stream().map(cell -> moveCell(cell, columns)).toList();
    int width = upper.grid().columns();
    TableBlock grid = new TableBlock(lower.page(), lower.grid().rows(), width, cells);
    return new GridColumnAlignment(upper, withGrid(lower, grid), true);
  }

  private static Section.TablePart withGrid(Section.TablePart part, TableBlock grid) {
    return new Section.TablePart(part.page(), part.table(), grid, part.rowPages());
  }

  private static Cell moveCell(Cell cell, List<Integer> columns) {
    int from = columns.get(cell.column());
    int to = columns.get(Math.min(cell.column() + cell.columnSpan(), columns.size() - 1));
    return new Cell(cell.row(), from, cell.rowSpan(), Math.max(1, to - from), cell.text());
  }

  /**
   * For each grid column of the lower part the index of the matching column of the upper part,
   * followed by the number of columns of the upper part; null if the columns do not match.
   */
  private static @Nullable List<Integer> matchColumns(
      Section.TablePart upper, Section.TablePart lower) {
    int width = upper.grid().columns();
    Grid above = new Grid(upper.grid());
    TableHeaderFinder.TableRowBounds rows = new TableHeaderFinder(above).findRowBounds(0);
    List<Integer> starts = TableColumns.read(above, rows, above.rows()).startColumns();
    if (starts.size() > lower.grid().columns() && hasOnlyTotals(lower)) {
      starts = keepFirstAndAmountColumns(starts, lower.grid().columns());
    }
    if (starts.size() != lower.grid().columns()) {
      starts = columnStartsOfLastRow(above);
    }
    if (starts.size() != lower.grid().columns()) {
      return null;
    }
    return IntStream.concat(starts.stream().mapToInt(Integer::intValue), IntStream.of(width))
        .boxed()
        .toList();
  }

  /**
   * The columns at which the cells of the last row begin. The blocks of a form have different
   * columns, and it is the last block that continues.
   */
  private static List<Integer> columnStartsOfLastRow(Grid upperGrid) {
    int last = upperGrid.rows() - 1;
    return IntStream.range(0, upperGrid.columns())
        .filter(c -> c == 0 || !upperGrid.isSameCell(last, c, last, c - 1))
        .boxed()
        .toList();
  }

  /**
   * Whether a page contains only the final totals, whose label is merged over the columns of codes
   * and names.
   */
  private static boolean hasOnlyTotals(Section.TablePart part) {
    Grid grid = new Grid(part.grid());
    return grid.columns() > 1
        && IntStream.range(0, grid.rows())
            .allMatch(r -> TableVocabulary.isTotal(grid.ownText(r, 0)));
  }

  /** The first column, and as many of the last columns as there are amounts. */
  private static List<Integer> keepFirstAndAmountColumns(List<Integer> startColumns, int columns) {
    List<Integer> kept = new ArrayList<>();
    kept.add(startColumns.getFirst());
    kept.addAll(startColumns.subList(startColumns.size() - columns + 1, startColumns.size()));
    return kept;
  }
}
