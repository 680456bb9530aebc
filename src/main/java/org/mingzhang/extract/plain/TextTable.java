package org.mingzhang.extract.plain;

import java.util.List;
import org.mingzhang.extract.TableGrid;

/**
 * A table found among the lines of plain text, with the index of the line after it.
 *
 * @param rows its cells; rows may differ in length
 * @param end index of the line after it
 
 */
record TextTable(List<List<String>> rows, int end) {
  /** Puts the cells on a grid; the last cell of a short row spans the remaining columns. */
  TableGrid toGrid() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    TableGrid grid = new TableGrid();
    for (int r = 0; r < rows.size(); r++) {
      List<String> row = rows.get(r);
      for (int c = 0; c < row.size(); c++) {
        grid.put(r, c, 1, c == row.size() - 1 ? columns - c : 1, row.get(c));
      }
    }
    return grid;
  }
}
