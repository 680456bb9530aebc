package org.mingzhang.structure.lattice;

/** The layout of a table in copied text: what separates its cells and rows. */
public enum TextTableLayout {
  /** One cell per line. */
  CELL_PER_LINE,
  /** One row per line, cells separated by blanks. */
  ROW_PER_LINE,
  /**
   * Lines as drawn on a page: a line has one or more cells, and a wrapped cell continues on the
   * next line.
   */
  STREAM,
  /** All rows on one line, cells separated by blanks. */
  SINGLE_LINE,
  /** Cells separated by pipes. */
  PIPE_SEPARATED,
  /** No separator between any cells. */
  UNSEPARATED,
  /** No separator between the cells of a row; each row is on a line of its own. */
  UNSEPARATED_ROWS;

  /** Whether each line is a row or a cell, and only blanks and line breaks separate cells. */
  public boolean hasRowOrCellPerLine() {
    return this == ROW_PER_LINE || this == CELL_PER_LINE;
  }

  /** Whether adjacent cells have no separator. */
  public boolean hasNoSeparators() {
    return this == UNSEPARATED || this == UNSEPARATED_ROWS;
  }
}
