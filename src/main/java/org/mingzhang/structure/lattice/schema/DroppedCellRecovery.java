package org.mingzhang.structure.lattice.schema;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableData;
import org.mingzhang.structure.grid.AmountColumnSolver;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.schema.AmountColumnAssigner.AmountRow;
import org.mingzhang.structure.lattice.schema.AmountColumnAssigner.CodedAmountRow;
import org.mingzhang.structure.lattice.schema.AmountColumnAssigner.PlacedRow;
import org.mingzhang.text.PatternTable;

/**
 * Recovers empty cells that were dropped in copying. Only sums determine the column of an amount:
 * sums over the levels of classification codes, or the sum of all rows below a grand total. Amounts
 * that could be in several columns are shown in an additional column. A wrong column is worse than
 * no table, so a reading is rejected if all rows are present and its columns contradict the total.
 */
public final class DroppedCellRecovery {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(DroppedCellRecovery.class);
  private static final Pattern TOTAL = PATTERNS.get("total");
  private static final Pattern GRAND_TOTAL = PATTERNS.get("grand-total");

  /** Names of rows that are the sum of other rows or a part of another row. */
  private static final Pattern SUM_OR_PART_OF_ROW = PATTERNS.get("part");

  private final List<Column> columns;
  private final AmountColumns amountColumns;
  private final CodedRowSums codes;

  /** Creates a recovery for a table with these columns. */
  public DroppedCellRecovery(List<Column> columns) {
    this.columns = columns;
    this.amountColumns = AmountColumns.of(columns);
    this.codes = new CodedRowSums(columns, amountColumns);
  }

