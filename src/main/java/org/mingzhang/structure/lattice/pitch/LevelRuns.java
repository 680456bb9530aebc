package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.CostModel;
import org.mingzhang.structure.lattice.CostTables;

/**
 * Gives each name of a level a run of rows: one in whose middle it stands, or with whose first line
 * it begins, as costs least for the whole form (a segmentation by dynamic programming). First
 * levels take whole runs of second ones. Confined to one thread and one form.
 */
final class LevelRuns {
  private final PitchBody body;
  private final List<RowBands.Band> bands;

  LevelRuns(PitchBody body, List<RowBands.Band> bands) {
    this.body = body;
    this.bands = bands;
  }

  /** The names of levels of each row, a text for each column; empty where none are known. */
  List<List<String>> names() {
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
      List<LevelNames.Name> levels = LevelNames.of(body, c);
      Runs centred = runs(levels, starts, false);
      Runs top = runs(levels, starts, true);
      Runs best = top.cost() < centred.cost() ? top : centred;
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
   * Runs of rows.
   *
   * @param starts the first row of each
   * @param cost what they cost
   */
  private record Runs(List<Integer> starts, double cost) {}

  private Runs runs(
      List<LevelNames.Name> levels, @Nullable TreeSet<Integer> allowed, boolean topAligned) {
    int count = levels.size();
    int rows = bands.size();
    double[][] cost = new double[count + 1][rows + 1];
    int[][] from = new int[count + 1][rows + 1];
    for (double[] line : cost) {
      Arrays.fill(line, CostTables.NEVER);
    }
    cost[0][0] = 0;
    for (int k = 1; k <= count; k++) {
      for (int end = k; end <= rows; end++) {
        for (int start = k - 1; start < end; start++) {
          boolean may = allowed == null || allowed.contains(start);
          double sum =
              may ? cost[k - 1][start] + cost(levels.get(k - 1), start, end, topAligned) : 0;
          if (may && sum < cost[k][end]) {
            cost[k][end] = sum;
            from[k][end] = start;
          }
        }
      }
    }
    List<Integer> starts = new ArrayList<>();
    if (count == 0 || cost[count][rows] >= CostTables.NEVER) {
      return new Runs(starts, CostTables.NEVER);
    }
    for (int k = count, end = rows; k > 0; end = from[k][end], k--) {
      starts.add(from[k][end]);
    }
    Collections.reverse(starts);
    return new Runs(starts, cost[count][rows]);
  }

  private double cost(LevelNames.Name name, int start, int end, boolean topAligned) {
    RowBands.Band first = bands.get(start);
    RowBands.Band last = bands.get(end - 1);
    int above = start == 0 ? 0 : bands.get(start - 1).end();
    int below = end == bands.size() ? body.size() : bands.get(end).first();
    int outside = Math.max(0, above - name.first()) + Math.max(0, name.last() - below + 1);
    double off =
        topAligned
            ? Math.abs(name.first() - first.first())
            : Math.abs(name.middle() - first.middle(last));
    return off * CostModel.limit("pitch_level_off")
        + outside * CostModel.limit("pitch_level_outside");
  }
}
