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
 * position of a row. {@link #toBlock} reduces the grid, so that equal tables give equal blocks even
 * if one format divides them into more rows and columns than another. Not thread-safe.
 */
public final class TableGrid {
  private static final int MAX_COLUMNS = 2_000;
  private static final int MAX_SPAN_ROWS = 100_000;

  private final List<Cell> cells = new ArrayList<>();
  private final List<BitSet> occupiedColumnsByRow = new ArrayList<>();

  /**
   * Puts a cell at a 0-based position. Its spans are cut where they would cover another cell or
   * exceed 100,000 rows, and at column 2,000; a span below 1 counts as 1.
   *
   * @return whether the cell was put; false if the position is covered by another cell, has a
   *     negative row or column, or a column of 2,000 or more
   */
  public boolean put(int row, int column, int rowSpan, int columnSpan, String text) {
    if (row < 0 || column < 0 || column >= MAX_COLUMNS || occupiedColumns(row).get(column)) {
      return false;
    }
    int rows = Math.clamp(rowSpan, 1, MAX_SPAN_ROWS);
    int end = endOfFreeColumns(row, column, Math.clamp(columnSpan, 1, MAX_COLUMNS));
    int height = 1;
    while (height < rows && isFree(row + height, column, end)) {
      height++;
    }
    for (int r = row; r < row + height; r++) {
      occupiedColumns(r).set(column, end);
    }
    cells.add(new Cell(row, column, height, end - column, text));
    return true;
  }

  /** Puts a cell at the first free position of a row, as HTML does; drops it if the row is full. */
  public void append(int row, int rowSpan, int columnSpan, String text) {
    put(row, occupiedColumns(row).nextClearBit(0), rowSpan, columnSpan, text);
  }

  /** A copy of the cells in the order in which they were put. */
  public List<Cell> cells() {
    return List.copyOf(cells);
  }

  private int endOfFreeColumns(int row, int column, int span) {
    int next = occupiedColumns(row).nextSetBit(column);
    int end = Math.min(column + span, MAX_COLUMNS);
    return next < 0 ? end : Math.min(end, next);
  }

  private boolean isFree(int row, int column, int end) {
    int next = occupiedColumns(row).nextSetBit(column);
    return next < 0 || next >= end;
  }

  private BitSet occupiedColumns(int row) {
    while (occupiedColumnsByRow.size() <= row) {
      occupiedColumnsByRow.add(new BitSet());
    }
    return occupiedColumnsByRow.get(row);
  }

  /**
   * The table, in which each row or column where no cell starts is merged into the one before it;
   * empty if no cell has text. The grid itself is not changed.
   *
   * @param page 1-based page on which the table starts
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

  /**
   * For each row or column, the number of smaller ones in which a cell starts; the last element
   * counts all.
   */
  private static int[] startRanks(IntStream starts) {
    BitSet set = new BitSet();
    starts.forEach(set::set);
    int[] ranks = new int[set.length() + 1];
    for (int i = 0; i < set.length(); i++) {
      ranks[i + 1] = ranks[i] + (set.get(i) ? 1 : 0);
    }
    return ranks;
  }

  /** The rank of a row or column; the rank of the end of the table for a later index. */
  private static int rankAt(int[] ranks, int index) {
    return ranks[Math.min(index, ranks.length - 1)];
  }
}
