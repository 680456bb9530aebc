package org.mingzhang.extract.page;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the rows that the merged cells of a column cover by the heights at which their texts are:
 * centered on their rows or in the first of them, whichever fits the whole column better. The
 * centered assignment of least cost is found by dynamic programming.
 */
final class MergedCellSpanFinder {
  /**
   * Cost, in points, of a row above the first cell; such a row may belong to a cell from the page
   * before.
   */
  private static final float UNCOVERED_ROW_COST = 3;

  /**
   * Largest distance, in points, between the middle of a cell and the middle of its first row, if
   * cells are printed in their first rows.
   */
  private static final float MAX_OFFSET = 2.5f;

  private MergedCellSpanFinder() {}

  /**
   * Index of the first row of each cell; a cell ends where the next begins.
   *
   * @param cells the cells from top to bottom
   * @param rows the rows from top to bottom; at least one if there are cells
   */
  static int[] findRowStarts(
      List<BorderlessFormBuilder.CellBand> cells, List<BorderlessFormBuilder.CellBand> rows) {
    int[] first = cells.stream().mapToInt(cell -> nearestRow(cell, rows)).toArray();
    float ofFirst = 0;
    float maximum = 0;
    for (int i = 0; i < first.length; i++) {
      float distance = Math.abs(rows.get(first[i]).middle() - cells.get(i).middle());
      ofFirst += distance;
      maximum = Math.max(maximum, distance);
    }
    float[][] cost = computeCenteredCosts(cells, rows);
    int n = cells.size();
    boolean fits = n > 0 && n <= rows.size();
    boolean middle = fits && (maximum > MAX_OFFSET || cost[n][rows.size()] <= ofFirst + 1);
    return middle ? traceBack(cost, cells, rows) : first;
  }

  private static int nearestRow(
      BorderlessFormBuilder.CellBand cell, List<BorderlessFormBuilder.CellBand> rows) {
    int best = 0;
    for (int r = 1; r < rows.size(); r++) {
      float distance = Math.abs(rows.get(r).middle() - cell.middle());
      best = distance < Math.abs(rows.get(best).middle() - cell.middle()) ? r : best;
    }
    return best;
  }

  /**
   * Least cost of the first {@code c} cells over the first {@code r} rows, by {@code [c][r]}, each
   * cell centered on its rows.
   */
  private static float[][] computeCenteredCosts(
      List<BorderlessFormBuilder.CellBand> cells, List<BorderlessFormBuilder.CellBand> rows) {
    float[][] cost = new float[cells.size() + 1][rows.size() + 1];
    for (float[] row : cost) {
      Arrays.fill(row, Float.MAX_VALUE);
    }
    for (int r = 0; r <= rows.size(); r++) {
      cost[0][r] = r * UNCOVERED_ROW_COST;
    }
    for (int c = 1; c <= cells.size(); c++) {
      for (int end = c; end <= rows.size(); end++) {
        for (int from = c - 1; from < end; from++) {
          float sum = cost[c - 1][from] + centerOffset(cells.get(c - 1), rows, from, end);
          cost[c][end] = Math.min(cost[c][end], sum);
        }
      }
    }
    return cost;
  }

  /**
   * Distance, in points, between the middle of a cell and the middle of the rows {@code from} to
   * before {@code end}.
   */
  private static float centerOffset(
      BorderlessFormBuilder.CellBand cell,
      List<BorderlessFormBuilder.CellBand> rows,
      int from,
      int end) {
    float middle = (rows.get(from).top() + rows.get(end - 1).bottom()) / 2;
    return Math.abs(middle - cell.middle());
  }

  private static int[] traceBack(
      float[][] cost,
      List<BorderlessFormBuilder.CellBand> cells,
      List<BorderlessFormBuilder.CellBand> rows) {
    int[] starts = new int[cells.size()];
    int end = rows.size();
    for (int c = cells.size(); c > 0; c--) {
      int best = c - 1;
      float minimum = Float.MAX_VALUE;
      for (int from = c - 1; from < end; from++) {
        float sum = cost[c - 1][from] + centerOffset(cells.get(c - 1), rows, from, end);
        if (sum < minimum) {
          minimum = sum;
          best = from;
        }
      }
      starts[c - 1] = best;
      end = best;
    }
    return starts;
  }
}
