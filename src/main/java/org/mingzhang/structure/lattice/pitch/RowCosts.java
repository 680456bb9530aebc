package org.mingzhang.structure.lattice.pitch;

/** The cost of reading lines of a table in fixed pitch as one row. */
interface RowCosts {
  /** Whether a line holds a part of a row. */
  boolean isFilled(int line);

  /** The cost of the lines of a range as one row; {@code NEVER} where they cannot be one. */
  double cost(int from, int to);

  /**
   * The costs of the rows of a table.
   *
   * @param topAligned whether the cells of a row begin on its first line; else they are centred
   */
  static RowCosts of(FixedPitchTableBody body, boolean topAligned) {
    return body.isForm()
        ? new FormRowCosts(body, topAligned)
        : new AccountRowCosts(body, topAligned);
  }
}
