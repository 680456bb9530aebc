package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;

/**
 * Puts line numbers (行次) back that a reading took for amounts: where the cell of the amount is
 * empty in the original and its blanks are lost, the number before it stands next to it. Line
 * numbers run down their column, which tells them from amounts.
 */
final class RowNumbers {
  private static final int NONE = -1;

  private RowNumbers() {}

  /** The rows with the line numbers in their columns. */
  static List<List<String>> settled(List<Column> columns, List<List<String>> rows) {
    List<List<String>> settled = new ArrayList<>();
    rows.forEach(row -> settled.add(new ArrayList<>(row)));
    for (int c = 0; c + 1 < columns.size(); c++) {
      if (columns.get(c).type() == ColumnType.ORDINAL
          && columns.get(c + 1).type() == ColumnType.AMOUNT) {
        settle(settled, c);
      }
    }
    return settled;
  }

  private static void settle(List<List<String>> rows, int column) {
    for (int r = 0; r < rows.size(); r++) {
      List<String> row = rows.get(r);
      int number = number(row.get(column + 1));
      if (row.get(column).isEmpty() && number != NONE && fits(rows, r, column, number)) {
        row.set(column, row.get(column + 1));
        row.set(column + 1, "");
      }
    }
  }

  /** Whether a number lies between the line numbers above and below, of which one is there. */
  private static boolean fits(List<List<String>> rows, int row, int column, int number) {
    int above = NONE;
    for (int r = row - 1; r >= 0 && above == NONE; r--) {
      above = number(rows.get(r).get(column));
    }
    int below = NONE;
    for (int r = row + 1; r < rows.size() && below == NONE; r++) {
      below = number(rows.get(r).get(column));
    }
    return (above != NONE || below != NONE) && above < number && (below == NONE || number < below);
  }

  private static int number(String cell) {
    return cell.matches("[1-9]\\d{0,2}") ? Integer.parseInt(cell) : NONE;
  }
}
