package org.mingzhang.extract.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.TextCleaner;

/**
 * The visible rows of a sheet. Cells in hidden rows or columns and beyond 1,000 columns are left
 * out.
 */
final class VisibleSheet {
  private static final int MAX_COLUMNS = 1_000;

  private final Sheet sheet;
  private final DataFormatter formatter;
  private final FormulaResultCalculator formulaCalculator;
  private final Map<Long, CellRangeAddress> mergedRegions = new HashMap<>();
  private boolean hasHiddenCells;

  /**
   * Creates a reader for one sheet.
   *
   * @param formatter gives the displayed text of a cell
   * @param formulaCalculator calculates missing results of formulas
   */
  VisibleSheet(Sheet sheet, DataFormatter formatter, FormulaResultCalculator formulaCalculator) {
    this.sheet = sheet;
    this.formatter = formatter;
    this.formulaCalculator = formulaCalculator;
    for (CellRangeAddress region : sheet.getMergedRegions()) {
      mergedRegions.put(cellKey(region.getFirstRow(), region.getFirstColumn()), region);
    }
  }

  /**
   * Whether cells with text were left out because their row or column is hidden; false before
   * {@link #readRows}.
   */
  boolean hasHiddenCells() {
    return hasHiddenCells;
  }

  /**
   * The visible rows from the first to the last with text; consecutive blank rows become one. Empty
   * if no cell is visible.
   */
  List<VisibleRow> readRows() {
    TreeMap<Integer, List<VisibleCell>> filled = new TreeMap<>();
    for (Row row : sheet) {
      List<VisibleCell> cells = readCells(row);
      if (!cells.isEmpty()) {
        filled.put(row.getRowNum(), cells);
      }
    }
    List<VisibleRow> rows = new ArrayList<>();
    Integer before = null;
    for (Map.Entry<Integer, List<VisibleCell>> row : filled.entrySet()) {
      if (before != null
          && row.getKey() > before + 1
          && hasVisibleRowBetween(before, row.getKey())) {
        rows.add(new VisibleRow(before + 1, List.of()));
      }
      rows.add(new VisibleRow(row.getKey(), row.getValue()));
      before = row.getKey();
    }
    return rows;
  }

  /**
   * Whether a visible row lies between two rows; a row without text is blank, a hidden one does not
   * count.
   */
  private boolean hasVisibleRowBetween(int upperRow, int lowerRow) {
    for (int r = upperRow + 1; r < lowerRow; r++) {
      Row row = sheet.getRow(r);
      if (row == null || !row.getZeroHeight()) {
        return true;
      }
    }
    return false;
  }

  private List<VisibleCell> readCells(Row row) {
    List<VisibleCell> cells = new ArrayList<>();
    for (Cell cell : row) {
      int column = cell.getColumnIndex();
      String text = column < MAX_COLUMNS ? text(cell) : "";
      if (text.isEmpty()) {
        continue;
      }
      if (row.getZeroHeight() || sheet.isColumnHidden(column)) {
        hasHiddenCells = true;
      } else {
        CellRangeAddress region = mergedRegions.get(cellKey(row.getRowNum(), column));
        cells.add(new VisibleCell(column, rowSpan(region), columnSpan(region), text));
      }
    }
    return cells;
  }

  private String text(Cell cell) {
    return formulaCalculator.ensureResult(cell)
        ? TextCleaner.clean(formatter.formatCellValue(cell))
        : "";
  }

  private static int rowSpan(@Nullable CellRangeAddress region) {
    return region == null ? 1 : region.getLastRow() - region.getFirstRow() + 1;
  }

  private static int columnSpan(@Nullable CellRangeAddress region) {
    return region == null
        ? 1
        : Math.min(region.getLastColumn(), MAX_COLUMNS - 1) - region.getFirstColumn() + 1;
  }

  private static long cellKey(int row, int column) {
    return ((long) row << 32) | column;
  }
}
