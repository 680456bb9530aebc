package org.mingzhang.fact.cell;

import java.util.List;

/**
 * A row of a table as a line of its section's text.
 *
 * @param at its place in the section's text
 * @param text its cells, parted by tabs
 */
record TableLine(int at, String text) {
  /** A row that was not found. */
  static final TableLine NONE = new TableLine(-1, "");

  /** Whether the line holds the cells of a row in their order. */
  boolean holds(List<String> row) {
    int from = 0;
    boolean any = false;
    for (String cell : row) {
      if (!cell.isEmpty()) {
        any = true;
        int start = find(cell, from);
        if (start < 0) {
          return false;
        }
        from = length(cell, start) + start;
      }
    }
    return any;
  }

  /** Place of a cell of a row in the section's text; negative where it is not found. */
  int start(List<String> row, int column) {
    int from = 0;
    for (int c = 0; c <= column; c++) {
      String cell = row.get(c);
      if (!cell.isEmpty()) {
        int start = find(cell, from);
        if (start < 0 || c == column) {
          return start < 0 ? -1 : at + start;
        }
        from = start + length(cell, start);
      }
    }
    return -1;
  }

  /** Place behind a cell that begins at a place of the section's text. */
  int end(int start, String cell) {
    return start + length(cell, start - at);
  }

  /** First place from which the line reads as the cell, white space left aside. */
  private int find(String cell, int from) {
    char first = cell.charAt(0);
    for (int start = from; start < text.length(); start++) {
      char c = text.charAt(start);
      if ((c == first || blank(first)) && !blank(c) && length(cell, start) > 0) {
        return start;
      }
    }
    return -1;
  }

  /**
   * Length of the cell's text at a place of the line, with white space in it; 0 if it is not there.
   */
  private int length(String cell, int start) {
    int at = start;
    for (int i = 0; i < cell.length(); i++) {
      if (blank(cell.charAt(i))) {
        continue;
      }
      while (at > start && at < text.length() && blank(text.charAt(at))) {
        at++;
      }
      if (at >= text.length() || text.charAt(at) != cell.charAt(i)) {
        return 0;
      }
      at++;
    }
    return at - start;
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u3000' || c == '\u00a0';
  }
}
