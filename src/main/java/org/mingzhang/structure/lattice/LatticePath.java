package org.mingzhang.structure.lattice;

import java.util.List;

/**
 * The cheapest path through a lattice, as rows of cells.
 *
 * @param layout layout of the text
 * @param rows the rows, one text for each column
 * @param rowStarts index of the first chunk of each row
 * @param chunkCount number of chunks assigned to cells
 * @param cost cost of the path itself
 * @param totalCost cost including that of the unassigned chunks
 */
public record LatticePath(
    TextTableLayout layout,
    List<List<String>> rows,
    List<Integer> rowStarts,
    int chunkCount,
    double cost,
    double totalCost) {
  /** The path returned if the chunks cannot be assigned to columns. */
  public static final LatticePath NONE =
      new LatticePath(
          TextTableLayout.CELL_PER_LINE,
          List.of(),
          List.of(),
          0,
          LatticeCosts.INFINITE_COST,
          LatticeCosts.INFINITE_COST);

  /** Whether there is no path. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * Whether the mean cost per row is within a limit of {@code limits.tsv}; false if there is no
   * path. In {@link TextTableLayout#STREAM}, each additional chunk of a cell raises the limit.
   */
  public boolean isMeanRowCostWithin(String limitName) {
    double pieces =
        layout == TextTableLayout.STREAM
            ? LatticeCosts.parameter("dearest_piece") * Math.max(0, chunkCount - filledCellCount())
            : 0;
    return !isEmpty() && cost <= LatticeCosts.parameter(limitName) * rows.size() + pieces;
  }

  /** Whether {@link #meanCellCost} is within a limit of {@code limits.tsv}. */
  public boolean isMeanCellCostWithin(String limitName) {
    return meanCellCost() <= LatticeCosts.parameter(limitName);
  }

  private long filledCellCount() {
    return rows.stream().flatMap(List::stream).filter(cell -> !cell.isEmpty()).count();
  }

  /** Mean cost of a filled cell; {@link LatticeCosts#INFINITE_COST} if there is none. */
  public double meanCellCost() {
    long cells = filledCellCount();
    return cells == 0 ? LatticeCosts.INFINITE_COST : cost / cells;
  }
}
