package org.mingzhang.structure.running;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds the columns in which the amounts of a row stand whose empty cells left no trace: the first
 * is the row's total where the table has one, the others add up to it, and in each column the rows
 * of one level add up to the row above them. Where no way fits, nothing is taken; rows without
 * empty cells need no sums. Confined to one thread and one table.
 */
final class ColumnFill {
  private static final BigDecimal ROUNDING = new BigDecimal("0.011");
  private static final int MOST_STEPS = 50_000;

  /** Of so many rows one may have no amount at all: an item of the form that was not spent on. */
  private static final int BLANK_OF = 4;

  private final int columns;
  private final boolean totalFirst;
  private final Map<CodedRow, int[]> places = new HashMap<>();
  private int steps;

  /**
   * A filler for one table.
   *
   * @param totalFirst whether the first amount of a row is the sum of its others
   */
  ColumnFill(int columns, boolean totalFirst) {
    this.columns = columns;
    this.totalFirst = totalFirst;
  }

  /**
   * The rows with code, name and a cell for each column; empty where they do not fit.
   *
   * @param rows the rows, the sum first
   * @param printed the same rows in the order in which they are to come back
   */
  List<List<String>> cells(List<CodedRow> rows, List<CodedRow> printed) {
    List<CodedRow> filled = rows.stream().filter(r -> !r.open()).toList();
    if (filled.size() < 2 || (rows.size() - filled.size()) * BLANK_OF > rows.size()) {
      return List.of();
    }
    rows.stream().filter(CodedRow::open).forEach(row -> places.put(row, new int[0]));
    if (filled.stream().allMatch(r -> r.amounts().size() == columns)) {
      int[] all = IntStream.range(0, columns).toArray();
      filled.forEach(row -> places.put(row, all));
      return printed.stream().map(this::row).toList();
    }
    boolean countable =
        filled.stream().allMatch(r -> r.amounts().size() <= columns && (!totalFirst || sums(r)));
    if (!countable || rows.getFirst().open()) {
      return List.of();
    }
    for (int[] way : ways(filled.getFirst())) {
      places.put(filled.getFirst(), way);
      if (below(filled.getFirst(), filled) && places.size() == rows.size()) {
        return printed.stream().map(this::row).toList();
      }
    }
    return List.of();
  }

  private static boolean sums(CodedRow row) {
    BigDecimal rest =
        row.amounts().stream()
            .skip(1)
            .map(RunningLine::value)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return row.amounts().size() > 1
        && near(RunningLine.value(row.amounts().getFirst()), rest, row.amounts().size());
  }

  private static boolean near(BigDecimal a, BigDecimal b, int parts) {
    return a.subtract(b).abs().compareTo(ROUNDING.multiply(BigDecimal.valueOf(parts))) <= 0;
  }

  /** Columns for the amounts after the first, in order, the leftmost way first. */
  private List<int[]> ways(CodedRow row) {
    List<int[]> ways = new ArrayList<>();
    choose(new int[row.amounts().size()], totalFirst ? 1 : 0, ways);
    return ways;
  }

  private void choose(int[] chosen, int at, List<int[]> ways) {
    if (at == chosen.length) {
      ways.add(chosen.clone());
      return;
    }
    for (int column = at == 0 ? 0 : chosen[at - 1] + 1; column < columns; column++) {
      chosen[at] = column;
      choose(chosen, at + 1, ways);
    }
  }

  /** Places all rows below a placed one; false where that cannot be done. */
  private boolean below(CodedRow parent, List<CodedRow> rows) {
    List<CodedRow> children = rows.stream().filter(r -> r.isChildOf(parent)).toList();
    BigDecimal[] left = new BigDecimal[columns];
    Arrays.fill(left, BigDecimal.ZERO);
    add(left, parent, 1);
    return children.isEmpty() || (place(children, 0, left) && all(children, rows));
  }

  private boolean all(List<CodedRow> children, List<CodedRow> rows) {
    return children.stream().allMatch(child -> below(child, rows));
  }

  /** Places the children one after the other so that each column adds up. */
  private boolean place(List<CodedRow> children, int at, BigDecimal[] left) {
    if (++steps > MOST_STEPS) {
      return false;
    }
    if (at == children.size()) {
      return Arrays.stream(left).allMatch(v -> near(v, BigDecimal.ZERO, children.size() + 1));
    }
    CodedRow child = children.get(at);
    for (int[] way : ways(child)) {
      places.put(child, way);
      add(left, child, -1);
      boolean fits =
          Arrays.stream(left).allMatch(v -> v.signum() >= 0 || near(v, BigDecimal.ZERO, at + 2));
      if (fits && place(children, at + 1, left)) {
        return true;
      }
      add(left, child, 1);
    }
    return false;
  }

  private void add(BigDecimal[] sums, CodedRow row, int sign) {
    int[] at = places.get(row);
    for (int i = 0; at != null && i < at.length; i++) {
      BigDecimal value = RunningLine.value(row.amounts().get(i));
      sums[at[i]] = sums[at[i]].add(sign > 0 ? value : value.negate());
    }
  }

  private List<String> row(CodedRow row) {
    boolean sum = row.code().isEmpty();
    List<String> cells = new ArrayList<>(List.of(sum ? "合计" : row.code(), sum ? "" : row.name()));
    List<String> amounts = new ArrayList<>(Collections.nCopies(columns, ""));
    int[] at = places.getOrDefault(row, new int[] {0});
    for (int i = 0; i < at.length; i++) {
      amounts.set(at[i], row.amounts().get(i));
    }
    cells.addAll(amounts);
    return cells;
  }
}
