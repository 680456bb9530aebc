package org.mingzhang.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;

/**
 * A table under construction. Cells are put at grid positions or, as in HTML, at the next free
 * position of a row. {@link #toBlock} reduces the grid, so that the same table gives the same block
 * however finely a format divides it. Not thread-safe.
 */
public final class TableGrid {
  private static final int MAX_COLUMNS = 2_000;
  private static final int MAX_SPAN_ROWS = 100_000;

  private final List<Cell> cells = new ArrayList<>();
  private final List<BitSet> occupiedColumnsByRow = new ArrayList<>();

  /**
   * Puts a cell at a position; its spans are cut where they would cover another cell.
   *
   * @return whether the position was free
   */
  public boolean put(int row, int column, int rowSpan, int columnSpan, String text) {
    if (row < 0 || column < 0 || column >= MAX_COLUMNS || occupiedIn(row).get(column)) {
      return false;
    }
    int rows = Math.clamp(rowSpan, 1, MAX_SPAN_ROWS);
    int end = endOfFreeColumns(row, column, Math.clamp(columnSpan, 1, MAX_COLUMNS));
    int height = 1;
    while (height < rows && isFree(row + height, column, end)) {
      height++;
    }
    for (int r = row; r < row + height; r++) {
      occupiedIn(r).set(column, end);
    }
    cells.add(new Cell(row, column, height, end - column, text));
    return true;
  }

  /** Puts a cell at the first free position of a row, as HTML does. */
  public void append(int row, int rowSpan, int columnSpan, String text) {
    put(row, occupiedIn(row).nextClearBit(0), rowSpan, columnSpan, text);
  }

  /** The cells in the order in which they were put. */
  public List<Cell> cells() {
    return List.copyOf(cells);
  }

  private int endOfFreeColumns(int row, int column, int span) {
    int next = occupiedIn(row).nextSetBit(column);
    int end = Math.min(column + span, MAX_COLUMNS);
    return next < 0 ? end : Math.min(end, next);
  }

  private boolean isFree(int row, int column, int end) {
    int next = occupiedIn(row).nextSetBit(column);
    return next < 0 || next >= end;
  }

  private BitSet occupiedIn(int row) {
    while (occupiedColumnsByRow.size() <= row) {
      occupiedColumnsByRow.add(new BitSet());
    }
    return occupiedColumnsByRow.get(row);
  }

  /**
   * The table, in which each row or column where no cell starts is merged into the one before it;
   * empty if no cell has text.
   */
  public Optional<TableBlock> toBlock(int page) {
    if (cells.stream().allMatch(c -> c.text().isBlank())) {
      return Optional.empty();
    }
    int[] rows = startRanks(cells.stream().mapToInt(Cell::row));
    int[] columns = startRanks(cells.stream().mapToInt(Cell::column));
    List<Cell> coarse = new ArrayList<>();
    for (Cell cell : cells) {
      int row = rankAt(rows, cell.row());
      int column = rankAt(columns, cell.column());
      int rowEnd = rankAt(rows, cell.row() + cell.rowSpan());
      int columnEnd = rankAt(columns, cell.column() + cell.columnSpan());
      coarse.add(new Cell(row, column, rowEnd - row, columnEnd - column, cell.text()));
    }
    coarse.sort(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column));
    return Optional.of(
        new TableBlock(page, rows[rows.length - 1], columns[columns.length - 1], coarse));
  }

  /** For each index the number of distinct starts before it; the last element counts all. */
  private static int[] startRanks(IntStream starts) {
    BitSet set = new BitSet();
    starts.forEach(set::set);
    int[] ranks = new int[set.length() + 1];
    for (int i = 0; i < set.length(); i++) {
      ranks[i + 1] = ranks[i] + (set.get(i) ? 1 : 0);
    }
    return ranks;
  }

  private static int rankAt(int[] ranks, int index) {
    return ranks[Math.min(index, ranks.length - 1)];
  }
}
