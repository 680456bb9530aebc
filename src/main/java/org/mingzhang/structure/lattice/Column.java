package org.mingzhang.structure.lattice;

/**
 * A column of a table.
 *
 * @param title its title as printed
 * @param type what it holds
 * @param start where its cells begin on a line in fixed pitch; negative where that is not known
 * @param end where they end
 * @param width how wide its lines are where its cells wrap, in Chinese characters; 0 where that is
 *     not known
 */
public record Column(String title, ColumnType type, int start, int end, double width) {
  /** A column whose place is not known. */
  public Column(String title, ColumnType type) {
    this(title, type, -1, -1, 0);
  }

  /** A column whose cells wrap at a width. */
  public Column(String title, ColumnType type, double width) {
    this(title, type, -1, -1, width);
  }

  /** The same column at a place. */
  public Column at(int from, int to) {
    return new Column(title, type, from, to, width);
  }
}
