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
 * The grids of two pages on the columns of one table. Grid columns are cut wherever any cell of a
 * page ends, so that the page with the header may have more of them than the page with the rest of
 * the rows. Where places are known they decide, else the columns that hold something.
 *
 * @param upper the part above the page break
 * @param lower the part below it
 * @param same whether both have the same columns, as far as can be told
 */
record ColumnFit(Section.TablePart upper, Section.TablePart lower, boolean same) {

  /**
   * The fit of two parts; as they are where it cannot be told.
   *
   * @param form whether the upper part is a performance form
   */
  static ColumnFit of(Section.TablePart upper, boolean form, Section.TablePart lower) {
    EdgeFit edges = EdgeFit.of(upper.grid(), lower.grid());
    if (edges != null && (edges.nested() || form)) {
      return new ColumnFit(with(upper, edges.upper()), with(lower, edges.lower()), edges.nested());
    }
    if (upper.grid().columns() == lower.grid().columns()) {
      return new ColumnFit(upper, lower, true);
    }
    List<Integer> columns = columns(upper, lower);
    if (columns == null) {
      return new ColumnFit(upper, lower, false);
    }
    List<Cell> cells = lower.grid().cells().stream().map(cell -> moved(cell, columns)).toList();
    int width = upper.grid().columns();
    TableBlock grid = new TableBlock(lower.page(), lower.grid().rows(), width, cells);
    return new ColumnFit(upper, with(lower, grid), true);
  }

  private static Section.TablePart with(Section.TablePart part, TableBlock grid) {
    return new Section.TablePart(part.page(), part.table(), grid, part.rowPages());
  }

  private static Cell moved(Cell cell, List<Integer> columns) {
    int from = columns.get(cell.column());
    int to = columns.get(Math.min(cell.column() + cell.columnSpan(), columns.size() - 1));
    return new Cell(cell.row(), from, cell.rowSpan(), Math.max(1, to - from), cell.text());
  }

  /** For each grid column of the lower part that of the upper one, and the end; or null. */
  private static @Nullable List<Integer> columns(Section.TablePart upper, Section.TablePart lower) {
    int width = upper.grid().columns();
    Grid above = new Grid(upper.grid());
    HeaderFinder.Rows rows = new HeaderFinder(above).find(0);
    List<Integer> starts = TableColumns.read(above, rows, above.rows()).starts();
    if (starts.size() > lower.grid().columns() && onlySums(lower)) {
      starts = withoutLabels(starts, lower.grid().columns());
    }
    if (starts.size() != lower.grid().columns()) {
      starts = lastRow(above);
    }
    if (starts.size() != lower.grid().columns()) {
      return null;
    }
    return IntStream.concat(starts.stream().mapToInt(Integer::intValue), IntStream.of(width))
        .boxed()
        .toList();
  }

  /**
   * Where the cells of the last row begin. The parts of a form have columns of their own, and what
   * goes on after the break is the last of them.
   */
  private static List<Integer> lastRow(Grid above) {
    int last = above.rows() - 1;
    return IntStream.range(0, above.columns())
        .filter(c -> c == 0 || !above.same(last, c, last, c - 1))
        .boxed()
        .toList();
  }

  /**
   * Whether a page holds nothing but the closing sum, whose label is merged over codes and name.
   */
  private static boolean onlySums(Section.TablePart part) {
    Grid grid = new Grid(part.grid());
    return grid.columns() > 1
        && IntStream.range(0, grid.rows()).allMatch(r -> TableWords.total(grid.own(r, 0)));
  }

  /** The first column and as many of the last as there are amounts. */
  private static List<Integer> withoutLabels(List<Integer> starts, int columns) {
    List<Integer> kept = new ArrayList<>();
    kept.add(starts.getFirst());
    kept.addAll(starts.subList(starts.size() - columns + 1, starts.size()));
    return kept;
  }
}
