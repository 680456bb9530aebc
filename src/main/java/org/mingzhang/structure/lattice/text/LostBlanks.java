package org.mingzhang.structure.lattice.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.running.CodedAmounts;

/**
 * Rows by codes on lines whose empty cells left no trace: which column an amount belongs to is told
 * by the sums alone. Amounts under a wrong head are worse than none, so a reading whose columns
 * contradict their sum is no reading.
 */
final class LostBlanks {
  private static final Pattern TOTAL = Pattern.compile(".*(?:合计|小计|总计)");
  private static final Pattern CODE = Pattern.compile("[23]\\d{2}(?:\\d{2}(?:\\d{2})?)?");
  private static final Pattern SUM = Pattern.compile("合\\s*计|总\\s*计");
  private static final Pattern NUMBER = Pattern.compile("-?[\\d,]+(?:\\.\\d+)?");
  private static final BigDecimal ROUNDING = new BigDecimal("0.011");

  private final List<Column> columns;
  private final List<Integer> amounts;
  private final int code;

  LostBlanks(List<Column> columns) {
    this.columns = columns;
    this.amounts =
        IntStream.range(0, columns.size())
            .filter(c -> columns.get(c).type() == ColumnType.AMOUNT)
            .boxed()
            .toList();
    this.code =
        IntStream.range(0, columns.size())
            .filter(c -> columns.get(c).type() == ColumnType.CODE)
            .findFirst()
            .orElse(-1);
  }

  /**
   * The rows with their amounts in the columns that add up; null where the columns cannot be right.
   */
  @Nullable List<List<String>> placed(List<List<String>> rows) {
    if (!applies() || rows.stream().allMatch(row -> printed(row).size() == amounts.size())) {
      return rows;
    }
    List<CodedAmounts.Row> coded =
        rows.stream().map(row -> new CodedAmounts.Row(codeOf(row), printed(row))).toList();
    List<List<String>> cells = CodedAmounts.placed(coded, amounts.size());
    if (cells.isEmpty()) {
      return contradicted(rows) ? null : rows;
    }
    List<List<String>> placed = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      List<String> row = new ArrayList<>(rows.get(r));
      for (int c = 0; c < amounts.size(); c++) {
        row.set(amounts.get(c), cells.get(r).get(c));
      }
      placed.add(row);
    }
    return placed;
  }

  /** Whether there is a column of codes and, before the others, one of the rows' totals. */
  private boolean applies() {
    return code >= 0
        && amounts.size() > 2
        && TOTAL.matcher(columns.get(amounts.getFirst()).title()).matches();
  }

  private String codeOf(List<String> row) {
    return row.stream().anyMatch(cell -> SUM.matcher(cell).matches()) ? "" : row.get(code);
  }

  private List<String> printed(List<String> row) {
    return amounts.stream().map(row::get).filter(cell -> !cell.isEmpty()).toList();
  }

  /** Whether a column of the rows of the highest level does not add up to the row of the sum. */
  private boolean contradicted(List<List<String>> rows) {
    List<List<String>> sums = rows.stream().filter(row -> codeOf(row).isEmpty()).toList();
    List<List<String>> coded =
        rows.stream().filter(row -> CODE.matcher(codeOf(row)).matches()).toList();
    int shortest = coded.stream().mapToInt(row -> codeOf(row).length()).min().orElse(0);
    List<List<String>> top = coded.stream().filter(r -> codeOf(r).length() == shortest).toList();
    if (sums.size() != 1 || top.isEmpty() || !addsUp(top, sums.getFirst(), amounts.getFirst())) {
      return false;
    }
    return amounts.stream().anyMatch(column -> !addsUp(top, sums.getFirst(), column));
  }

  private static boolean addsUp(List<List<String>> parts, List<String> whole, int column) {
    BigDecimal sum = BigDecimal.ZERO;
    for (List<String> part : parts) {
      sum = sum.add(value(part.get(column)));
    }
    BigDecimal slack = ROUNDING.multiply(BigDecimal.valueOf(parts.size()));
    return sum.subtract(value(whole.get(column))).abs().compareTo(slack) <= 0;
  }

  private static BigDecimal value(String cell) {
    return NUMBER.matcher(cell).matches() ? new BigDecimal(cell.replace(",", "")) : BigDecimal.ZERO;
  }
}
