package org.mingzhang.audit.form;

/** A cell of a data table, by the indices of its table, block of columns, row and column. */
record CellPosition(int table, int block, int row, int column) {
  /** The cell of the same row in another column of its block. */
  CellPosition withColumn(int otherColumn) {
    return new CellPosition(table, block, row, otherColumn);
  }
}
