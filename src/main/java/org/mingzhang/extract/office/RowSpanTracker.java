package org.mingzhang.extract.office;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The last cell that began in each column of a table, which rows below may make higher. */
final class RowSpanTracker {
  private final Map<Integer, Element> cells = new HashMap<>();

  /** Notes a cell that begins in a column. */
  void startCell(int column, int width, Element cell) {
    for (int i = 0; i < width; i++) {
      cells.remove(column + i);
    }
    cells.put(column, cell);
  }

  /** Makes the cell of a column one row higher; false where none begins there. */
  boolean extendCell(int column) {
    Element cell = cells.get(column);
    if (cell == null) {
      return false;
    }
    int rows = Math.max(1, OfficeXml.parseNumber(cell.attr("rowspan")));
    cell.attr("rowspan", String.valueOf(rows + 1));
    return true;
  }
}
