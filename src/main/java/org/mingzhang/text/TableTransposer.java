package org.mingzhang.text;

import java.util.ArrayList;
import java.util.List;

/** Turns the columns of a table into its rows, for tables that are printed column by column. */
public final class TableTransposer {
  private TableTransposer() {}

  /**
   * The rows of a table.
   *
   * @param columns at least one column; all as long as the first
   */
  public static List<List<String>> toRows(List<List<String>> columns) {
    List<List<String>> rows = new ArrayList<>();
    for (int r = 0; r < columns.getFirst().size(); r++) {
      int row = r;
      rows.add(columns.stream().map(column -> column.get(row)).toList());
    }
    return rows;
  }
}
