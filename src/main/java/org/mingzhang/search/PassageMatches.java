package org.mingzhang.search;

import java.util.List;

/**
 * The sections of a shard that contain a passage.
 *
 * @param total number of such sections
 * @param rows the sections; empty if there are more than were requested
 */
public record PassageMatches(int total, List<PassageMatch> rows) {
  /** Makes an immutable copy of the list. */
  public PassageMatches {
    rows = List.copyOf(rows);
  }

  /**
   * A section that contains the passage.
   *
   * @param doc document number in the shard
   * @param order position among all rows of the index, see {@link RankedRow#order}
   */
  public record PassageMatch(int doc, long order) {}
}
