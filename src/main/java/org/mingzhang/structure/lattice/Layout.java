package org.mingzhang.structure.lattice;

/** How the cells of a table stand in text that was copied out of it. */
public enum Layout {
  /** One cell a line. */
  STACKED,
  /** A row a line, its cells parted by blanks. */
  ROWS,
  /** Lines as a page draws them: one cell or several, a wrapped cell going on in the next line. */
  STREAM,
  /** All rows on one line, the cells parted by blanks. */
  RUNNING,
  /** Cells parted by upright bars. */
  BARRED,
  /** Nothing between the cells of all rows. */
  GLUED,
  /** Nothing between the cells of a row, but a row begins on a line of its own. */
  GLUED_ROWS;

  /** Whether nothing stands between cells that follow each other. */
  public boolean glued() {
    return this == GLUED || this == GLUED_ROWS;
  }
}
