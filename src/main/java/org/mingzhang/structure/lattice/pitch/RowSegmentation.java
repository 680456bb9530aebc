package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.mingzhang.structure.lattice.LatticeCosts;

/**
 * The cheapest segmentation of the lines of a table into rows, found by dynamic programming.
 *
 * @param bands the rows from top to bottom; empty if there is no segmentation
 * @param cost sum of the costs of the rows and of the names of levels; infinite if there is no
 *     segmentation
 */
record RowSegmentation(List<RowBand> bands, double cost) {
  /** Maximum number of text lines of one table row. */
  private static final int MAX_LINES = 16;

  /**
   * The text lines of one table row, without lines at its ends that contain only names of levels.
   *
   * @param firstLine its first line that contains more than names of levels
   * @param endLine index after the last such line
   */
  record RowBand(int firstLine, int endLine) {
    /** Vertical center of the rows from this one to another, in lines. */
    double verticalCenterTo(RowBand lastRow) {
      return (firstLine + lastRow.endLine - 1) / 2.0;
    }
  }

  /**
   * The cheapest segmentation over all alignments of cells. Each row belongs to one name of the
   * lowest level; each line of a name outside the rows of that name, and each name without rows,
   * has a cost.
   */
  static RowSegmentation segment(FixedPitchTableBody body) {
    RowSegmentation best = new RowSegmentation(List.of(), LatticeCosts.INFINITE_COST);
    for (CellAlignment alignment : CellAlignment.values()) {
      RowSegmentation segmentation = segment(body, RowCosts.create(body, alignment));
      best = segmentation.cost() < best.cost() ? segmentation : best;
    }
    return best;
  }

  private static RowSegmentation segment(FixedPitchTableBody body, RowCosts costs) {
    List<LevelNameJoiner.LevelName> names = LevelNameJoiner.findNamesOfLowestLevel(body);
    int count = body.size();
    int width = names.size() + 1;
    double[] cost = new double[(count + 1) * width];
    int[] from = new int[cost.length];
    Arrays.fill(cost, LatticeCosts.INFINITE_COST);
    cost[0] = 0;
    for (int to = 1; to <= count; to++) {
      for (int start = Math.max(0, to - MAX_LINES); start < to; start++) {
        double row = costs.cost(start, to);
        for (int k = 0; k < width && row < LatticeCosts.INFINITE_COST; k++) {
          int same = start * width + k;
          double next =
              k == 0
                  ? LatticeCosts.INFINITE_COST
                  : cost[same - 1] + nameBoundaryCost(names, k, start);
          int before = next < cost[same] ? same - 1 : same;
          double sum = row + Math.min(next, cost[same]);
          if (sum < cost[to * width + k]) {
            cost[to * width + k] = sum;
            from[to * width + k] = before;
          }
        }
      }
    }
    int last = count * width;
    for (int k = 0; k < width; k++) {
      int state = count * width + k;
      cost[state] += (width - 1 - k) * LatticeCosts.parameter("pitch_level_lost");
      last = cost[state] < cost[last] ? state : last;
    }
    if (cost[last] >= LatticeCosts.INFINITE_COST) {
      return new RowSegmentation(List.of(), LatticeCosts.INFINITE_COST);
    }
    List<RowBand> bands = new ArrayList<>();
    for (int at = last; at >= width; at = from[at]) {
      bands.add(trimUnfilledLines(costs, from[at] / width, at / width));
    }
    Collections.reverse(bands);
    return new RowSegmentation(List.copyOf(bands), cost[last]);
  }

  /**
   * The cost of a boundary between the rows of two successive names at a line: a constant for each
   * line of either name that is on the wrong side of the boundary.
   */
  private static double nameBoundaryCost(List<LevelNameJoiner.LevelName> names, int k, int line) {
    int above = Math.max(0, line - names.get(k - 1).firstLine());
    int below = k == 1 ? 0 : Math.max(0, names.get(k - 2).lastLine() - line + 1);
    return (above + below) * LatticeCosts.parameter("pitch_level_outside");
  }

  /** Limits a row to those of its lines that contain more than names of levels. */
  private static RowBand trimUnfilledLines(RowCosts costs, int from, int to) {
    int first = from;
    while (!costs.hasTextOtherThanLevelNames(first)) {
      first++;
    }
    int end = to;
    while (!costs.hasTextOtherThanLevelNames(end - 1)) {
      end--;
    }
    return new RowBand(first, end);
  }
}
