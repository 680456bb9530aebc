package org.mingzhang.invented;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.TableBlock;
import org.mingzhang.structure.grid.GridDrawing;

/**
 * A table or form as its author lays it out.
 *
 * @param above lines above the grid, each a list of pieces spread over the width
 * @param grid the cells, header included
 * @param headerRows rows that a word processor may repeat on the next page
 * @param below lines under the grid
 */
record Sheet(List<List<String>> above, TableBlock grid, int headerRows, List<String> below) {

  /** A sheet drawn as {@link GridDrawing} draws. */
  static Sheet drawn(
      List<List<String>> above, List<String> header, List<String> rows, List<String> below) {
    List<String> all = new ArrayList<>(header);
    all.addAll(rows);
    TableBlock grid = GridDrawing.block(1, String.join("\n", all));
    return new Sheet(above, grid, header.size(), below);
  }

  /** The cell that starts at a place or covers it; null where none does. */
  TableBlock.Cell[][] cover() {
    TableBlock.Cell[][] cover = new TableBlock.Cell[grid.rows()][grid.columns()];
    for (TableBlock.Cell cell : grid.cells()) {
      for (int r = cell.row(); r < cell.row() + cell.rowSpan(); r++) {
        for (int c = cell.column(); c < cell.column() + cell.columnSpan(); c++) {
          cover[r][c] = cell;
        }
      }
    }
    return cover;
  }
}
