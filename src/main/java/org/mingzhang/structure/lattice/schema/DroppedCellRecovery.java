package org.mingzhang.structure.lattice.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.AmountPlacement;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.running.AmountColumnAssigner;
import org.mingzhang.text.PatternTable;

/**
 * Recovers empty cells that copying dropped. The column of an amount is determined only by sums:
 * over the levels of classification codes, or of all rows below a grand total. Amounts for which
 * the sums leave several columns are shown in a column of their own. A wrong column is worse than
 * no table, so a reading is rejected if all its rows are present and its columns contradict their
 * total.
 */
public final class DroppedCellRecovery {
  private static final PatternTable PATTERNS = PatternTable.beside(DroppedCellRecovery.class);
  private static final Pattern TOTAL = PATTERNS.get("total");
  private static final Pattern SUM = PATTERNS.get("sum");
  private static final Pattern GRAND_TOTAL = PATTERNS.get("grand-total");

  /** Names of rows that are the sum of others or part of another. */
  private static final Pattern PART = PATTERNS.get("part");

  private static final int FIRST_GENERATED_CODE = 100;

  private final List<Column> columns;
  private final AmountColumns amounts;
  private final int code;

  /** Creates a recovery for a table with these columns. */
  public DroppedCellRecovery(List<Column> columns) {
    this.columns = columns;
    this.amounts = AmountColumns.of(columns);
    this.code = Column.indexOf(ColumnType.CODE, columns);
  }

