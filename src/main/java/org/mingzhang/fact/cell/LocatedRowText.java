package org.mingzhang.fact.cell;

import java.util.List;

/**
 * A table row as a line in the text of its section.
 *
 * @param offset offset of the line in the text of the section; negative if the row was not found
 * @param text its cells, separated by tabs
 */
record LocatedRowText(int offset, String text) {
  /** Stands for a row that was not found; none of its cells is found either. */
  static final LocatedRowText NOT_FOUND = new LocatedRowText(-1, "");

  /**
   * Whether the line contains the cells of a row in order, white space ignored; false if all cells
   * are empty.
   */
  boolean contains(List<String> row) {
    int from = 0;
    boolean any = false;
    for (String cell : row) {
      if (!cell.isEmpty()) {
        any = true;
        int start = findCell(cell, from);
        if (start < 0) {
          return false;
        }
        from = matchLength(cell, start) + start;
      }
    }
    return any;
  }

  /** Offset of a cell of a row in the text of the section; -1 if it is empty or not found. */
  int cellStart(List<String> row, int column) {
    int from = 0;
    for (int c = 0; c <= column; c++) {
      String cell = row.get(c);
      if (!cell.isEmpty()) {
        int start = findCell(cell, from);
        if (start < 0 || c == column) {
          return start < 0 ? -1 : offset + start;
        }
        from = start + matchLength(cell, start);
      }
    }
    return -1;
  }

  /** Offset after a cell that starts at an offset in the text of the section. */
  int cellEnd(int start, String cell) {
    return start + matchLength(cell, start - offset);
  }

  /** First offset in the line at which a cell starts, white space ignored; -1 if there is none. */
  private int findCell(String cell, int from) {
    char first = cell.charAt(0);
    for (int start = from; start < text.length(); start++) {
      char c = text.charAt(start);
      if ((c == first || isBlank(first)) && !isBlank(c) && matchLength(cell, start) > 0) {
        return start;
      }
    }
    return -1;
  }

  /**
   * Length of a cell at an offset of the line, with white space in between; 0 if the text there is
   * not the cell.
   */
  private int matchLength(String cell, int start) {
    if (text.startsWith(cell, start) && !isBlank(cell.charAt(cell.length() - 1))) {
      return cell.length();
    }
    int at = start;
    for (int i = 0; i < cell.length(); i++) {
      if (isBlank(cell.charAt(i))) {
        continue;
      }
      while (at > start && at < text.length() && isBlank(text.charAt(at))) {
        at++;
      }
      if (at >= text.length() || text.charAt(at) != cell.charAt(i)) {
        return 0;
      }
      at++;
    }
    return at - start;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u3000' || c == '\u00a0';
  }
}
