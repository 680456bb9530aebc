package org.mingzhang.structure.grid;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.TableBlock;

/**
 * A table that a reader found in a sequence of lines or chunks of text.
 *
 * @param from index of its first line or chunk
 * @param to index after its last line or chunk
 * @param rows its rows, header first, one text per column; all rows are equally long
 */
public record TableMatch(int from, int to, List<List<String>> rows) {
  /** Converts the table to a block with a grid without merged cells. */
  public TableBlock toBlock(int page) {
    int columns = rows.getFirst().size();
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < columns; c++) {
        cells.add(new TableBlock.Cell(r, c, 1, 1, rows.get(r).get(c)));
      }
    }
    return new TableBlock(page, rows.size(), columns, cells);
  }
}
