package org.mingzhang.extract.page;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Detects grids with lines between columns only, in which all rows of a table are in one row of the
 * grid. The rows of such a table are found by white space, as in a table without lines.
 */
final class ColumnOnlyGridDetector {
  /**
   * Maximum number of rows of a grid with lines between columns only: two of headers, body and
   * total.
   */
  private static final int MAX_ROWS = 4;

  /** Minimum number of lines of a cell that holds a whole column. */
  private static final int MIN_CELL_LINES = 4;

  /** Minimum number of cells of a row that hold whole columns of amounts or of level names. */
  private static final int MIN_COLUMNS = 2;

  private static final Pattern AMOUNT = Pattern.compile("-?[￥¥]?[\\d,]+(\\.\\d+)?%?|[-—–]{1,2}");

  /**
   * Several amounts on one line of a cell: the cell spans several columns, because the lines
   * between them end at a merged title.
   */
  private static final Pattern SEVERAL_AMOUNTS =
      Pattern.compile("(-?[\\d,]+\\.\\d+ )+-?[\\d,]+\\.\\d+");

  private ColumnOnlyGridDetector() {}

  /**
   * Whether a grid has at most four rows and one of them holds whole columns: two cells with at
   * least four lines that are all amounts, a cell with several amounts on each of four lines, or
   * two cells with several names of levels.
   *
   * @param texts the text of each of the grid's areas, in their order
   */
  static boolean hasColumnLinesOnly(RuledGrid grid, List<String> texts) {
    if (grid.rows() > MAX_ROWS) {
      return false;
    }
    for (int row = 0; row < grid.rows(); row++) {
      int amounts = 0;
      int levels = 0;
      for (int i = 0; i < texts.size(); i++) {
        RuledGrid.CellArea area = grid.areas().get(i);
        List<String> lines = texts.get(i).lines().toList();
        if (area.row() == row && lines.size() > 1) {
          boolean column = lines.size() >= MIN_CELL_LINES;
          amounts += column && lines.stream().allMatch(AMOUNT.asMatchPredicate()) ? 1 : 0;
          amounts +=
              lines.stream().filter(SEVERAL_AMOUNTS.asMatchPredicate()).count() >= MIN_CELL_LINES
                  ? 2
                  : 0;
          levels += lines.stream().filter(FormLevelNames::isLevelName).count() > 1 ? 1 : 0;
        }
      }
      if (amounts >= MIN_COLUMNS || levels >= MIN_COLUMNS) {
        return true;
      }
    }
    return false;
  }
}
