package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticeCosts;

/**
 * Assigns to each name of a level of indicators (产出指标) the consecutive rows to which it applies.
 * The name is printed in the middle or at the top of its rows; dynamic programming finds the
 * cheapest segmentation of the whole form. The rows of a first level consist of whole second
 * levels. Confined to one thread and one form.
 */
final class LevelRowRangeFinder {
  /**
   * Where a form prints the name of a level (产出指标) that covers several rows of indicators. This
   * depends on the program that made the form, so all names of a column have the same position.
   */
  private enum NamePosition {
    /** In the middle of all their rows. */
    MIDDLE,
    /** At the top of their rows. */
    TOP,
    /** In the middle of the first row; the cells below it are blank or not drawn. */
    MIDDLE_OF_FIRST_ROW
  }

  private final FixedPitchTableBody body;
  private final List<RowSegmentation.RowBand> bands;

  LevelRowRangeFinder(FixedPitchTableBody body, List<RowSegmentation.RowBand> bands) {
    this.body = body;
    this.bands = bands;
  }

  /**
   * For each row, one text for each column of the table: the names of its levels in the columns of
   * levels, and an empty text in the other columns or if the names are unknown.
   */
  List<List<String>> findNamesByRow() {
    List<List<String>> names = new ArrayList<>();
    for (int row = 0; row < bands.size(); row++) {
      names.add(new ArrayList<>(Collections.nCopies(body.columns().size(), "")));
    }
    TreeSet<Integer> starts = null;
    for (int c = body.columns().size() - 1; c >= 0; c--) {
      ColumnType type = body.columns().get(c).type();
      if (type != ColumnType.LEVEL1 && type != ColumnType.LEVEL2) {
        continue;
      }
      List<LevelNameJoiner.LevelName> levels = LevelNameJoiner.findNames(body, c);
      LevelRuns best = new LevelRuns(List.of(), LatticeCosts.INFINITE_COST);
      for (NamePosition namePosition : NamePosition.values()) {
        LevelRuns runs = findRuns(levels, starts, namePosition);
        best = runs.cost() < best.cost() ? runs : best;
      }
      for (int k = 0; k < best.starts().size(); k++) {
        int end = k + 1 < best.starts().size() ? best.starts().get(k + 1) : bands.size();
        for (int row = best.starts().get(k); row < end; row++) {
          names.get(row).set(c, levels.get(k).text());
        }
      }
      starts = best.starts().isEmpty() ? starts : new TreeSet<>(best.starts());
    }
    return names;
  }

  /**
   * A segmentation of the rows of a form into runs, one for each name of a level.
   *
   * @param starts the first row of each run
   * @param cost cost of the segmentation
   */
  private record LevelRuns(List<Integer> starts, double cost) {}

  private LevelRuns findRuns(
      List<LevelNameJoiner.LevelName> levels,
      @Nullable Set<Integer> allowedStarts,
      NamePosition namePosition) {
    int count = levels.size();
    int rows = bands.size();
    double[][] cost = new double[count + 1][rows + 1];
    int[][] from = new int[count + 1][rows + 1];
    for (double[] line : cost) {
      Arrays.fill(line, LatticeCosts.INFINITE_COST);
    }
    cost[0][0] = 0;
    for (int k = 1; k <= count; k++) {
      for (int end = k; end <= rows; end++) {
        for (int start = k - 1; start < end; start++) {
          boolean may = allowedStarts == null || allowedStarts.contains(start);
          double sum =
              may ? cost[k - 1][start] + runCost(levels.get(k - 1), start, end, namePosition) : 0;
          if (may && sum < cost[k][end]) {
            cost[k][end] = sum;
            from[k][end] = start;
          }
        }
      }
    }
    List<Integer> starts = new ArrayList<>();
    if (count == 0 || cost[count][rows] >= LatticeCosts.INFINITE_COST) {
      return new LevelRuns(starts, LatticeCosts.INFINITE_COST);
    }
    for (int k = count, end = rows; k > 0; end = from[k][end], k--) {
      starts.add(from[k][end]);
    }
    Collections.reverse(starts);
    return new LevelRuns(starts, cost[count][rows]);
  }

  private double runCost(
      LevelNameJoiner.LevelName name, int start, int end, NamePosition namePosition) {
    RowSegmentation.RowBand first = bands.get(start);
    RowSegmentation.RowBand last = bands.get(end - 1);
    int above = start == 0 ? 0 : bands.get(start - 1).endLine();
    int below = end == bands.size() ? body.size() : bands.get(end).firstLine();
    int outside = Math.max(0, above - name.firstLine()) + Math.max(0, name.lastLine() - below + 1);
    double distance =
        switch (namePosition) {
          case MIDDLE -> Math.abs(name.verticalCenter() - first.verticalCenterTo(last));
          case TOP -> Math.abs(name.firstLine() - first.firstLine());
          case MIDDLE_OF_FIRST_ROW ->
              Math.abs(name.verticalCenter() - first.verticalCenterTo(first));
        };
    return distance * LatticeCosts.parameter("pitch_level_off")
        + outside * LatticeCosts.parameter("pitch_level_outside");
  }
}
