package org.mingzhang.structure.lattice.pitch;

import java.util.List;

/**
 * The words of the header that have been assigned to columns so far, with the open column groups.
 *
 * @param takenWordCounts for each line of the header, the number of its words that have been taken
 * @param endPosition the position after all titles taken
 * @param hasSides whether a column that belongs to a side of the table has been taken
 * @param openGroups the column groups whose last column has not been taken, outermost first
 */
record AlignmentState(
    List<Integer> takenWordCounts,
    int endPosition,
    boolean hasSides,
    List<OpenColumnGroup> openGroups) {
  /** The first line from which the next title may take words. */
  int firstFreeLine() {
    return openGroups.isEmpty() ? 0 : openGroups.getLast().titleBottom() + 1;
  }
}
