package org.mingzhang.structure.lattice.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.structure.grid.AmountColumnSolver;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.schema.AmountColumnAssigner.AmountRow;
import org.mingzhang.structure.lattice.schema.AmountColumnAssigner.PlacedRow;
import org.mingzhang.text.PatternTable;

/**
 * Restores the columns of amounts on one side (revenue or expenditure) of a two-sided table whose
 * copy lost its empty cells. The numerals of the row names (一、, （一）) show which rows are summed up
 * by which row, and the amounts are assigned to the columns in which these sums hold. Amounts for
 * which several columns remain are not assigned.
 */
final class SideAmountRecovery {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(SideAmountRecovery.class);
  private static final Pattern TOTAL = PATTERNS.get("total");

  /** Index in {@link #LEVELS} of the first numeral; the totals have lower indexes. */
  private static final int FIRST_NUMERAL_LEVEL = 2;

  /** Names of rows by their level, that of the grand total first. */
  private static final List<Pattern> LEVELS =
      List.of(
          Pattern.compile(".*总\\s*计"),
          Pattern.compile(".*合\\s*计"),
          Pattern.compile("[一二三四五六七八九十]{1,3}、.*"),
          Pattern.compile("[（(][一二三四五六七八九十]{1,3}[）)].*"),
          Pattern.compile("\\d{1,2}[.．、].*"));

  private final List<Column> columns;
  private final int nameColumn;
  private final List<Integer> amountColumns;

  private SideAmountRecovery(List<Column> columns, int from, int to) {
    this.columns = columns;
    this.nameColumn = from;
    this.amountColumns =
        IntStream.range(from, to)
            .filter(c -> columns.get(c).type() == ColumnType.AMOUNT)
            .boxed()
            .toList();
  }

  /**
   * The sides of a two-sided table, each with a column of names and columns of amounts; fewer than
   * two for other tables.
   */
  static List<SideAmountRecovery> findSides(List<Column> columns) {
    List<Integer> starts =
        IntStream.range(0, columns.size())
            .filter(
                c ->
                    columns.get(c).type().isName()
                        && (c == 0 || columns.get(c - 1).type() == ColumnType.AMOUNT))
            .boxed()
            .toList();
    boolean plain =
        columns.stream().allMatch(c -> c.type().isName() || c.type() == ColumnType.AMOUNT);
    List<SideAmountRecovery> sides = new ArrayList<>();
    for (int i = 0; plain && i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : columns.size();
      sides.add(new SideAmountRecovery(columns, starts.get(i), end));
    }
    return sides;
  }

  /**
   * The rows with the amounts of this side moved to their columns. Each row must have one cell more
   * than the table has columns; amounts for which several columns are possible are moved to this
   * last cell.
   */
  List<List<String>> placeAmounts(List<List<String>> rows) {
    List<List<String>> filled =
        rows.stream().filter(row -> !printedAmounts(row).isEmpty()).toList();
    if (amountColumns.size() < 2
        || filled.stream().allMatch(row -> printedAmounts(row).size() == amountColumns.size())) {
      return rows;
    }
    List<String> titles = amountColumns.stream().map(c -> columns.get(c).title()).toList();
    boolean total = TOTAL.matcher(titles.getFirst()).matches();
    List<AmountRow> tree =
        IntStream.range(0, filled.size())
            .mapToObj(i -> new AmountRow(findParent(filled, i), printedAmounts(filled.get(i))))
            .toList();
    List<PlacedRow> placed = AmountColumnAssigner.assign(tree, titles, total, true);
    List<List<String>> result = new ArrayList<>();
    int next = 0;
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      if (!printedAmounts(row).isEmpty()) {
        fillAmountCells(
            cells,
            placed.isEmpty()
                ? PlacedRow.ofCertainAmounts(printedAmounts(row), amountColumns.size(), total)
                : placed.get(next));
        next++;
      }
      result.add(cells);
    }
    return result;
  }

  /** Puts placed amounts into their columns and the unplaced ones into the last cell. */
  private void fillAmountCells(List<String> cells, PlacedRow placedRow) {
    for (int i = 0; i < amountColumns.size(); i++) {
      cells.set(amountColumns.get(i), placedRow.cells().get(i));
    }
    cells.set(cells.size() - 1, (cells.getLast() + " " + placedRow.unplacedAmounts()).strip());
  }

  /**
   * Index of the row that a row is a part of: the nearest row of a higher level above it; for rows
   * of the highest numerals and for totals, the first row of the next higher level anywhere. {@link
   * AmountColumnSolver#NO_PARENT} if there is none.
   */
  private int findParent(List<List<String>> rows, int row) {
    int level = rowLevel(rows.get(row));
    for (int above = row - 1; level > FIRST_NUMERAL_LEVEL && above >= 0; above--) {
      if (rowLevel(rows.get(above)) < level) {
        return above;
      }
    }
    return IntStream.iterate(Math.min(level, FIRST_NUMERAL_LEVEL) - 1, i -> i >= 0, i -> i - 1)
        .flatMap(
            higher ->
                IntStream.range(0, rows.size())
                    .filter(i -> rowLevel(rows.get(i)) == higher)
                    .limit(1))
        .findFirst()
        .orElse(AmountColumnSolver.NO_PARENT);
  }

  /** The level of a row by its name; the level of 合计 for a name without a numeral. */
  private int rowLevel(List<String> row) {
    return IntStream.range(0, LEVELS.size())
        .filter(i -> LEVELS.get(i).matcher(row.get(nameColumn)).matches())
        .findFirst()
        .orElse(1);
  }

  private List<String> printedAmounts(List<String> row) {
    return amountColumns.stream().map(row::get).filter(AmountColumns::isNumber).toList();
  }
}
