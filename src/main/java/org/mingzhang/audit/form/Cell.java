package org.mingzhang.audit.form;

/** A cell of a data table, by the indices of its table, block of columns, row and column. */
record Cell(int table, int block, int row, int column) {
  /** The cell of the same row in another column of its block. */
  Cell inColumn(int otherColumn) {
    return new Cell(table, block, row, otherColumn);
  }
}
