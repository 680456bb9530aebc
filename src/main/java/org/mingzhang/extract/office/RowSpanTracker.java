package org.mingzhang.extract.office;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Tracks the last cell that started in each column of a table, so that rows below can extend its
 * row span.
 */
final class RowSpanTracker {
  private final Map<Integer, Element> lastCellByColumn = new HashMap<>();

  /** Registers a cell that starts in a column and covers {@code columnSpan} of them. */
  void startCell(int column, int columnSpan, Element cell) {
    for (int i = 0; i < columnSpan; i++) {
      lastCellByColumn.remove(column + i);
    }
    lastCellByColumn.put(column, cell);
  }

  /**
   * Increases the {@code rowspan} of the last cell that started in a column by one; returns false
   * if there is none.
   */
  boolean extendCell(int column) {
    Element cell = lastCellByColumn.get(column);
    if (cell == null) {
      return false;
    }
    int rows = Math.max(1, Office2003XmlParser.parseNumber(cell.attr("rowspan")));
    cell.attr("rowspan", String.valueOf(rows + 1));
    return true;
  }
}
