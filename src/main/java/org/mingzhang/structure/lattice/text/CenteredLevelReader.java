package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.indicator.IndicatorLevelNames;
import org.mingzhang.structure.lattice.CellLattice;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticePath;
import org.mingzhang.structure.lattice.Separator;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.text.PatternTable;

/**
 * Reads the rows of a form whose level names are printed in the middle of the rows they cover, as
 * centered merged cells are. The rows are decoded without the levels; then a run of rows is
 * assigned to each level name so that the middles of the runs are as close as possible to the lines
 * of the names (a segmentation by dynamic programming). First levels cover whole runs of second
 * levels. Confined to one thread and one form.
 */
final class CenteredLevelReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(CenteredLevelReader.class);
  private static final Pattern LABEL = PATTERNS.get("centered-level-reader-label");

  /** Maximum mean distance, in rows, between a name and the middle of its rows. */
  private static final double MAX_MEAN_DISTANCE = 0.6;

  /**
   * The name of a level with its vertical position among the rows.
   *
   * @param name the name
   * @param position index of the row that begins on its line; if none does, index of the next row
   *     below minus one half
   */
  private record PositionedLevelName(String name, double position) {}

  private final List<Column> columns;
  private final List<PositionedLevelName> firstLevels = new ArrayList<>();
  private final List<PositionedLevelName> secondLevels = new ArrayList<>();
  private final List<Chunk> chunksWithoutLevels = new ArrayList<>();

  private CenteredLevelReader(List<Column> columns) {
    this.columns = columns;
  }

  /** Reads rows whose first two columns are levels. Empty if they cannot be read this way. */
  static List<List<String>> readRows(
      List<Chunk> body, List<Column> columns, TextTableLayout layout) {
    boolean levels =
        columns.size() > 2
            && columns.get(0).type() == ColumnType.LEVEL1
            && columns.get(1).type() == ColumnType.LEVEL2;
    return levels ? new CenteredLevelReader(columns).read(body, layout) : List.of();
  }

  private List<List<String>> read(List<Chunk> body, TextTableLayout layout) {
    List<Integer> levels = new ArrayList<>();
    for (int at = 0; at < body.size(); at++) {
      Chunk chunk = body.get(at);
      if (isLevelName(body, at, levels)) {
        levels.add(at);
      } else if (!LABEL.matcher(chunk.text()).matches()) {
        boolean opens =
            chunksWithoutLevels.isEmpty() || chunksWithoutLevels.getLast().line() != chunk.line();
        chunksWithoutLevels.add(opens ? chunk.withSeparator(Separator.LINE_BREAK) : chunk);
      }
    }
    if (chunksWithoutLevels.isEmpty()) {
      return List.of();
    }
    List<Column> rest = columns.subList(2, columns.size());
    LatticePath path = new CellLattice(chunksWithoutLevels, rest, layout).decode();
    if (path.isEmpty()
        || path.chunkCount() < chunksWithoutLevels.size()
        || !path.isMeanRowCostWithin("dearest_row")) {
      return List.of();
    }
    for (int i : levels) {
      String text = body.get(i).text();
      boolean before = levels.contains(i + 1) && body.get(i + 1).line() == body.get(i).line();
      boolean upper =
          IndicatorLevelNames.isFirstLevel(text)
              && (before || !IndicatorLevelNames.isSecondLevel(text));
      (upper ? firstLevels : secondLevels)
          .add(new PositionedLevelName(text, namePosition(body.get(i), path)));
    }
    int rows = path.rows().size();
    List<Integer> runs = findRunStarts(secondLevels, rows, null);
    List<Integer> parts =
        runs.isEmpty() ? runs : findRunStarts(firstLevels, rows, new TreeSet<>(runs));
    return parts.isEmpty() ? List.of() : addLevels(path.rows(), runs, parts);
  }

  /**
   * Whether a chunk is the name of a level at the start of a line, or the second of two such names.
   */
  private static boolean isLevelName(List<Chunk> body, int at, List<Integer> levelIndexes) {
    int line = body.get(at).line();
    boolean opens =
        at == 0
            || body.get(at - 1).line() != line
            || (levelIndexes.contains(at - 1)
                && !(levelIndexes.contains(at - 2) && body.get(at - 2).line() == line));
    return opens && IndicatorLevelNames.isLevelName(body.get(at).text());
  }

  /** The position of a level's name among the rows, in rows. */
  private double namePosition(Chunk level, LatticePath path) {
    int below = 0;
    while (below < path.rows().size()
        && chunksWithoutLevels.get(path.rowStarts().get(below)).line() < level.line()) {
      below++;
    }
    boolean beside =
        below < path.rows().size()
            && chunksWithoutLevels.get(path.rowStarts().get(below)).line() == level.line();
    return beside ? below : below - 0.5;
  }

  /**
   * The first row of each run assigned to a level; empty if the names are too far from the middles
   * of their runs.
   *
   * @param allowedStarts rows at which a run may begin, or null for all
   */
  private static List<Integer> findRunStarts(
      List<PositionedLevelName> levels, int rowCount, @Nullable Set<Integer> allowedStarts) {
    int count = levels.size();
    if (count == 0 || count > rowCount) {
      return List.of();
    }
    double[][] cost = new double[count + 1][rowCount + 1];
    int[][] from = new int[count + 1][rowCount + 1];
    for (double[] line : cost) {
      Arrays.fill(line, Double.POSITIVE_INFINITY);
    }
    cost[0][0] = 0;
    for (int k = 1; k <= count; k++) {
      for (int end = k; end <= rowCount; end++) {
        for (int start = k - 1; start < end; start++) {
          boolean may = allowedStarts == null || allowedStarts.contains(start);
          double distance = Math.abs((start + end - 1) / 2.0 - levels.get(k - 1).position());
          double sum = cost[k - 1][start] + distance;
          if (may && sum < cost[k][end]) {
            cost[k][end] = sum;
            from[k][end] = start;
          }
        }
      }
    }
    if (cost[count][rowCount] > MAX_MEAN_DISTANCE * count) {
      return List.of();
    }
    List<Integer> starts = new ArrayList<>();
    for (int k = count, end = rowCount; k > 0; end = from[k][end], k--) {
      starts.add(from[k][end]);
    }
    Collections.reverse(starts);
    return starts;
  }

  private List<List<String>> addLevels(
      List<List<String>> rows, List<Integer> secondLevelStarts, List<Integer> firstLevelStarts) {
    List<List<String>> leveled = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      List<String> cells = new ArrayList<>();
      cells.add(levelNameOfRow(firstLevels, firstLevelStarts, row));
      cells.add(levelNameOfRow(secondLevels, secondLevelStarts, row));
      cells.addAll(rows.get(row));
      leveled.add(List.copyOf(cells));
    }
    return leveled;
  }

  /** The name of the level that a row belongs to. */
  private static String levelNameOfRow(
      List<PositionedLevelName> levels, List<Integer> starts, int row) {
    int at = starts.size() - 1;
    while (at > 0 && starts.get(at) > row) {
      at--;
    }
    return levels.get(at).name();
  }
}
