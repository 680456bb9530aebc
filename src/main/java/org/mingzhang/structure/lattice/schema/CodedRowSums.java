package org.mingzhang.structure.lattice.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.structure.grid.AmountColumnSolver;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.PatternTable;

/**
 * Decides whether the rows of a table add up over the levels of their classification codes, which
 * shows whether its amounts are in the right columns.
 */
final class CodedRowSums {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(CodedRowSums.class);
  private static final Pattern TOTAL_IN_CELL = PATTERNS.get("total-in-cell");

  private final List<Column> columns;
  private final AmountColumns amountColumns;
  private final int codeColumn;

  CodedRowSums(List<Column> columns, AmountColumns amountColumns) {
    this.columns = columns;
    this.amountColumns = amountColumns;
    this.codeColumn = Column.indexOf(ColumnType.CODE, columns);
  }

  /** Whether the table has a column of codes. */
  boolean hasCodes() {
    return codeColumn >= 0;
  }

  /**
   * Whether amounts are in wrong columns, which is the case if a row and the rows one level below
   * it have the same sum over all columns but not in each column. False for tables without codes
   * and for those with codes on two sides, where this cannot be checked.
   */
  boolean haveAmountsInWrongColumns(List<List<String>> rows) {
    return codeColumn >= 0
        && !isTwoSided()
        && rows.stream()
            .anyMatch(
                row -> {
                  List<List<String>> below = rows.stream().filter(r -> isChildRow(r, row)).toList();
                  return !below.isEmpty()
                      && amountColumns
                              .sumOfAllColumns(below)
                              .compareTo(amountColumns.sumOfAllColumns(List.of(row)))
                          == 0
                      && !amountColumns.indexes().stream().allMatch(c -> addsUp(below, row, c));
                });
  }

  /** Whether every row is the sum of the rows one level below it, in every column. */
  boolean allRowsAddUp(List<List<String>> rows) {
    return rows.stream()
        .allMatch(
            row -> {
              List<List<String>> below = rows.stream().filter(r -> isChildRow(r, row)).toList();
              return below.isEmpty()
                  || amountColumns.indexes().stream().allMatch(c -> addsUp(below, row, c));
            });
  }

  private boolean isChildRow(List<String> row, List<String> above) {
    return AmountColumnAssigner.isChildCode(codeOf(row), codeOf(above));
  }

  /** Whether the table has codes on two sides, revenue and expenditure. */
  boolean isTwoSided() {
    return IntStream.range(codeEnd(), columns.size())
        .anyMatch(c -> columns.get(c).type() == ColumnType.CODE);
  }

  /** Index after the columns of the code, which may be printed in several parts. */
  private int codeEnd() {
    int end = Math.max(0, codeColumn);
    while (end < columns.size() && columns.get(end).type() == ColumnType.CODE) {
      end++;
    }
    return end;
  }

  /** The code of a row of a table with codes; empty for the row of the grand total. */
  String codeOf(List<String> row) {
    return row.stream().anyMatch(cell -> TOTAL_IN_CELL.matcher(cell).find())
        ? ""
        : String.join("", row.subList(codeColumn, codeEnd()));
  }

  /**
   * Whether the rows of the highest level have the same sum as the total over all columns but not
   * in each column, so that amounts are in wrong columns. False if there is no total or more than
   * one.
   */
  boolean contradictsTotal(List<List<String>> rows) {
    List<List<String>> sums = rows.stream().filter(row -> codeOf(row).isEmpty()).toList();
    if (sums.size() != 1) {
      return false;
    }
    List<String> sum = sums.getFirst();
    List<List<String>> top = rows.stream().filter(row -> isChildRow(row, sum)).toList();
    return amountColumns.sumOfAllColumns(top).compareTo(amountColumns.sumOfAllColumns(sums)) == 0
        && !amountColumns.indexes().stream().allMatch(c -> addsUp(top, sum, c));
  }

  private static boolean addsUp(List<List<String>> parts, List<String> whole, int column) {
    BigDecimal printed = AmountColumns.valueOrZero(whole.get(column));
    return AmountColumnSolver.isEqualWithinRounding(
        AmountColumns.sum(parts, column), printed, parts.size());
  }
}
