package org.mingzhang.search;

import java.util.List;

/**
 * The sections of a shard that have a passage.
 *
 * @param total how many there are
 * @param rows each of them; empty where there are more than were wanted
 */
public record PassageRows(int total, List<Place> rows) {
  /** Copies the list. */
  public PassageRows {
    rows = List.copyOf(rows);
  }

  /**
   * A section.
   *
   * @param row its number in the shard
   * @param order its place among all rows of the index, see {@link RankedRow#order}
   */
  public record Place(int row, long order) {}
}
