package org.mingzhang.structure.lattice;

import java.util.List;

/**
 * The cheapest path through a lattice.
 *
 * @param layout how its cells stand
 * @param rows the rows, a text for each column
 * @param starts index of the chunk with which each row begins
 * @param chunks number of chunks that were read
 * @param cost cost of the path
 * @param total the same with what the chunks left unread cost
 */
public record LatticePath(
    Layout layout,
    List<List<String>> rows,
    List<Integer> starts,
    int chunks,
    double cost,
    double total) {
  /** No reading. */
  public static final LatticePath NONE =
      new LatticePath(Layout.STACKED, List.of(), List.of(), 0, CostModel.NEVER, CostModel.NEVER);

  /** Whether there is none. */
  public boolean none() {
    return rows.isEmpty();
  }

  /**
   * Whether its mean cost of a row is within a limit of the table {@code limits.tsv}, the further
   * pieces of wrapped cells having a limit of their own.
   */
  public boolean within(String limit) {
    double pieces =
        layout == Layout.STREAM
            ? CostModel.limit("dearest_piece") * Math.max(0, chunks - filled())
            : 0;
    return !none() && cost <= CostModel.limit(limit) * rows.size() + pieces;
  }

  /** Whether its mean cost of a cell is within a limit. */
  public boolean cellsWithin(String limit) {
    return costPerCell() <= CostModel.limit(limit);
  }

  private long filled() {
    return rows.stream().flatMap(List::stream).filter(cell -> !cell.isEmpty()).count();
  }

  /** Mean cost of a filled cell. */
  public double costPerCell() {
    long cells = filled();
    return cells == 0 ? CostModel.NEVER : cost / cells;
  }
}
