package org.mingzhang.structure.lattice.pitch;

/** The cost of reading lines of a table in fixed pitch as one row. */
interface RowCosts {
  /** Whether a line holds any text other than names of levels. */
  boolean hasOtherThanLevelNames(int line);

  /** The cost of the lines of a range as one row; {@code NEVER} where they cannot be one. */
  double cost(int from, int to);

  /** Creates the row costs of a table whose cells have one alignment. */
  static RowCosts create(FixedPitchTableBody body, CellAlignment alignment) {
    return body.isForm() ? new FormRowCosts(body, alignment) : new AccountRowCosts(body, alignment);
  }
}
