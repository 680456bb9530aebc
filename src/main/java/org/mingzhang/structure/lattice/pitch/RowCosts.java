package org.mingzhang.structure.lattice.pitch;

/** The cost of reading lines of a table in fixed pitch as one row. */
interface RowCosts {
  /** Whether a line contains text other than names of levels. */
  boolean hasTextOtherThanLevelNames(int line);

  /**
   * The cost of reading the lines {@code from} to {@code to} (exclusive) as one row; infinite if
   * they cannot be one row.
   */
  double cost(int from, int to);

  /** Creates the row costs of a table whose cells have one alignment. */
  static RowCosts create(FixedPitchTableBody body, CellAlignment alignment) {
    return body.isPerformanceForm()
        ? new FormRowCosts(body, alignment)
        : new AccountRowCosts(body, alignment);
  }
}
