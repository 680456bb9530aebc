package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.model.TableBlock;
import org.mingzhang.structure.grid.Grid;

/**
 * Turns performance forms whose indicators are columns, with the titles in the first cells of the
 * rows, into forms whose indicators are rows. Stateless.
 */
final class TransposedForm {
  /**
   * Minimum number of rows that begin with the title of a column of a form, each with a different
   * role.
   */
  private static final int MIN_ROLES = 4;

  private TransposedForm() {}

  /**
   * The form with its indicators as rows; empty if they are not columns. Rows without a title, like
   * the sum of the points, are left out.
   */
  static Optional<TableBlock> turn(TableBlock block) {
    Grid grid = new Grid(block);
    List<Integer> titledRows = findTitledRows(grid);
    if (titledRows.isEmpty()) {
      return Optional.empty();
    }
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (int i = 0; i < titledRows.size(); i++) {
      for (int c = 0; c < grid.columns(); c++) {
        cells.add(new TableBlock.Cell(c, i, 1, 1, grid.text(titledRows.get(i), c)));
      }
    }
    return Optional.of(new TableBlock(block.page(), grid.columns(), titledRows.size(), cells));
  }

  /**
   * The rows whose first cell is the title of a column of a form; empty if these are too few, do
   * not include those of a name and a value, or occur twice, or if another cell is such a title.
   */
  private static List<Integer> findTitledRows(Grid grid) {
    List<Integer> rows = new ArrayList<>();
    Set<IndicatorRole> roles = EnumSet.noneOf(IndicatorRole.class);
    for (int r = 0; r < grid.rows() && grid.columns() > 2; r++) {
      IndicatorRole role = IndicatorRole.findByHeading(grid.text(r, 0));
      for (int c = 1; c < grid.columns(); c++) {
        if (!grid.isSameCell(r, 0, r, c) && IndicatorRole.findByHeading(grid.text(r, c)) != null) {
          return List.of();
        }
      }
      if (role != null) {
        if (!roles.add(role)) {
          return List.of();
        }
        rows.add(r);
      }
    }
    boolean form =
        roles.size() >= MIN_ROLES
            && roles.contains(IndicatorRole.LEVEL3)
            && (roles.contains(IndicatorRole.TARGET) || roles.contains(IndicatorRole.ACTUAL));
    return form ? rows : List.of();
  }
}
