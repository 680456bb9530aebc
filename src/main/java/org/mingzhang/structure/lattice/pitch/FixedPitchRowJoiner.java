package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticeCosts;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.structure.lattice.schema.AccountRowValidator;
import org.mingzhang.structure.lattice.schema.DroppedCellRecovery;
import org.mingzhang.structure.lattice.schema.IndicatorRowFilter;

/** Joins the lines below a header into rows and rejects implausible readings. Stateless. */
final class FixedPitchRowJoiner {
  private static final int MIN_INDICATORS = 2;

  /** Minimum number of rows of an account table per row that sums may correct. */
  private static final int MIN_ROWS_PER_CORRECTION = 3;

  /** The kind of a table, with the name of the limit on the cost of its rows. */
  private enum TableKind {
    FUNDS("dearest_pitch_fund_row"),
    INDICATORS("dearest_pitch_row"),
    ACCOUNTS("dearest_pitch_account_row");

    /** Name of the limit on the mean cost of a row, in {@code limits.tsv}. */
    private final String limitName;

    TableKind(String limitName) {
      this.limitName = limitName;
    }

    static TableKind detect(FixedPitchTableBody body) {
      return Column.indexOf(ColumnType.FUNDING_NAME, body.columns()) >= 0
          ? FUNDS
          : body.isPerformanceForm() ? INDICATORS : ACCOUNTS;
    }
  }

  private FixedPitchRowJoiner() {}

  /**
   * Joins the lines into rows, and in account tables moves amounts to the columns in which the rows
   * add up. Returns an empty list if the cheapest reading exceeds the limit or cells do not fit
   * their columns.
   */
  static List<List<String>> readRows(FixedPitchTableBody body) {
    if (body.size() == 0) {
      return List.of();
    }
    RowSegmentation segmentation = RowSegmentation.segment(body);
    TableKind kind = TableKind.detect(body);
    double maximum = LatticeCosts.parameter(kind.limitName);
    if (segmentation.bands().isEmpty()) {
      return List.of();
    }
    List<List<String>> rows = joinRows(body, segmentation.bands());
    double wrapped =
        (body.countFilledTexts() - countFilledCells(body, rows))
            * LatticeCosts.parameter("pitch_wrapped");
    if (segmentation.cost() + body.cost() - wrapped > maximum * rows.size()) {
      return List.of();
    }
    return switch (kind) {
      case FUNDS -> rows;
      case INDICATORS -> isPlausible(body, rows) ? rows : List.of();
      case ACCOUNTS -> recoverAmounts(body.columns(), rows);
    };
  }

  /** Number of filled cells outside the columns of level names. */
  private static long countFilledCells(FixedPitchTableBody body, List<List<String>> rows) {
    return new FixedPitchTableBody(body.columns(), rows, 0).countFilledTexts();
  }

  private static List<List<String>> joinRows(
      FixedPitchTableBody body, List<RowSegmentation.RowBand> bands) {
    List<List<String>> levels = new LevelRowRangeFinder(body, bands).findNamesByRow();
    List<List<String>> rows = new ArrayList<>();
    for (int r = 0; r < bands.size(); r++) {
      List<String> row = new ArrayList<>(levels.get(r));
      for (int c = 0; c < row.size(); c++) {
        if (FormRowCosts.isSingleRowColumn(body.columns().get(c))) {
          row.set(c, cellText(body, bands.get(r), c));
        }
      }
      moveNameFromLevelColumn(body, bands.get(r), row);
      rows.add(List.copyOf(row));
    }
    return rows;
  }

  private static void moveNameFromLevelColumn(
      FixedPitchTableBody body, RowSegmentation.RowBand band, List<String> row) {
    int names = Column.indexOf(ColumnType.LEVEL3, body.columns());
    if (names >= 0 && row.get(names).isEmpty()) {
      row.set(names, FormRowCosts.nameInLevelColumn(body, band.firstLine(), band.endLine()));
      row.set(Column.indexOf(ColumnType.LEVEL2, body.columns()), "");
    }
  }

  private static String cellText(
      FixedPitchTableBody body, RowSegmentation.RowBand band, int column) {
    StringBuilder text = new StringBuilder();
    for (int line = band.firstLine(); line < band.endLine(); line++) {
      text.append(body.text(line, column));
    }
    return text.toString();
  }

  /**
   * Moves amounts to the columns in which the rows add up, and words for the total to the first
   * column. Returns an empty list if the result does not add up or does not fit the columns, or if
   * it corrects more than one in {@link #MIN_ROWS_PER_CORRECTION} rows.
   */
  private static List<List<String>> recoverAmounts(List<Column> columns, List<List<String>> rows) {
    DroppedCellRecovery sums = new DroppedCellRecovery(columns);
    List<List<String>> read =
        rows.stream().map(row -> moveTotalToFirstColumn(columns, row)).toList();
    DroppedCellRecovery.PlacedTable recovered =
        sums.recoverCells(read, DroppedCellRecovery.EmptyCellStyle.SHOWN_BY_BLANKS);
    List<List<String>> placed = recovered == null ? List.of() : recovered.rows();
    if (recovered == null
        || sums.haveAmountsInWrongColumns(placed)
        || !AccountRowValidator.areAmountsOnSidesWithNames(columns, placed)
        || !AccountRowValidator.doRowsFitColumns(columns, placed)) {
      return List.of();
    }
    long moved =
        IntStream.range(0, read.size()).filter(r -> !read.get(r).equals(placed.get(r))).count();
    return moved * MIN_ROWS_PER_CORRECTION <= read.size() ? placed : List.of();
  }

  /** Moves the word for the total to the first column if the row has no other name. */
  private static List<String> moveTotalToFirstColumn(List<Column> columns, List<String> row) {
    List<Integer> names =
        IntStream.range(0, row.size())
            .filter(c -> !row.get(c).isEmpty() && !isNumeric(columns.get(c).type()))
            .boxed()
            .toList();
    boolean total =
        names.size() == 1
            && row.getFirst().isEmpty()
            && CellTextClassifier.isOfClass(row.get(names.getFirst()), CellTextClass.TOTAL);
    if (!total) {
      return row;
    }
    List<String> moved = new ArrayList<>(row);
    moved.set(0, moved.set(names.getFirst(), ""));
    return List.copyOf(moved);
  }

  private static boolean isNumeric(ColumnType type) {
    return type == ColumnType.AMOUNT || type == ColumnType.PERCENT;
  }

  /** Whether there are at least {@link #MIN_INDICATORS} rows and each can be an indicator. */
  private static boolean isPlausible(FixedPitchTableBody body, List<List<String>> rows) {
    List<List<String>> valid =
        new IndicatorRowFilter(body.columns()).selectIndicators(rows, TextTableLayout.ROW_PER_LINE);
    return rows.size() >= MIN_INDICATORS && valid.size() == rows.size();
  }
}
