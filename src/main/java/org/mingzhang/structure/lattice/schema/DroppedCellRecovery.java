package org.mingzhang.structure.lattice.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.running.AmountColumnAssigner;
import org.mingzhang.text.AmountFinder;
import org.mingzhang.text.PatternTable;

/**
 * Recovers empty cells that copying dropped from rows with codes. The column of an amount is
 * determined only by the sums over the levels of codes. A wrong column is worse than no table, so a
 * reading is rejected if all its rows are present and its columns contradict their total.
 */
public final class DroppedCellRecovery {
  private static final PatternTable PATTERNS = PatternTable.beside(DroppedCellRecovery.class);
  private static final Pattern TOTAL = PATTERNS.get("total");
  private static final Pattern SUM = PATTERNS.get("sum");
  private static final BigDecimal ROUNDING_TOLERANCE = new BigDecimal("0.011");

  private final List<Column> columns;
  private final List<Integer> amounts;
  private final int code;

  /** Creates a recovery for a table with these columns. */
  public DroppedCellRecovery(List<Column> columns) {
    this.columns = columns;
    this.amounts =
        IntStream.range(0, columns.size())
            .filter(c -> columns.get(c).type() == ColumnType.AMOUNT)
            .boxed()
            .toList();
    this.code = Column.indexOf(ColumnType.CODE, columns);
  }

  /**
   * Moves amounts to columns in which they add up; null if no arrangement adds up.
   *
   * @param printed whether the text shows empty cells, so that a contradiction is one of the
   *     document itself
   */
  public @Nullable List<List<String>> recoverCells(List<List<String>> rows, boolean printed) {
    List<List<String>> filled =
        rows.stream().filter(row -> !printedAmounts(row).isEmpty()).toList();
    boolean whole = filled.stream().allMatch(row -> printedAmounts(row).size() == amounts.size());
    if (code < 0 || isTwoSided() || amounts.size() < 3 || whole || addUp(filled)) {
      return rows;
    }
    List<AmountColumnAssigner.CodedAmountRow> coded =
        filled.stream()
            .map(row -> new AmountColumnAssigner.CodedAmountRow(codeOf(row), printedAmounts(row)))
            .toList();
    boolean totalFirst = TOTAL.matcher(columns.get(amounts.getFirst()).title()).matches();
    List<List<String>> cells = AmountColumnAssigner.assign(coded, amounts.size(), totalFirst);
    if (cells.isEmpty()) {
      return !printed && contradictsTotal(filled) ? null : rows;
    }
    Iterator<List<String>> found = cells.iterator();
    return rows.stream()
        .map(row -> printedAmounts(row).isEmpty() ? row : withAmounts(row, found.next()))
        .toList();
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
                      && sumAll(below).compareTo(sumAll(List.of(row))) == 0
                      && !amounts.stream().allMatch(c -> addsUp(below, row, c));
                });
  }

  /** The row with its amounts in their columns; words among the amounts are the end of its name. */
  private List<String> withAmounts(List<String> row, List<String> cells) {
    List<String> placed = new ArrayList<>(row);
    int name = amounts.getFirst() - 1;
    amounts.stream()
        .map(row::get)
        .filter(cell -> AmountFinder.parseNumber(cell).isEmpty())
        .forEach(words -> placed.set(name, placed.get(name) + words));
    for (int c = 0; c < amounts.size(); c++) {
      placed.set(amounts.get(c), cells.get(c));
    }
    return placed;
  }

  /** Whether every row is the sum of the rows one level below it, in every column. */
  private boolean addUp(List<List<String>> rows) {
    return rows.stream()
        .allMatch(
            row -> {
              List<List<String>> below = rows.stream().filter(r -> isBelow(r, row)).toList();
              return below.isEmpty() || amounts.stream().allMatch(c -> addsUp(below, row, c));
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
    int end = code;
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

  private List<String> printedAmounts(List<String> row) {
    return amounts.stream()
        .map(row::get)
        .filter(cell -> AmountFinder.parseNumber(cell).isPresent())
        .toList();
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
    return sumAll(top).compareTo(sumAll(sums)) == 0
        && !amounts.stream().allMatch(c -> addsUp(top, sum, c));
  }

  private BigDecimal sumAll(List<List<String>> rows) {
    return rows.stream()
        .flatMap(row -> amounts.stream().map(row::get))
        .map(DroppedCellRecovery::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean addsUp(List<List<String>> parts, List<String> whole, int column) {
    BigDecimal sum = BigDecimal.ZERO;
    for (List<String> part : parts) {
      sum = sum.add(value(part.get(column)));
    }
    BigDecimal slack = ROUNDING_TOLERANCE.multiply(BigDecimal.valueOf(parts.size()));
    return sum.subtract(value(whole.get(column))).abs().compareTo(slack) <= 0;
  }

  private static BigDecimal value(String cell) {
    return AmountFinder.parseNumber(cell).orElse(BigDecimal.ZERO);
  }
}
