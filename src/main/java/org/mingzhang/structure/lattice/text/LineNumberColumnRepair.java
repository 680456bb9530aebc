package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;

/**
 * Moves line numbers (行次) that were read as amounts back into their column. Such a misreading
 * happens if the actual amount is empty and its blanks were lost. Line numbers ascend down their
 * column, which distinguishes them from amounts.
 */
final class LineNumberColumnRepair {
  private static final Pattern LINE_NUMBER = Pattern.compile("[1-9]\\d{0,2}");
  private static final int NONE = -1;

  private LineNumberColumnRepair() {}

  /** Returns the rows with the line numbers moved into their columns. */
  static List<List<String>> repair(List<Column> columns, List<List<String>> rows) {
    List<List<String>> repaired = new ArrayList<>();
    rows.forEach(row -> repaired.add(new ArrayList<>(row)));
    for (int c = 0; c + 1 < columns.size(); c++) {
      if (columns.get(c).type() == ColumnType.ORDINAL
          && columns.get(c + 1).type() == ColumnType.AMOUNT) {
        repairColumn(repaired, c);
      }
    }
    return repaired;
  }

  private static void repairColumn(List<List<String>> rows, int column) {
    for (int r = 0; r < rows.size(); r++) {
      List<String> row = rows.get(r);
      int number = parseLineNumber(row.get(column + 1));
      if (row.get(column).isEmpty() && number != NONE && isInSequence(rows, r, column, number)) {
        row.set(column, row.get(column + 1));
        row.set(column + 1, "");
      }
    }
  }

  /**
   * Whether a number lies between the nearest line numbers above and below, at least one of which
   * exists.
   */
  private static boolean isInSequence(List<List<String>> rows, int row, int column, int number) {
    int above = NONE;
    for (int r = row - 1; r >= 0 && above == NONE; r--) {
      above = parseLineNumber(rows.get(r).get(column));
    }
    int below = NONE;
    for (int r = row + 1; r < rows.size() && below == NONE; r++) {
      below = parseLineNumber(rows.get(r).get(column));
    }
    return (above != NONE || below != NONE) && above < number && (below == NONE || number < below);
  }

  private static int parseLineNumber(String cell) {
    return LINE_NUMBER.matcher(cell).matches() ? Integer.parseInt(cell) : NONE;
  }
}
