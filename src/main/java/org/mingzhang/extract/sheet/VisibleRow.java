package org.mingzhang.extract.sheet;

import java.util.List;

/**
 * A row of a sheet as displayed.
 *
 * @param number 0-based row in the sheet; of consecutive blank rows, the first
 * @param cells its cells with text from left to right; empty for a blank row
 */
record VisibleRow(int number, List<VisibleCell> cells) {
  /** Makes an immutable copy of the cells. */
  VisibleRow {
    cells = List.copyOf(cells);
  }

  /** Whether no cell has text. */
  boolean isBlank() {
    return cells.isEmpty();
  }
}
