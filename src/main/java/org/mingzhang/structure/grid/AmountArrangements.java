package org.mingzhang.structure.grid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Enumerates the assignments of a row's amounts to columns that keep their order from left to right
 * and satisfy the sums that titles of subtotals require. Confined to one thread and one row.
 */
final class AmountArrangements {
  private final AmountColumnSolver.Row row;
  private final ColumnTitleSums titleSums;
  private final int[] chosenColumns;
  private final List<int[]> foundArrangements = new ArrayList<>();

  private AmountArrangements(AmountColumnSolver.Row row, ColumnTitleSums titleSums) {
    this.row = row;
    this.titleSums = titleSums;
    this.chosenColumns = new int[row.amounts().size()];
  }

  /** The assignments, each with the column of every amount of the row; empty if there is none. */
  static List<int[]> enumerate(AmountColumnSolver.Row row, ColumnTitleSums titleSums) {
    AmountArrangements all = new AmountArrangements(row, titleSums);
    all.enumerateFrom(row.beginsWithTotal() && all.chosenColumns.length > 0 ? 1 : 0);
    return all.foundArrangements;
  }

  private void enumerateFrom(int at) {
    if (at == chosenColumns.length) {
      if (!titleSums.hasSubtotal() || titleSums.areSatisfiedBy(amountsByColumn())) {
        foundArrangements.add(chosenColumns.clone());
      }
      return;
    }
    for (int column = at == 0 ? 0 : chosenColumns[at - 1] + 1;
        column < titleSums.columnCount();
        column++) {
      chosenColumns[at] = column;
      enumerateFrom(at + 1);
    }
  }

  private List<BigDecimal> amountsByColumn() {
    BigDecimal[] amounts = new BigDecimal[titleSums.columnCount()];
    Arrays.fill(amounts, BigDecimal.ZERO);
    for (int i = 0; i < chosenColumns.length; i++) {
      amounts[chosenColumns[i]] = row.amounts().get(i);
    }
    return List.of(amounts);
  }
}
