package org.mingzhang.audit.form;

/**
 * A cell of a data table.
 *
 * @param table index into the document's tables
 * @param block index of its block of columns
 * @param row index of its row
 * @param column index of its column
 */
record Cell(int table, int block, int row, int column) {
  /** The cell of the same row in another column of its block. */
  Cell in(int otherColumn) {
    return new Cell(table, block, row, otherColumn);
  }
}
