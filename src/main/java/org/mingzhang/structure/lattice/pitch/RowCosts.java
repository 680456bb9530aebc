package org.mingzhang.structure.lattice.pitch;

/** The cost of reading lines of a table in fixed pitch as one row. */
interface RowCosts {
  /** Whether a line holds a part of a row. */
  boolean hasOtherThanLevelNames(int line);

  /** The cost of the lines of a range as one row; {@code NEVER} where they cannot be one. */
  double cost(int from, int to);

  /** The costs of the rows of a table whose cells are aligned in one way. */
  static RowCosts of(FixedPitchTableBody body, CellAlignment alignment) {
    return body.isForm() ? new FormRowCosts(body, alignment) : new AccountRowCosts(body, alignment);
  }
}
