package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.mingzhang.structure.lattice.CostTables;

/**
 * Cuts the lines of a table into bands, one for each row, such that the rows cost least (a
 * segmentation by dynamic programming).
 *
 * @param bands the bands from above; none where there is no way
 * @param cost what the rows cost together
 */
record RowBands(List<Band> bands, double cost) {
  /** More lines than a row has. */
  private static final int MOST_LINES = 16;

  /**
   * The lines of a row.
   *
   * @param first its first line that holds more than names of levels
   * @param end index behind the last such line
   * @param from its first line
   * @param to index behind its last line
   */
  record Band(int first, int end, int from, int to) {
    double middle(Band last) {
      return (first + last.end - 1) / 2.0;
    }
  }

  /** The cheapest cuts with cells that are centred, or begin on the first line of their row. */
  static RowBands of(PitchBody body, boolean topAligned) {
    BandCosts costs = new BandCosts(body, topAligned);
    int count = body.size();
    double[] cost = new double[count + 1];
    int[] from = new int[count + 1];
    Arrays.fill(cost, CostTables.NEVER);
    cost[0] = 0;
    for (int to = 1; to <= count; to++) {
      for (int start = Math.max(0, to - MOST_LINES); start < to; start++) {
        double sum = cost[start] >= CostTables.NEVER ? cost[start] : cost[start] + costs.cost(start, to);
        if (sum < cost[to]) {
          cost[to] = sum;
          from[to] = start;
        }
      }
    }
    if (cost[count] >= CostTables.NEVER) {
      return new RowBands(List.of(), CostTables.NEVER);
    }
    List<Band> bands = new ArrayList<>();
    for (int to = count; to > 0; to = from[to]) {
      bands.add(band(costs, from[to], to));
    }
    Collections.reverse(bands);
    return new RowBands(List.copyOf(bands), cost[count]);
  }

  private static Band band(BandCosts costs, int from, int to) {
    int first = from;
    while (!costs.filled(first)) {
      first++;
    }
    int end = to;
    while (!costs.filled(end - 1)) {
      end--;
    }
    return new Band(first, end, from, to);
  }
}
