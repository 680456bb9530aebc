package org.mingzhang.structure.running;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;

/**
 * A table that was found among lines.
 *
 * @param header names of its columns
 * @param rows its cells, empty ones included
 * @param from first line of its header
 * @param to line after its last row
 */
record RunningTable(List<String> header, List<List<String>> rows, int from, int to) {
  /** The table as a grid. */
  TableBlock grid(int page) {
    List<Cell> cells = new ArrayList<>();
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.addAll(rows);
    for (int r = 0; r < all.size(); r++) {
      for (int c = 0; c < header.size(); c++) {
        cells.add(new Cell(r, c, 1, 1, all.get(r).get(c)));
      }
    }
    return new TableBlock(page, all.size(), header.size(), cells);
  }
}
