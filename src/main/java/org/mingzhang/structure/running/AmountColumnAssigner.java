package org.mingzhang.structure.running;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Assigns the amounts of rows by classification codes to columns where copying dropped the empty
 * cells. The constraints are the sums: in each column the rows of one level add up to the row above
 * them, and where the first amount of a row is its total, the others add up to it. The search is
 * depth first with backtracking and a bounded number of steps. Rows without empty cells are
 * accepted without checking sums. Confined to one thread and one table.
 */
public final class AmountColumnAssigner {
  private static final BigDecimal ROUNDING_TOLERANCE = new BigDecimal("0.011");
  private static final int MAX_STEPS = 50_000;

  /**
   * Minimum number of rows for each row without an amount, which is an item of the form without
   * expenditure.
   */
  private static final int MIN_ROWS_PER_EMPTY_ROW = 4;

  private final int columns;
  private final boolean totalFirst;
  private final List<CodedAmountRow> rows;
  private final List<CodedAmountRow> filled;
  private final IdentityHashMap<CodedAmountRow, int[]> assigned = new IdentityHashMap<>();
  private int steps;

  /**
   * The code and amounts of a table row before its amounts are assigned to columns.
   *
   * @param code functional or economic code; empty for the row of the grand total
   * @param amounts amounts as printed, from left to right, without empty cells
   */
  public record CodedAmountRow(String code, List<String> amounts) {
    /** Makes an immutable copy of the amounts. */
    public CodedAmountRow {
      amounts = List.copyOf(amounts);
    }

    private boolean isChildOf(CodedAmountRow other) {
      return isChild(code, other.code);
    }
  }

  private AmountColumnAssigner(List<CodedAmountRow> rows, int columns, boolean totalFirst) {
    this.columns = columns;
    this.totalFirst = totalFirst;
    this.rows = rows;
    this.filled = rows.stream().filter(row -> !row.amounts().isEmpty()).toList();
  }

  /**
   * The cells of all rows in their order, one text for each column.
   *
   * @param totalFirst whether the first amount of a row is the sum of its other amounts
   * @return empty if no assignment adds up, or where there is not exactly one grand total
   */
  public static List<List<String>> assign(
      List<CodedAmountRow> rows, int columns, boolean totalFirst) {
    List<CodedAmountRow> totals = rows.stream().filter(row -> row.code().isEmpty()).toList();
    if (totals.size() != 1) {
      return List.of();
    }
    AmountColumnAssigner assignment = new AmountColumnAssigner(rows, columns, totalFirst);
    return assignment.searchAssignment(totals.getFirst())
        ? rows.stream().map(assignment::toCells).toList()
        : List.of();
  }

  /** Whether a code is one level below another; the empty code is above those of three digits. */
  public static boolean isChild(String code, String parent) {
    int length = parent.isEmpty() ? 3 : parent.length() + 2;
    return code.length() == length && code.startsWith(parent);
  }

  private boolean searchAssignment(CodedAmountRow total) {
    if (filled.size() < 2 || (rows.size() - filled.size()) * MIN_ROWS_PER_EMPTY_ROW > rows.size()) {
      return false;
    }
    rows.forEach(row -> assigned.put(row, new int[0]));
    if (filled.stream().allMatch(row -> row.amounts().size() == columns)) {
      int[] all = IntStream.range(0, columns).toArray();
      filled.forEach(row -> assigned.put(row, all));
      return true;
    }
    filled.forEach(assigned::remove);
    boolean assignable =
        filled.stream()
            .allMatch(
                row -> row.amounts().size() <= columns && (!totalFirst || startsWithTotal(row)));
    if (!assignable || total.amounts().isEmpty()) {
      return false;
    }
    for (int[] choice : findChoices(total)) {
      assigned.put(total, choice);
      if (assignDescendants(total) && assigned.size() == rows.size()) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWithTotal(CodedAmountRow row) {
    BigDecimal rest =
        row.amounts().stream()
            .skip(1)
            .map(FlatTableLine::parseValue)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return row.amounts().size() > 1
        && isApproximatelyEqual(
            FlatTableLine.parseValue(row.amounts().getFirst()), rest, row.amounts().size());
  }

  private static boolean isApproximatelyEqual(BigDecimal a, BigDecimal b, int summands) {
    return a.subtract(b).abs().compareTo(ROUNDING_TOLERANCE.multiply(BigDecimal.valueOf(summands)))
        <= 0;
  }

  /** All choices of ascending columns for the amounts of a row, the leftmost choice first. */
  private List<int[]> findChoices(CodedAmountRow row) {
    List<int[]> choices = new ArrayList<>();
    enumerateCombinations(new int[row.amounts().size()], totalFirst ? 1 : 0, choices);
    return choices;
  }

  private void enumerateCombinations(int[] chosen, int at, List<int[]> choices) {
    if (at == chosen.length) {
      choices.add(chosen.clone());
      return;
    }
    for (int column = at == 0 ? 0 : chosen[at - 1] + 1; column < columns; column++) {
      chosen[at] = column;
      enumerateCombinations(chosen, at + 1, choices);
    }
  }

  /** Assigns all rows below an assigned one; false where that is impossible. */
  private boolean assignDescendants(CodedAmountRow parent) {
    List<CodedAmountRow> children = filled.stream().filter(row -> row.isChildOf(parent)).toList();
    BigDecimal[] rest = new BigDecimal[columns];
    Arrays.fill(rest, BigDecimal.ZERO);
    add(rest, parent, 1);
    return children.isEmpty()
        || (assignChildren(children, 0, rest)
            && children.stream().allMatch(this::assignDescendants));
  }

  /**
   * Assigns siblings one after the other so that each column adds up.
   *
   * @param rest for each column, the amount of the parent minus those of the siblings before {@code
   *     at}
   */
  private boolean assignChildren(List<CodedAmountRow> children, int at, BigDecimal[] rest) {
    if (++steps > MAX_STEPS) {
      return false;
    }
    if (at == children.size()) {
      return Arrays.stream(rest)
          .allMatch(v -> isApproximatelyEqual(v, BigDecimal.ZERO, children.size() + 1));
    }
    CodedAmountRow child = children.get(at);
    for (int[] choice : findChoices(child)) {
      assigned.put(child, choice);
      add(rest, child, -1);
      boolean fits =
          Arrays.stream(rest)
              .allMatch(v -> v.signum() >= 0 || isApproximatelyEqual(v, BigDecimal.ZERO, at + 2));
      if (fits && assignChildren(children, at + 1, rest)) {
        return true;
      }
      add(rest, child, 1);
    }
    return false;
  }

  private void add(BigDecimal[] sums, CodedAmountRow row, int sign) {
    int[] at = assigned.getOrDefault(row, new int[0]);
    for (int i = 0; i < at.length; i++) {
      BigDecimal value = FlatTableLine.parseValue(row.amounts().get(i));
      sums[at[i]] = sums[at[i]].add(sign > 0 ? value : value.negate());
    }
  }

  private List<String> toCells(CodedAmountRow row) {
    List<String> cells = new ArrayList<>(Collections.nCopies(columns, ""));
    int[] at = assigned.getOrDefault(row, new int[0]);
    for (int i = 0; i < at.length; i++) {
      cells.set(at[i], row.amounts().get(i));
    }
    return cells;
  }
}