  /**
   * A table whose amounts have been assigned to columns.
   *
   * @param columns its columns, with an additional one if the column of some amounts is unknown
   */
  public record PlacedTable(List<Column> columns, List<List<String>> rows) {
    /** Makes immutable copies of the lists. */
    public PlacedTable {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /** How a text shows the empty cells of a table. */
  public enum EmptyCellStyle {
    /** Empty cells are not shown. */
    DROPPED,
    /**
     * Empty cells leave blanks: the positions of the other cells on their lines determine their
     * columns.
     */
    SHOWN_BY_BLANKS,
    /** Empty cells are shown between bars. */
    SHOWN_BY_BARS
  }

  /**
   * Moves amounts to the columns in which they add up. Amounts whose column the sums do not
   * determine stay in theirs, or, if empty cells are not shown, may move to an additional column.
   * Null if the amounts contradict the total and no arrangement adds up. Sums are more reliable
   * than positions on a line; in a table without codes, bars are more reliable than sums.
   */
  public @Nullable PlacedTable recoverCells(List<List<String>> rows, EmptyCellStyle emptyCells) {
    if (emptyCells == EmptyCellStyle.SHOWN_BY_BLANKS) {
      PlacedTable bySums = recoverCells(rows, false);
      boolean told = bySums != null && bySums.columns().size() == columns.size();
      return told ? bySums : recoverCells(rows, true);
    }
    List<SideAmountRecovery> sides = SideAmountRecovery.findSides(columns);
    return emptyCells == EmptyCellStyle.DROPPED && sides.size() > 1
        ? recoverSides(rows, sides)
        : recoverCells(rows, emptyCells == EmptyCellStyle.SHOWN_BY_BARS);
  }

  private PlacedTable recoverSides(List<List<String>> rows, List<SideAmountRecovery> sides) {
    List<List<String>> placed =
        rows.stream().map(row -> Stream.concat(row.stream(), Stream.of("")).toList()).toList();
    for (SideAmountRecovery side : sides) {
      placed = side.placeAmounts(placed);
    }
    boolean unplacedAmounts = placed.stream().anyMatch(row -> !row.getLast().isEmpty());
    List<Column> shown = new ArrayList<>(columns);
    if (unplacedAmounts) {
      shown.add(new Column(TableData.UNPLACED_AMOUNTS, ColumnType.ANY));
    }
    return new PlacedTable(
        shown, placed.stream().map(row -> row.subList(0, shown.size())).toList());
  }

  /**
   * Moves amounts to columns. If {@code areColumnsKnown} is true, the columns of the amounts are
   * known from the document, so a contradiction is an error in it and no reason to reject the
   * table; otherwise the result is null if the amounts contradict the total and no arrangement adds
   * up.
   */
  private @Nullable PlacedTable recoverCells(List<List<String>> rows, boolean areColumnsKnown) {
    List<List<String>> filled =
        rows.stream().filter(row -> !amountColumns.printedAmounts(row).isEmpty()).toList();
    PlacedTable read = new PlacedTable(columns, rows);
    boolean whole =
        filled.stream()
            .allMatch(row -> amountColumns.printedAmounts(row).size() == amountColumns.size());
    if (whole || codes.isTwoSided() || amountColumns.size() < 2 || hasWordsWithoutName(filled)) {
      return read;
    }
    if (areColumnsKnown && (!codes.hasCodes() || codes.allRowsAddUp(filled))) {
      return read;
    }
    boolean contradictory = !areColumnsKnown && codes.hasCodes() && codes.contradictsTotal(filled);
    List<PlacedRow> placed =
        codes.hasCodes() || (amountColumns.areAdjacent() && areAllBelowOneTotal(filled))
            ? assignAmountColumns(filled, areColumnsKnown || contradictory)
            : List.of();
    if (placed.isEmpty() && contradictory) {
      return null;
    }
    if (areColumnsKnown && placed.stream().anyMatch(row -> !row.unplacedAmounts().isEmpty())) {
      return read;
    }
    boolean open =
        placed.isEmpty() && !areColumnsKnown && amountColumns.areAdjacent() && !hasLineNumbers();
    return placed.isEmpty() && !open
        ? read
        : toTable(rows, open ? filled.stream().map(this::placeCertainAmounts).toList() : placed);
  }

  /**
   * Assigns the amounts of rows to columns in such a way that the rows add up.
   *
   * @param allPartsPresent whether all parts of each sum are present, so that they must add up to
   *     it
   * @return one placed row for each row; empty if no assignment adds up
   */
  private List<PlacedRow> assignAmountColumns(
      List<List<String>> rowsWithAmounts, boolean allPartsPresent) {
    if (codes.hasCodes()) {
      return AmountColumnAssigner.assignByCodes(
          rowsWithAmounts.stream()
              .map(row -> new CodedAmountRow(codes.codeOf(row), amountColumns.printedAmounts(row)))
              .toList(),
          amountTitles(),
          isTotalFirst(),
          allPartsPresent);
    }
    int total =
        IntStream.range(0, rowsWithAmounts.size())
            .filter(i -> isGrandTotal(rowsWithAmounts.get(i)))
            .findFirst()
            .orElse(AmountColumnSolver.NO_PARENT);
    boolean one = isSecondRowOnlyPartOfTotal(rowsWithAmounts);
    List<AmountRow> rows = new ArrayList<>();
    for (int i = 0; i < rowsWithAmounts.size(); i++) {
      int parent = i == total ? AmountColumnSolver.NO_PARENT : one && i > 1 ? 1 : total;
      rows.add(new AmountRow(parent, amountColumns.printedAmounts(rowsWithAmounts.get(i))));
    }
    return AmountColumnAssigner.assign(rows, amountTitles(), isTotalFirst(), allPartsPresent);
  }

  private List<String> amountTitles() {
    return amountColumns.indexes().stream().map(c -> columns.get(c).title()).toList();
  }

  private boolean isTotalFirst() {
    return TOTAL.matcher(amountTitles().getFirst()).matches();
  }

  private boolean hasLineNumbers() {
    return Column.indexOf(ColumnType.ORDINAL, columns) >= 0;
  }

  private PlacedRow placeCertainAmounts(List<String> row) {
    return PlacedRow.ofCertainAmounts(
        amountColumns.printedAmounts(row), amountColumns.size(), isTotalFirst());
  }

  /**
   * The table of rows with assigned amounts, with an additional column for amounts whose column is
   * unknown.
   */
  private PlacedTable toTable(List<List<String>> rows, List<PlacedRow> placed) {
    boolean unplacedAmounts = placed.stream().anyMatch(row -> !row.unplacedAmounts().isEmpty());
    Iterator<PlacedRow> next = placed.iterator();
    List<List<String>> shownRows = new ArrayList<>();
    for (List<String> row : rows) {
      boolean empty = amountColumns.printedAmounts(row).isEmpty();
      PlacedRow found = empty ? new PlacedRow(List.of(), "") : next.next();
      List<String> cells = empty ? new ArrayList<>(row) : withAmounts(row, found.cells());
      if (unplacedAmounts) {
        cells.add(found.unplacedAmounts());
      }
      shownRows.add(cells);
    }
    List<Column> shown = new ArrayList<>(columns);
    if (unplacedAmounts) {
      shown.add(new Column(TableData.UNPLACED_AMOUNTS, ColumnType.ANY));
    }
    return new PlacedTable(shown, shownRows);
  }

  /**
   * Whether one row is the grand total and all others are its parts, none of them a sum of others.
   */
  private boolean areAllBelowOneTotal(List<List<String>> rows) {
    return rows.stream().filter(this::isGrandTotal).count() == 1
        && rows.stream()
            .filter(row -> !isGrandTotal(row))
            .noneMatch(row -> SUM_OR_PART_OF_ROW.matcher(AmountColumns.rowName(row)).find());
  }

  private boolean isGrandTotal(List<String> row) {
    return GRAND_TOTAL.matcher(AmountColumns.rowName(row)).matches();
  }

  /**
   * Whether the second row has the same amounts as the grand total in the first row, of which it is
   * then the only part.
   */
  private boolean isSecondRowOnlyPartOfTotal(List<List<String>> rows) {
    return rows.size() > 2
        && isGrandTotal(rows.getFirst())
        && amountColumns.areAllFilledIn(rows.getFirst())
        && amountColumns
            .printedAmounts(rows.getFirst())
            .equals(amountColumns.printedAmounts(rows.get(1)));
  }

  /**
   * Whether amounts are in wrong columns, which is the case if a row and the rows one level below
   * it have the same sum over all columns but not in each column. False for tables without codes
   * and for those with codes on two sides, where this cannot be checked.
   */
  public boolean haveAmountsInWrongColumns(List<List<String>> rows) {
    return codes.haveAmountsInWrongColumns(rows);
  }

  /**
   * Whether words stand among the amounts of a table that has no column of names: they belong to no
   * row, so the cells are kept as they are read.
   */
  private boolean hasWordsWithoutName(List<List<String>> rows) {
    return amountColumns.indexes().getFirst() == 0
        && rows.stream().anyMatch(row -> !amountColumns.wordsIn(row).isEmpty());
  }

  /**
   * The row with its amounts in the given columns. Words found among the amounts are the end of the
   * row's name.
   */
  private List<String> withAmounts(List<String> row, List<String> cells) {
    List<String> placed = new ArrayList<>(row);
    int name = amountColumns.indexes().getFirst() - 1;
    amountColumns.wordsIn(row).forEach(words -> placed.set(name, placed.get(name) + words));
    for (int c = 0; c < amountColumns.size(); c++) {
      placed.set(amountColumns.indexes().get(c), cells.get(c));
    }
    return placed;
  }
}
