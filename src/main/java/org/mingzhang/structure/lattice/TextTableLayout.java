package org.mingzhang.structure.lattice;

/** The layout of a table in copied text: what separates its cells and rows. */
public enum TextTableLayout {
  /** One cell per line. */
  STACKED,
  /** One row per line, cells separated by blanks. */
  ROWS,
  /** Lines as drawn on a page: one or more cells, wrapped cells continuing on the next line. */
  STREAM,
  /** All rows on one line, cells separated by blanks. */
  RUNNING,
  /** Cells separated by pipes. */
  PIPE_SEPARATED,
  /** No separator between any cells. */
  GLUED,
  /** No separator between the cells of a row; each row is a line. */
  GLUED_ROWS;

  /** Whether adjacent cells have no separator. */
  public boolean isGlued() {
    return this == GLUED || this == GLUED_ROWS;
  }
}
