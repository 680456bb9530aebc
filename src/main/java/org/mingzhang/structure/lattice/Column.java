package org.mingzhang.structure.lattice;

/**
 * A column of a table.
 *
 * @param title its title as printed
 * @param type what it holds
 * @param place where its cells end on a line in fixed pitch; negative where that is not known
 */
public record Column(String title, ColumnType type, int place) {
  /** A column whose place is not known. */
  public Column(String title, ColumnType type) {
    this(title, type, -1);
  }

  /** The same column at a place. */
  public Column at(int end) {
    return new Column(title, type, end);
  }
}
