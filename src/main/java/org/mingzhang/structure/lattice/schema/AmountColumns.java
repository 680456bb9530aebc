package org.mingzhang.structure.lattice.schema;

import java.math.BigDecimal;
import java.util.List;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.AmountParser;

/**
 * The columns of amounts of a table that is being read, and the sums of their cells. Cells without
 * a number count as zero. The unit is that of the table.
 *
 * @param indexes their indexes in a row, from left to right
 */
record AmountColumns(List<Integer> indexes) {
  /** Selects the columns of amounts among the columns of a table. */
  static AmountColumns of(List<Column> columns) {
    return new AmountColumns(Column.indexesOf(ColumnType.AMOUNT, columns));
  }

  int size() {
    return indexes.size();
  }

  /** Whether there are at least two columns of amounts and no other columns between them. */
  boolean areAdjacent() {
    return size() > 1 && indexes.getLast() - indexes.getFirst() < size();
  }

  /** The cells of a row in these columns that are numbers, as printed. */
  List<String> printedAmounts(List<String> row) {
    return indexes.stream().map(row::get).filter(AmountColumns::isNumber).toList();
  }

  /** The cells of a row in these columns that are neither empty nor numbers. */
  List<String> wordsIn(List<String> row) {
    return indexes.stream()
        .map(row::get)
        .filter(cell -> !cell.isEmpty() && !isNumber(cell))
        .toList();
  }

  /** Whether a row has a number in each of these columns. */
  boolean areAllFilledIn(List<String> row) {
    return indexes.stream().allMatch(c -> isNumber(row.get(c)));
  }

  /** The sum of the cells of rows in a column. */
  static BigDecimal sum(List<List<String>> rows, int column) {
    return rows.stream()
        .map(row -> valueOrZero(row.get(column)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The sum of the cells of rows in all these columns. */
  BigDecimal sumOfAllColumns(List<List<String>> rows) {
    return indexes.stream().map(c -> sum(rows, c)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The first cell of a row that is neither empty nor a number; empty if there is none. */
  static String rowName(List<String> row) {
    return row.stream().filter(cell -> !cell.isEmpty() && !isNumber(cell)).findFirst().orElse("");
  }

  static boolean isNumber(String cell) {
    return AmountParser.parseNumber(cell).isPresent();
  }

  /** The number in a cell; zero if the cell does not contain a number. */
  static BigDecimal valueOrZero(String cell) {
    return AmountParser.parseNumber(cell).orElse(BigDecimal.ZERO);
  }
}
