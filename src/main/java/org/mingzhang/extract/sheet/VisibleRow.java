package org.mingzhang.extract.sheet;

import java.util.List;

/**
 * A row of a sheet as shown.
 *
 * @param number 0-based number in the sheet; the first of several blank rows
 * @param cells its cells with text, from the left; none in a blank row
 */
record VisibleRow(int number, List<VisibleCell> cells) {
  /** Copies the cells. */
  VisibleRow {
    cells = List.copyOf(cells);
  }

  /** Whether nothing stands in it. */
  boolean isBlank() {
    return cells.isEmpty();
  }
}
