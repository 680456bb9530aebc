package org.mingzhang.structure.lattice;

import java.util.List;

/**
 * The cheapest path through a lattice.
 *
 * @param rows the rows, a text for each column
 * @param starts index of the chunk with which each row begins
 * @param chunks number of chunks that were read
 * @param cost cost of the path
 * @param total the same with what the chunks left unread cost
 */
public record Reading(
    List<List<String>> rows, List<Integer> starts, int chunks, double cost, double total) {
  /** No reading. */
  public static final Reading NONE =
      new Reading(List.of(), List.of(), 0, CostTables.NEVER, CostTables.NEVER);

  /** Whether there is none. */
  public boolean none() {
    return rows.isEmpty();
  }

  /** Whether its mean cost of a row is within a limit of the table {@code limits.tsv}. */
  public boolean within(String limit) {
    return costPerRow() <= CostModel.limit(limit);
  }

  /** Whether its mean cost of a cell is within a limit. */
  public boolean cellsWithin(String limit) {
    return costPerCell() <= CostModel.limit(limit);
  }

  /** Mean cost of a row. */
  public double costPerRow() {
    return none() ? CostTables.NEVER : cost / rows.size();
  }

  /** Mean cost of a filled cell. */
  public double costPerCell() {
    long cells = rows.stream().flatMap(List::stream).filter(cell -> !cell.isEmpty()).count();
    return cells == 0 ? CostTables.NEVER : cost / cells;
  }
}
