package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;

/**
 * Restores rows of a performance form that a converter printed column by column. Converters do so
 * if the cells of neighboring rows overlap vertically: the names and targets of two rows, then
 * their results, then their points. Stateless.
 */
final class ColumnwiseRowRestorer {
  /** Maximum number of rows of a block. */
  private static final int MAX_ROWS = 4;

  private ColumnwiseRowRestorer() {}

  /**
   * Returns the lines, in which each row of a block printed column by column has been restored to
   * one line.
   *
   * @param lines for each line one text per column, empty if it has none
   */
  static List<List<String>> restoreRows(List<Column> columns, List<List<String>> lines) {
    int name = Column.indexOf(ColumnType.LEVEL3, columns);
    List<List<String>> unfolded = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int height = 0;
      int rows = 1;
      for (int n = 2; name >= 0 && n <= MAX_ROWS && height == 0; n++) {
        height = countBlockLines(columns, lines, at, n);
        rows = n;
      }
      for (int row = at; height > 0 && row < at + rows; row++) {
        unfolded.add(joinEveryNthLine(lines, row, rows, at + height));
      }
      if (height == 0) {
        unfolded.add(lines.get(at));
      }
      at += Math.max(1, height);
    }
    return unfolded;
  }

  /**
   * Number of lines of a block of {@code rowCount} rows that begins at a line; 0 if none begins.
   */
  private static int countBlockLines(
      List<Column> columns, List<List<String>> lines, int from, int rowCount) {
    BitSet taken = new BitSet();
    int end = from;
    boolean points = false;
    while (end + rowCount <= lines.size() && !points) {
      BitSet filled = filledColumns(columns, lines.get(end));
      boolean same = !filled.isEmpty();
      for (int line = end; line < end + rowCount; line++) {
        same &= filledColumns(columns, lines.get(line)).equals(filled);
        points |= end > from && same && hasPoints(columns, lines.get(line));
      }
      boolean named = filled.stream().anyMatch(c -> columns.get(c).type() == ColumnType.LEVEL3);
      if (!same || named != (end == from) || filled.nextSetBit(0) < taken.length()) {
        return 0;
      }
      taken.or(filled);
      end += rowCount;
    }
    return points ? end - from : 0;
  }

  /** The columns that have text in a line, except the columns of level names. */
  private static BitSet filledColumns(List<Column> columns, List<String> line) {
    BitSet filled = new BitSet();
    for (int c = 0; c < line.size(); c++) {
      filled.set(c, FormRowCosts.isSingleRowColumn(columns.get(c)) && !line.get(c).isEmpty());
    }
    return filled;
  }

  private static boolean hasPoints(List<Column> columns, List<String> line) {
    for (int c = 0; c < line.size(); c++) {
      if (columns.get(c).type() == ColumnType.POINTS && CellTextClassifier.isNumber(line.get(c))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Concatenates, for each column, the texts of a line and of every {@code distance}-th line after
   * it.
   */
  private static List<String> joinEveryNthLine(
      List<List<String>> lines, int first, int distance, int end) {
    List<String> row = new ArrayList<>(lines.get(first));
    for (int line = first + distance; line < end; line += distance) {
      for (int c = 0; c < row.size(); c++) {
        row.set(c, row.get(c) + lines.get(line).get(c));
      }
    }
    return List.copyOf(row);
  }
}
