package org.mingzhang.structure.running;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mingzhang.structure.grid.AmountColumnSolver;

/**
 * Assigns the expenditure amounts of the table of appropriations to columns. Each row has a total
 * and its parts by kind of budget, and empty cells were dropped. In each column, the rows add up to
 * 本年支出合计.
 */
final class ExpenditureColumnAssigner {
  private final List<String> titles;
  private final int columnCount;

  ExpenditureColumnAssigner(List<String> titles) {
    this.titles = titles;
    this.columnCount = titles.size();
  }

  /** Assigns the amounts of each row to columns; empty if the sums do not determine the columns. */
  List<List<String>> assignCells(List<TwoSidedRow> rows) {
    if (columnCount == 1) {
      return rows.stream().map(row -> padWithBlanks(row.expenditure().amounts())).toList();
    }
    List<AmountColumnAssigner.AmountRow> parts = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    int sum = -1;
    for (int i = 0; i < rows.size(); i++) {
      TwoSidedRow.Side side = rows.get(i).expenditure();
      boolean sums = side.label().matches("本年支出合计|(?:支出)?总计");
      if (sums && sum < 0) {
        sum = i;
      } else if (!sums && !side.amounts().isEmpty() && sum < 0) {
        parts.add(new AmountColumnAssigner.AmountRow(0, side.amounts()));
        places.add(i);
      } else if (!side.amounts().isEmpty() && !sums) {
        return List.of(); // amounts carried forward are added up separately
      }
    }
    if (sum < 0 || parts.isEmpty()) {
      return List.of();
    }
    parts.addFirst(
        new AmountColumnAssigner.AmountRow(
            AmountColumnSolver.NO_PARENT, rows.get(sum).expenditure().amounts()));
    places.addFirst(sum);
    return arrangeCells(rows, places, AmountColumnAssigner.assign(parts, titles, true, true));
  }

  private List<List<String>> arrangeCells(
      List<TwoSidedRow> rows,
      List<Integer> placedIndexes,
      List<AmountColumnAssigner.PlacedRow> placedRows) {
    if (placedRows.isEmpty() || placedRows.stream().anyMatch(row -> !row.unplaced().isEmpty())) {
      return List.of();
    }
    List<List<String>> filled =
        placedRows.stream().map(AmountColumnAssigner.PlacedRow::cells).toList();
    List<List<String>> cells = new ArrayList<>();
    List<String> sum = filled.getFirst();
    for (int i = 0; i < rows.size(); i++) {
      List<String> own = rows.get(i).expenditure().amounts();
      int at = placedIndexes.indexOf(i);
      boolean likeSum = own.equals(sum.stream().filter(a -> !a.isEmpty()).toList());
      cells.add(at >= 0 ? filled.get(at) : likeSum ? sum : padWithBlanks(own));
    }
    boolean clear = rows.stream().allMatch(r -> r.expenditure().amounts().size() <= columnCount);
    return clear ? cells : List.of();
  }

  private List<String> padWithBlanks(List<String> amounts) {
    List<String> cells = new ArrayList<>(amounts);
    cells.addAll(Collections.nCopies(Math.max(0, columnCount - amounts.size()), ""));
    return cells;
  }
}
