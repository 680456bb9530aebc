package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;

/**
 * A table found among the chunks of a passage.
 *
 * @param from index of its first chunk
 * @param to index behind its last chunk
 * @param rows its rows, header first, a text for each column
 */
record Found(int from, int to, List<List<String>> rows) {
  /** The table as a block. */
  TableBlock block(int page) {
    int columns = rows.getFirst().size();
    List<Cell> cells = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < columns; c++) {
        cells.add(new Cell(r, c, 1, 1, rows.get(r).get(c)));
      }
    }
    return new TableBlock(page, rows.size(), columns, cells);
  }
}
