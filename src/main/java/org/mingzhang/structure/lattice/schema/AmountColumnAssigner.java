package org.mingzhang.structure.lattice.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.mingzhang.structure.grid.AmountColumnSolver;
import org.mingzhang.structure.grid.ColumnTitleSums;

/**
 * Assigns the amounts of table rows to columns if empty cells were dropped in copying: in each
 * column, the child rows of a row add up to it. If no row has an empty cell, the sums are not
 * checked. A table with fewer than two rows with amounts, or with too many rows without, is
 * rejected.
 */
final class AmountColumnAssigner {
  /**
   * Minimum number of rows per row without an amount. A row without an amount is an item of the
   * form that had no expenditure.
   */
  private static final int MIN_ROWS_PER_EMPTY_ROW = 4;

  private AmountColumnAssigner() {}

  /**
   * A table row whose amounts have not been assigned to columns.
   *
   * @param parent index of the row of which it is a part, or {@link AmountColumnSolver#NO_PARENT}
   * @param amounts amounts as printed, from left to right, without empty cells
   */
  record AmountRow(int parent, List<String> amounts) {
    /** Makes an immutable copy of the amounts. */
    AmountRow {
      amounts = List.copyOf(amounts);
    }

    private List<BigDecimal> values() {
      return amounts.stream().map(AmountColumns::valueOrZero).toList();
    }

    private boolean startsWithTotal() {
      List<BigDecimal> values = values();
      BigDecimal rest = values.stream().skip(1).reduce(BigDecimal.ZERO, BigDecimal::add);
      return values.size() > 1
          && AmountColumnSolver.isEqualWithinRounding(rest, values.getFirst(), values.size());
    }
  }

  /**
   * A table row with its functional or economic code. The code of the grand total is empty.
   *
   * @param amounts amounts as printed, from left to right, without empty cells
   */
  record CodedAmountRow(String code, List<String> amounts) {
    /** Makes an immutable copy of the amounts. */
    CodedAmountRow {
      amounts = List.copyOf(amounts);
    }
  }

  /**
   * A row with its amounts in columns.
   *
   * @param cells a text for each column
   * @param unplacedAmounts amounts that could be in several columns, separated by blanks
   */
  record PlacedRow(List<String> cells, String unplacedAmounts) {
    /** Makes an immutable copy of the cells. */
    PlacedRow {
      cells = List.copyOf(cells);
    }

    /**
     * Places the amounts whose column is certain: all if there is one for each column, otherwise
     * only the first, and only if the first column is that of the total.
     */
    static PlacedRow ofCertainAmounts(
        List<String> printed, int columns, boolean isFirstColumnTotal) {
      int certain = printed.size() == columns ? columns : isFirstColumnTotal ? 1 : 0;
      List<String> cells = new ArrayList<>(printed.subList(0, certain));
      cells.addAll(Collections.nCopies(columns - certain, ""));
      return new PlacedRow(cells, String.join(" ", printed.subList(certain, printed.size())));
    }
  }

  /**
   * Assigns the amounts of rows with codes. Each row is a part of the row whose code is one level
   * above its own.
   *
   * @param titles titles of the columns of amounts
   * @param isFirstColumnTotal whether the first amount of a row is the sum of its other amounts
   * @param mustBeComplete whether to reject tables in which rows of a level or the grand total are
   *     missing
   * @return the rows in the given order; empty if the table is rejected, no assignment adds up, or
   *     there are several grand totals
   */
  static List<PlacedRow> assignByCodes(
      List<CodedAmountRow> rows,
      List<String> titles,
      boolean isFirstColumnTotal,
      boolean mustBeComplete) {
    long totals = rows.stream().filter(row -> row.code().isEmpty()).count();
    List<AmountRow> tree =
        rows.stream()
            .map(row -> new AmountRow(findParent(row.code(), rows), row.amounts()))
            .toList();
    return totals > 1 || (mustBeComplete && totals == 0)
        ? List.of()
        : assign(tree, titles, isFirstColumnTotal, mustBeComplete);
  }

  /**
   * Assigns the amounts of rows whose parents are known.
   *
   * @param mustBeComplete whether to reject tables in which parts of a row are missing, or in which
   *     not all rows are parts of one row
   * @return the rows in the given order; empty if the table is rejected or no assignment adds up
   */
  static List<PlacedRow> assign(
      List<AmountRow> rows,
      List<String> titles,
      boolean isFirstColumnTotal,
      boolean mustBeComplete) {
    List<AmountRow> filled = rows.stream().filter(row -> !row.amounts().isEmpty()).toList();
    boolean sparse = (rows.size() - filled.size()) * MIN_ROWS_PER_EMPTY_ROW > rows.size();
    if (filled.size() < 2 || sparse) {
      return List.of();
    }
    if (filled.stream().allMatch(row -> row.amounts().size() == titles.size())) {
      List<String> none = Collections.nCopies(titles.size(), "");
      return rows.stream()
          .map(row -> new PlacedRow(row.amounts().isEmpty() ? none : row.amounts(), ""))
          .toList();
    }
    boolean subtotals = ColumnTitleSums.of(titles).hasSubtotal();
    boolean assignable =
        filled.stream()
            .allMatch(
                row ->
                    row.amounts().size() <= titles.size()
                        && (!isFirstColumnTotal || subtotals || row.startsWithTotal()));
    return assignable ? assignBySums(rows, titles, isFirstColumnTotal, mustBeComplete) : List.of();
  }

  private static List<PlacedRow> assignBySums(
      List<AmountRow> rows,
      List<String> titles,
      boolean isFirstColumnTotal,
      boolean mustBeComplete) {
    long roots = rows.stream().filter(row -> row.parent() == AmountColumnSolver.NO_PARENT).count();
    if (mustBeComplete && roots != 1) {
      return List.of();
    }
    List<AmountColumnSolver.Row> tree =
        rows.stream()
            .map(row -> new AmountColumnSolver.Row(row.parent(), row.values(), isFirstColumnTotal))
            .toList();
    return AmountColumnSolver.solve(tree, titles, mustBeComplete)
        .map(
            found ->
                IntStream.range(0, rows.size())
                    .mapToObj(i -> toPlacedRow(rows.get(i).amounts(), found.get(i), titles.size()))
                    .toList())
        .orElse(List.of());
  }

  private static int findParent(String code, List<CodedAmountRow> rows) {
    return IntStream.range(0, rows.size())
        .filter(i -> isChildCode(code, rows.get(i).code()))
        .findFirst()
        .orElse(AmountColumnSolver.NO_PARENT);
  }

  /**
   * Whether a code is one level below another. The empty code is the parent of three-digit codes.
   */
  static boolean isChildCode(String code, String parent) {
    int length = parent.isEmpty() ? 3 : parent.length() + 2;
    return code.length() == length && code.startsWith(parent);
  }

  private static PlacedRow toPlacedRow(
      List<String> amounts, List<Integer> columnIndexes, int columnCount) {
    List<String> cells = new ArrayList<>(Collections.nCopies(columnCount, ""));
    StringJoiner unplacedAmounts = new StringJoiner(" ");
    for (int i = 0; i < amounts.size(); i++) {
      if (columnIndexes.get(i) == AmountColumnSolver.UNKNOWN_COLUMN) {
        unplacedAmounts.add(amounts.get(i));
      } else {
        cells.set(columnIndexes.get(i), amounts.get(i));
      }
    }
    return new PlacedRow(cells, unplacedAmounts.toString());
  }
}
