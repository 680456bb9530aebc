package org.mingzhang.structure.lattice;

/**
 * A column of a table.
 *
 * @param title its title as printed
 * @param type what it holds
 * @param start where its cells begin on a line in fixed pitch; negative where that is not known
 * @param end where they end
 */
public record Column(String title, ColumnType type, int start, int end) {
  /** A column whose place is not known. */
  public Column(String title, ColumnType type) {
    this(title, type, -1, -1);
  }

  /** The same column at a place. */
  public Column at(int from, int to) {
    return new Column(title, type, from, to);
  }
}
