package org.mingzhang.structure.running;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the amounts of rows by codes into their columns where copying left no trace of empty cells:
 * the only way in which the rows add up, each by itself and each level to the one above.
 */
public final class CodedAmounts {
  private CodedAmounts() {}

  /**
   * A row of a table by codes.
   *
   * @param code functional or economic code; empty for the row of the sum
   * @param amounts amounts as printed, from left to right, without empty cells
   */
  public record Row(String code, List<String> amounts) {
    /** Copies the amounts. */
    public Row {
      amounts = List.copyOf(amounts);
    }
  }

  /**
   * The amounts of all rows, a cell for each column; empty where no way adds up or there is not
   * exactly one row of the sum.
   *
   * @param totalFirst whether the first amount of a row is the sum of its others
   */
  public static List<List<String>> placed(List<Row> rows, int columns, boolean totalFirst) {
    List<CodedRow> printed = new ArrayList<>();
    List<CodedRow> sumFirst = new ArrayList<>();
    for (Row row : rows) {
      CodedRow coded = new CodedRow(row.code());
      coded.add(row.amounts());
      printed.add(coded);
      sumFirst.add(row.code().isEmpty() ? 0 : sumFirst.size(), coded);
    }
    if (rows.stream().filter(row -> row.code().isEmpty()).count() != 1) {
      return List.of();
    }
    return new ColumnFill(columns, totalFirst)
        .cells(sumFirst, printed).stream().map(cells -> cells.subList(2, cells.size())).toList();
  }
}
