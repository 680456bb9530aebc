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
  private final int[] chosen;
  private final List<int[]> found = new ArrayList<>();

  private AmountArrangements(AmountColumnSolver.Row row, ColumnTitleSums titleSums) {
    this.row = row;
    this.titleSums = titleSums;
    this.chosen = new int[row.amounts().size()];
  }

  /** The assignments, each with the column of every amount of the row; empty if there is none. */
  static List<int[]> enumerate(AmountColumnSolver.Row row, ColumnTitleSums titleSums) {
    AmountArrangements all = new AmountArrangements(row, titleSums);
    all.enumerateFrom(row.totalFirst() && all.chosen.length > 0 ? 1 : 0);
    return all.found;
  }

  private void enumerateFrom(int at) {
    if (at == chosen.length) {
      if (!titleSums.hasSubtotal() || titleSums.areSatisfiedBy(amountsByColumn())) {
        found.add(chosen.clone());
      }
      return;
    }
    for (int column = at == 0 ? 0 : chosen[at - 1] + 1;
        column < titleSums.columnCount();
        column++) {
      chosen[at] = column;
      enumerateFrom(at + 1);
    }
  }

  private List<BigDecimal> amountsByColumn() {
    BigDecimal[] amounts = new BigDecimal[titleSums.columnCount()];
    Arrays.fill(amounts, BigDecimal.ZERO);
    for (int i = 0; i < chosen.length; i++) {
      amounts[chosen[i]] = row.amounts().get(i);
    }
    return List.of(amounts);
  }
}