  /**
   * A table whose amounts are in columns.
   *
   * @param columns its columns, perhaps with one more for amounts without a column
   */
  public record PlacedTable(List<Column> columns, List<List<String>> rows) {
    /** Makes immutable copies. */
    public PlacedTable {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * Moves amounts to columns in which they add up; null if no arrangement adds up.
   *
   * @param printed whether the text shows empty cells, so that a contradiction is one of the
   *     document itself
   */
  public @Nullable PlacedTable recoverCells(List<List<String>> rows, boolean printed) {
    List<List<String>> filled =
        rows.stream().filter(row -> !amounts.printedAmounts(row).isEmpty()).toList();
    PlacedTable read = new PlacedTable(columns, rows);
    boolean whole =
        filled.stream().allMatch(row -> amounts.printedAmounts(row).size() == amounts.size());
    if (whole || isTwoSided()) {
      return read;
    }
    if (code < 0) {
      boolean additive = amounts.areAdjacent() && areAllBelowOneTotal(filled);
      return printed || !additive ? read : place(rows, filled, read);
    }
    if (amounts.size() < 3 || addUp(filled)) {
      return read;
    }
    PlacedTable placed = place(rows, filled, read);
    return placed == read && !printed && contradictsTotal(filled) ? null : placed;
  }

  private PlacedTable place(List<List<String>> rows, List<List<String>> filled, PlacedTable read) {
    List<AmountColumnAssigner.CodedAmountRow> coded = new ArrayList<>();
    for (int i = 0; i < filled.size(); i++) {
      List<String> row = filled.get(i);
      coded.add(
          new AmountColumnAssigner.CodedAmountRow(
              code < 0 ? generateCode(row, i) : codeOf(row), amounts.printedAmounts(row)));
    }
    List<String> titles = amounts.indexes().stream().map(c -> columns.get(c).title()).toList();
    List<AmountColumnAssigner.PlacedRow> found =
        AmountColumnAssigner.assign(coded, titles, TOTAL.matcher(titles.getFirst()).matches());
    if (found.isEmpty()) {
      return read;
    }
    boolean unplaced = found.stream().anyMatch(row -> !row.unplaced().isEmpty());
    List<List<String>> placed = new ArrayList<>();
    int next = 0;
    for (List<String> row : rows) {
      boolean empty = amounts.printedAmounts(row).isEmpty();
      List<String> cells = empty ? new ArrayList<>(row) : withAmounts(row, found.get(next).cells());
      if (unplaced) {
        cells.add(empty ? "" : found.get(next).unplaced());
      }
      next += empty ? 0 : 1;
      placed.add(cells);
    }
    List<Column> shown = new ArrayList<>(columns);
    if (unplaced) {
      shown.add(new Column(AmountPlacement.UNPLACED_TITLE, ColumnType.ANY));
    }
    return new PlacedTable(shown, placed);
  }

  /** Whether one row is the grand total and all others are its parts, none the sum of others. */
  private boolean areAllBelowOneTotal(List<List<String>> rows) {
    return rows.stream().filter(this::isGrandTotal).count() == 1
        && rows.stream()
            .filter(row -> !isGrandTotal(row))
            .noneMatch(row -> PART.matcher(nameOf(row)).find());
  }

  private boolean isGrandTotal(List<String> row) {
    return GRAND_TOTAL.matcher(nameOf(row)).matches();
  }

  private static String nameOf(List<String> row) {
    return row.stream()
        .filter(cell -> !cell.isEmpty() && !AmountColumns.isNumber(cell))
        .findFirst()
        .orElse("");
  }

  /** A code by which all rows are below that of the grand total. */
  private String generateCode(List<String> row, int index) {
    return isGrandTotal(row) ? "" : String.valueOf(FIRST_GENERATED_CODE + index);
  }

  /**
   * Whether amounts are in wrong columns: those of a row and of the rows one level below it have
   * the same sum, but not in each column.
   */
  public boolean areInWrongColumns(List<List<String>> rows) {
    return code >= 0
        && !isTwoSided()
        && rows.stream()
            .anyMatch(
                row -> {
                  List<List<String>> below = rows.stream().filter(r -> isBelow(r, row)).toList();
                  return !below.isEmpty()
                      && amounts.sumAll(below).compareTo(amounts.sumAll(List.of(row))) == 0
                      && !amounts.indexes().stream().allMatch(c -> addsUp(below, row, c));
                });
  }

  /** The row with its amounts in their columns; words among the amounts are the end of its name. */
  private List<String> withAmounts(List<String> row, List<String> cells) {
    List<String> placed = new ArrayList<>(row);
    int name = amounts.indexes().getFirst() - 1;
    amounts.indexes().stream()
        .map(row::get)
        .filter(cell -> !AmountColumns.isNumber(cell))
        .forEach(words -> placed.set(name, placed.get(name) + words));
    for (int c = 0; c < amounts.size(); c++) {
      placed.set(amounts.indexes().get(c), cells.get(c));
    }
    return placed;
  }

  /** Whether every row is the sum of the rows one level below it, in every column. */
  private boolean addUp(List<List<String>> rows) {
    return rows.stream()
        .allMatch(
            row -> {
              List<List<String>> below = rows.stream().filter(r -> isBelow(r, row)).toList();
              return below.isEmpty()
                  || amounts.indexes().stream().allMatch(c -> addsUp(below, row, c));
            });
  }

  private boolean isBelow(List<String> row, List<String> above) {
    return AmountColumnAssigner.isChild(codeOf(row), codeOf(above));
  }

  /** Whether the table has codes on two sides, revenue and expenditure. */
  private boolean isTwoSided() {
    return IntStream.range(codeEnd(), columns.size())
        .anyMatch(c -> columns.get(c).type() == ColumnType.CODE);
  }

  /** Index after the columns of the code, which may be printed in parts. */
  private int codeEnd() {
    int end = Math.max(0, code);
    while (end < columns.size() && columns.get(end).type() == ColumnType.CODE) {
      end++;
    }
    return end;
  }

  /** The code of a row; empty for the row of the grand total. */
  private String codeOf(List<String> row) {
    return row.stream().anyMatch(cell -> SUM.matcher(cell).find())
        ? ""
        : String.join("", row.subList(code, codeEnd()));
  }

  /**
   * Whether the rows of the highest level have the sum of the total but not in each column, so that
   * amounts are in wrong columns.
   */
  private boolean contradictsTotal(List<List<String>> rows) {
    List<List<String>> sums = rows.stream().filter(row -> codeOf(row).isEmpty()).toList();
    if (sums.size() != 1) {
      return false;
    }
    List<String> sum = sums.getFirst();
    List<List<String>> top = rows.stream().filter(row -> isBelow(row, sum)).toList();
    return amounts.sumAll(top).compareTo(amounts.sumAll(sums)) == 0
        && !amounts.indexes().stream().allMatch(c -> addsUp(top, sum, c));
  }

  private static boolean addsUp(List<List<String>> parts, List<String> whole, int column) {
    BigDecimal printed = AmountColumns.value(whole.get(column));
    return AmountColumns.isNear(AmountColumns.sum(parts, column), printed, parts.size());
  }
}
