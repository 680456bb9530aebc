package org.mingzhang.extract.page;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells grids that have lines between their columns only: the rows of a whole table stand in one
 * row of the grid. What parts them is white space, as in tables without any lines.
 */
final class ColumnOnlyGrid {
  /** Most rows of such a grid: header, body and sum. */
  private static final int MAX_ROWS = 4;

  /** Fewest lines of a cell that holds a column of a table. */
  private static final int MIN_LINES = 4;

  /** Fewest cells of one row that hold columns of amounts, or of names of levels. */
  private static final int MIN_COLUMNS = 2;

  private static final Pattern AMOUNT = Pattern.compile("-?[￥¥]?[\\d,]+(\\.\\d+)?%?|[-—–]{1,2}");

  /** Amounts beside each other, where lines end at a merged title above. */
  private static final Pattern SEVERAL = Pattern.compile("(-?[\\d,]+\\.\\d+ )+-?[\\d,]+\\.\\d+");

  private ColumnOnlyGrid() {}

  /** Whether a grid parts columns only. */
  static boolean matches(RuledGrid grid, List<String> texts) {
    if (grid.rows() > MAX_ROWS) {
      return false;
    }
    for (int row = 0; row < grid.rows(); row++) {
      int amounts = 0;
      int levels = 0;
      for (int i = 0; i < texts.size(); i++) {
        RuledGrid.Area area = grid.areas().get(i);
        List<String> lines = texts.get(i).lines().toList();
        if (area.row() == row && lines.size() > 1) {
          boolean column = lines.size() >= MIN_LINES;
          amounts += column && lines.stream().allMatch(AMOUNT.asMatchPredicate()) ? 1 : 0;
          amounts +=
              lines.stream().filter(SEVERAL.asMatchPredicate()).count() >= MIN_LINES ? 2 : 0;
          levels += lines.stream().filter(LevelNames::isLevelName).count() > 1 ? 1 : 0;
        }
      }
      if (amounts >= MIN_COLUMNS || levels >= MIN_COLUMNS) {
        return true;
      }
    }
    return false;
  }
}
