package org.mingzhang.structure.lattice.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.AmountColumnSolver;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.PatternTable;

/**
 * Moves amounts of rows that have lost empty or merged cells to the columns for which arithmetic
 * gives the same value. The amounts of the total row are the sums of their columns. If a merged
 * rate is printed in one row only ({@code 面积 × 每亩补助 = 应发金额}), the products in the rows below it
 * determine their columns. Rows without such evidence are not changed.
 */
public final class ArithmeticAmountPlacer {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ArithmeticAmountPlacer.class);
  private static final Pattern GRAND_TOTAL = PATTERNS.get("grand-total");
  private static final Pattern TOTAL = PATTERNS.get("total");

  /** Minimum number of rows with a correct product other than 0 for a rate to apply to them. */
  private static final int MIN_PRODUCTS = 3;

  private final List<Column> columns;
  private final AmountColumns amountColumns;

  /** Creates a placer for a table with these columns. */
  public ArithmeticAmountPlacer(List<Column> columns) {
    this.columns = columns;
    this.amountColumns = AmountColumns.of(columns);
  }

  /** Returns the rows with computable amounts moved to their columns. */
  public List<List<String>> placeAmounts(List<List<String>> rows) {
    return placeTotals(placeAmountsAroundRateColumn(rows));
  }

  private List<List<String>> placeTotals(List<List<String>> rows) {
    List<List<String>> parts =
        rows.stream()
            .filter(
                row ->
                    !isGrandTotal(row) && row.stream().noneMatch(ArithmeticAmountPlacer::isTotal))
            .toList();
    List<BigDecimal> sums =
        amountColumns.indexes().stream().map(c -> AmountColumns.sum(parts, c)).toList();
    return parts.size() < 2
        ? rows
        : rows.stream()
            .map(row -> isGrandTotal(row) ? moveToColumnsOfSums(row, sums, parts.size()) : row)
            .toList();
  }

  /**
   * The total row with each of its numbers in the column with the same sum; the unchanged row if a
   * number has no such column.
   */
  private List<String> moveToColumnsOfSums(
      List<String> row, List<BigDecimal> sums, int summandCount) {
    List<Integer> from = columnsWithNumbers(row);
    List<Integer> to = new ArrayList<>();
    int next = 0;
    for (int cell : from) {
      BigDecimal value = AmountColumns.valueOrZero(row.get(cell));
      while (next < sums.size()
          && !AmountColumnSolver.isEqualWithinRounding(sums.get(next), value, summandCount)) {
        next++;
      }
      if (next == sums.size()) {
        return row;
      }
      to.add(amountColumns.indexes().get(next));
      next++;
    }
    return moveCells(row, from, to);
  }

  private List<List<String>> placeAmountsAroundRateColumn(List<List<String>> rows) {
    List<String> whole =
        rows.stream().filter(amountColumns::areAllFilledIn).findFirst().orElse(List.of());
    if (whole.isEmpty()) {
      return rows;
    }
    for (int rate = 1; rate + 1 < amountColumns.size(); rate++) {
      List<List<String>> placed = placeAmountsAroundRateColumn(rows, whole, rate);
      if (placed != null) {
        return placed;
      }
    }
    return rows;
  }

  /**
   * The rows with their amounts moved to the left and right of the column of a rate that only one
   * row prints, so that in each row the amount before the rate × the rate = the amount after it.
   * Null if a product is wrong, or if fewer than {@link #MIN_PRODUCTS} products differ from 0.
   */
  private @Nullable List<List<String>> placeAmountsAroundRateColumn(
      List<List<String>> rows, List<String> completeRow, int rateIndex) {
    BigDecimal factor = valueAt(rateIndex, completeRow);
    List<Integer> to = new ArrayList<>(amountColumns.indexes().subList(0, rateIndex));
    to.addAll(amountColumns.indexes().subList(rateIndex + 1, amountColumns.size()));
    List<List<String>> placed = new ArrayList<>();
    int products = 0;
    for (List<String> row : rows) {
      List<Integer> from = columnsWithNumbers(row);
      boolean merged = from.size() == amountColumns.size() - 1;
      List<String> moved = merged ? moveCells(row, from, to) : row;
      if ((merged || row.equals(completeRow)) && !isProduct(moved, rateIndex, factor)) {
        return null;
      }
      products += merged && valueAt(rateIndex + 1, moved).signum() != 0 ? 1 : 0;
      placed.add(moved);
    }
    return products >= MIN_PRODUCTS ? placed : null;
  }

  private boolean isProduct(List<String> row, int rateIndex, BigDecimal factor) {
    BigDecimal product = valueAt(rateIndex - 1, row).multiply(factor);
    return AmountColumnSolver.isEqualWithinRounding(product, valueAt(rateIndex + 1, row), 1);
  }

  /**
   * The number of a row in one of the columns of amounts, given by its index among these columns.
   */
  private BigDecimal valueAt(int amountIndex, List<String> row) {
    return AmountColumns.valueOrZero(row.get(amountColumns.indexes().get(amountIndex)));
  }

  private boolean isGrandTotal(List<String> row) {
    return GRAND_TOTAL.matcher(AmountColumns.rowName(row)).matches();
  }

  private static boolean isTotal(String cell) {
    return TOTAL.matcher(cell).matches();
  }

  private static List<String> moveCells(List<String> row, List<Integer> from, List<Integer> to) {
    List<String> moved = new ArrayList<>(row);
    from.forEach(c -> moved.set(c, ""));
    for (int i = 0; i < from.size(); i++) {
      moved.set(to.get(i), row.get(from.get(i)));
    }
    return moved;
  }

  /** The columns of a row that contain numbers, without the row's own number. */
  private List<Integer> columnsWithNumbers(List<String> row) {
    return IntStream.range(0, row.size())
        .filter(
            c -> columns.get(c).type() != ColumnType.ORDINAL && AmountColumns.isNumber(row.get(c)))
        .boxed()
        .toList();
  }
}
