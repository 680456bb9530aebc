package org.mingzhang.structure.lattice.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;

/**
 * Moves the amounts of funding rows that lost their empty cells to the columns in which the rows
 * below the total add up to it. Amounts are moved only if exactly one placement in their order
 * makes all columns add up.
 */
public final class FundingAmountPlacer {
  /** Maximum number of placements that are tried. */
  private static final int MAX_PLACEMENTS = 500;

  /** Maximum number of columns among which amounts are moved. */
  private static final int MAX_PLACEMENT_COLUMNS = 8;

  private final AmountColumns amounts;
  private final List<Integer> placementColumns;

  /** Creates a placer for rows with these columns. */
  public FundingAmountPlacer(List<Column> columns) {
    this.amounts = AmountColumns.of(columns);
    this.placementColumns =
        IntStream.range(0, columns.size())
            .filter(
                c ->
                    columns.get(c).type() == ColumnType.AMOUNT
                        || columns.get(c).type() == ColumnType.FUNDING_POINTS)
            .boxed()
            .limit(MAX_PLACEMENT_COLUMNS)
            .toList();
  }

  /**
   * The rows with their amounts moved to the columns in which the other rows add up to the first
   * row, which is the total; the same rows if there is not exactly one placement that adds up.
   */
  public List<List<String>> placeAmounts(List<List<String>> rows) {
    if (rows.size() < 2
        || !amounts.indexes().stream().allMatch(c -> AmountColumns.isNumber(rows.getFirst().get(c)))
        || doRowsAddUp(rows)) {
      return rows;
    }
    List<List<List<String>>> placements = new ArrayList<>();
    placements.add(List.of(rows.getFirst()));
    for (List<String> row : rows.subList(1, rows.size())) {
      List<List<List<String>>> longer = new ArrayList<>();
      for (List<String> placed : findPlacements(row)) {
        for (List<List<String>> above : placements) {
          List<List<String>> next = new ArrayList<>(above);
          next.add(placed);
          longer.add(next);
        }
      }
      placements = longer;
      if (placements.size() > MAX_PLACEMENTS) {
        return rows;
      }
    }
    List<List<List<String>>> right = placements.stream().filter(this::doRowsAddUp).toList();
    return right.size() == 1 ? right.getFirst() : rows;
  }

  /** Whether the rows below the total add up to it in each column of amounts. */
  private boolean doRowsAddUp(List<List<String>> rows) {
    return amounts.indexes().stream()
        .allMatch(
            c -> {
              BigDecimal total = AmountColumns.valueOrZero(rows.getFirst().get(c));
              return AmountColumns.sum(rows.subList(1, rows.size()), c).compareTo(total) == 0;
            });
  }

  /**
   * The ways to place the filled cells of a row, in their order, in columns of amounts and of
   * points, with numbers in columns of amounts only and dashes in any. The only placement is the
   * unchanged row if it has no amounts, or has other texts or points in these columns.
   */
  private List<List<String>> findPlacements(List<String> row) {
    List<Integer> filled = placementColumns.stream().filter(c -> !row.get(c).isEmpty()).toList();
    boolean amountsOnly =
        filled.stream()
            .allMatch(
                c ->
                    CellTextClassifier.classify(row.get(c)).contains(CellTextClass.NO_VALUE)
                        || (isAmount(row, c) && amounts.indexes().contains(c)));
    List<List<String>> placements = new ArrayList<>();
    if (!amountsOnly || filled.stream().noneMatch(c -> isAmount(row, c))) {
      return List.of(row);
    }
    for (int chosen = 0; chosen < 1 << placementColumns.size(); chosen++) {
      if (Integer.bitCount(chosen) == filled.size()) {
        List<String> placed = applyPlacement(row, chosen, filled);
        if (placementColumns.stream()
            .allMatch(c -> amounts.indexes().contains(c) || !isAmount(placed, c))) {
          placements.add(placed);
        }
      }
    }
    return placements;
  }

  private List<String> applyPlacement(List<String> row, int chosen, List<Integer> filled) {
    List<String> placed = new ArrayList<>(row);
    int next = 0;
    for (int i = 0; i < placementColumns.size(); i++) {
      boolean empty = (chosen & (1 << i)) == 0;
      placed.set(placementColumns.get(i), empty ? "" : row.get(filled.get(next)));
      next += empty ? 0 : 1;
    }
    return placed;
  }

  private static boolean isAmount(List<String> row, int column) {
    return AmountColumns.isNumber(row.get(column));
  }
}
