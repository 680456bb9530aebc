package org.mingzhang.structure.lattice;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A column of a table.
 *
 * @param title its title as printed
 * @param type the type of its cells
 * @param start position at which its cells begin on a line in fixed pitch, in the positions of the
 *     lines of its table; negative if unknown
 * @param end position after their last character, in the same unit; negative if unknown
 * @param width width in full-width characters at which its cells wrap; 0 if unknown
 */
public record Column(String title, ColumnType type, int start, int end, double width) {
  /** Creates a column of unknown position and width. */
  public Column(String title, ColumnType type) {
    this(title, type, -1, -1, 0);
  }

  /** Creates a column whose cells wrap at a known width. */
  public Column(String title, ColumnType type, double width) {
    this(title, type, -1, -1, width);
  }

  /** Index of the first column of a type, or -1. */
  public static int indexOf(ColumnType type, List<Column> columns) {
    return IntStream.range(0, columns.size())
        .filter(c -> columns.get(c).type() == type)
        .findFirst()
        .orElse(-1);
  }

  /** Indexes of all columns of a type, from left to right. */
  public static List<Integer> indexesOf(ColumnType type, List<Column> columns) {
    return IntStream.range(0, columns.size())
        .filter(c -> columns.get(c).type() == type)
        .boxed()
        .toList();
  }

  /** A copy with another position. */
  public Column withPosition(int from, int to) {
    return new Column(title, type, from, to, width);
  }
}
