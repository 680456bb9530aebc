package org.mingzhang.structure.running;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.mingzhang.structure.grid.AmountPlacement;

/**
 * Assigns the amounts of rows by classification codes to columns where copying dropped the empty
 * cells: in each column the rows of one level add up to the row above them. Rows without empty
 * cells are accepted without checking sums.
 */
public final class AmountColumnAssigner {
  private static final BigDecimal ROUNDING_TOLERANCE = new BigDecimal("0.011");

  /**
   * Minimum number of rows for each row without an amount, which is an item of the form without
   * expenditure.
   */
  private static final int MIN_ROWS_PER_EMPTY_ROW = 4;

  private AmountColumnAssigner() {}

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

    private boolean startsWithTotal() {
      BigDecimal rest =
          amounts.stream()
              .skip(1)
              .map(FlatTableLine::parseValue)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal slack = ROUNDING_TOLERANCE.multiply(BigDecimal.valueOf(amounts.size()));
      return amounts.size() > 1
          && FlatTableLine.parseValue(amounts.getFirst()).subtract(rest).abs().compareTo(slack)
              <= 0;
    }
  }

  /**
   * A row with its amounts in columns.
   *
   * @param cells a text for each column
   * @param unplaced amounts for which the sums leave several columns, parted by blanks
   */
  public record PlacedRow(List<String> cells, String unplaced) {
    /** Makes an immutable copy of the cells. */
    public PlacedRow {
      cells = List.copyOf(cells);
    }
  }

  /**
   * The cells of all rows in their order.
   *
   * @param titles titles of the columns of amounts
   * @param totalFirst whether the first amount of a row is the sum of its other amounts
   * @return empty if no assignment adds up, or where there is not exactly one grand total
   */
  public static List<PlacedRow> assign(
      List<CodedAmountRow> rows, List<String> titles, boolean totalFirst) {
    return assign(rows, titles, totalFirst, true);
  }

  /**
   * The cells of all rows in their order, as {@link #assign(List, List, boolean)} has them.
   *
   * @param complete whether there is no assignment where rows of a level or the grand total are
   *     missing
   */
  public static List<PlacedRow> assign(
      List<CodedAmountRow> rows, List<String> titles, boolean totalFirst, boolean complete) {
    int columns = titles.size();
    long totals = rows.stream().filter(row -> row.code().isEmpty()).count();
    List<CodedAmountRow> filled = rows.stream().filter(row -> !row.amounts().isEmpty()).toList();
    boolean sparse = (rows.size() - filled.size()) * MIN_ROWS_PER_EMPTY_ROW > rows.size();
    boolean rooted = complete ? totals == 1 : totals <= 1;
    if (!rooted || filled.size() < 2 || sparse) {
      return List.of();
    }
    if (filled.stream().allMatch(row -> row.amounts().size() == columns)) {
      List<String> none = Collections.nCopies(columns, "");
      return rows.stream()
          .map(row -> new PlacedRow(row.amounts().isEmpty() ? none : row.amounts(), ""))
          .toList();
    }
    boolean assignable =
        filled.stream()
            .allMatch(
                row -> row.amounts().size() <= columns && (!totalFirst || row.startsWithTotal()));
    return assignable ? place(rows, titles, totalFirst, complete) : List.of();
  }

  private static List<PlacedRow> place(
      List<CodedAmountRow> rows, List<String> titles, boolean totalFirst, boolean complete) {
    List<AmountPlacement.Row> tree = new ArrayList<>();
    for (CodedAmountRow row : rows) {
      int parent = findParent(row, rows);
      if (complete && parent == AmountPlacement.NONE && !row.code().isEmpty()) {
        return List.of();
      }
      List<BigDecimal> values = row.amounts().stream().map(FlatTableLine::parseValue).toList();
      tree.add(new AmountPlacement.Row(parent, values, totalFirst));
    }
    Optional<List<List<Integer>>> placed = AmountPlacement.solve(tree, titles, complete);
    return placed
        .map(
            found ->
                IntStream.range(0, rows.size())
                    .mapToObj(i -> toCells(rows.get(i).amounts(), found.get(i), titles.size()))
                    .toList())
        .orElse(List.of());
  }

  private static int findParent(CodedAmountRow row, List<CodedAmountRow> rows) {
    return IntStream.range(0, rows.size())
        .filter(i -> isChild(row.code(), rows.get(i).code()))
        .findFirst()
        .orElse(AmountPlacement.NONE);
  }

  /** Whether a code is one level below another; the empty code is above those of three digits. */
  public static boolean isChild(String code, String parent) {
    int length = parent.isEmpty() ? 3 : parent.length() + 2;
    return code.length() == length && code.startsWith(parent);
  }

  private static PlacedRow toCells(List<String> amounts, List<Integer> found, int columns) {
    List<String> cells = new ArrayList<>(Collections.nCopies(columns, ""));
    StringJoiner unplaced = new StringJoiner(" ");
    for (int i = 0; i < amounts.size(); i++) {
      if (found.get(i) == AmountPlacement.UNKNOWN) {
        unplaced.add(amounts.get(i));
      } else {
        cells.set(found.get(i), amounts.get(i));
      }
    }
    return new PlacedRow(cells, unplaced.toString());
  }
}
