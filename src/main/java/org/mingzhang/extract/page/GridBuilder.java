package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Touching ruling lines to one grid. Where two neighbouring places have no line between them they
 * are one merged cell; an outer border that is not drawn is taken to stand where the other lines
 * end.
 */
final class GridBuilder {
  /** Narrowest column and lowest row, in points: nothing readable fits into less. */
  private static final float MIN_CELL_SIZE = 4.5f;

  /** How far, in points, lines must stand out over the last border to make another. */
  private static final float MIN_OVERHANG = 10f;

  /** How far, in points, a border may end before or after the line it meets. */
  private static final float MAX_JOINT_GAP = 5f;

  /** Part of an edge that must be drawn to part two cells. */
  private static final float MIN_DRAWN_SHARE = 0.5f;

  /** Most places of a grid: a raster of more is a drawing. */
  private static final int MAX_PLACES = 50_000;

  private final List<Ruling> horizontals;
  private final List<Ruling> verticals;

  GridBuilder(List<Ruling> rulings) {
    List<Ruling> acrossAll = rulings.stream().filter(Ruling::horizontal).toList();
    List<Ruling> downAll = rulings.stream().filter(r -> !r.horizontal()).toList();
    horizontals = acrossAll.stream().filter(r -> isBorder(r, downAll)).toList();
    verticals = downAll.stream().filter(r -> isBorder(r, acrossAll)).toList();
  }

  /**
   * Whether a line parts cells: both of its ends meet a line of the other direction or stand out of
   * the table. A line that ends in the middle of a cell is an underline or a stroke through text.
   */
  private static boolean isBorder(Ruling line, List<Ruling> others) {
    return isEnd(line.from(), line, others) && isEnd(line.to(), line, others);
  }

  private static boolean isEnd(float end, Ruling line, List<Ruling> others) {
    boolean before = false;
    boolean after = false;
    for (Ruling other : others) {
      if (Math.abs(other.at() - end) <= MAX_JOINT_GAP
          && line.at() >= other.from() - MAX_JOINT_GAP
          && line.at() <= other.to() + MAX_JOINT_GAP) {
        return true;
      }
      before |= other.at() < end;
      after |= other.at() > end;
    }
    return !before || !after;
  }

  /** The grid, or null if the lines make no two cells. */
  @Nullable RuledGrid build() {
    if (horizontals.size() < 2 || verticals.isEmpty() || horizontals.size() + verticals.size() < 4) {
      return null;
    }
    float[] xs = edges(verticals, horizontals);
    float[] ys = edges(horizontals, verticals);
    int rows = ys.length - 1;
    int columns = xs.length - 1;
    if (rows < 1 || columns < 1 || rows * columns < 2 || (long) rows * columns > MAX_PLACES) {
      return null;
    }
    return new RuledGrid(xs, ys, areas(xs, ys));
  }

  /** Places of the lines of one direction, with open sides closed where the other lines end. */
  private static float[] edges(List<Ruling> lines, List<Ruling> others) {
    TreeSet<Float> places = new TreeSet<>();
    lines.forEach(line -> places.add(line.at()));
    float from = (float) others.stream().mapToDouble(Ruling::from).min().orElseThrow();
    float to = (float) others.stream().mapToDouble(Ruling::to).max().orElseThrow();
    if (places.first() - from > MIN_OVERHANG) {
      places.add(from);
    }
    if (to - places.last() > MIN_OVERHANG) {
      places.add(to);
    }
    List<Float> edges = new ArrayList<>();
    for (float place : places) {
      if (edges.isEmpty() || place - edges.get(edges.size() - 1) >= MIN_CELL_SIZE) {
        edges.add(place);
      }
    }
    float[] result = new float[edges.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = edges.get(i);
    }
    return result;
  }

  private List<RuledGrid.Area> areas(float[] xs, float[] ys) {
    boolean[][] wallRight = walls(verticals, xs, ys, false);
    boolean[][] wallBelow = walls(horizontals, ys, xs, true);
    int rows = ys.length - 1;
    int columns = xs.length - 1;
    boolean[][] taken = new boolean[rows][columns];
    List<RuledGrid.Area> areas = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (!taken[row][column]) {
          areas.add(grow(row, column, wallRight, wallBelow, taken));
        }
      }
    }
    return areas;
  }

  /** The largest cell from a place to the right, then down, that no line crosses. */
  private static RuledGrid.Area grow(
      int row, int column, boolean[][] wallRight, boolean[][] wallBelow, boolean[][] taken) {
    int right = column;
    while (right + 1 < taken[row].length && !wallRight[row][right] && !taken[row][right + 1]) {
      right++;
    }
    int bottom = row;
    while (bottom + 1 < taken.length
        && isOpen(bottom, column, right, wallRight, wallBelow, taken)) {
      bottom++;
    }
    for (int r = row; r <= bottom; r++) {
      for (int c = column; c <= right; c++) {
        taken[r][c] = true;
      }
    }
    return new RuledGrid.Area(row, column, bottom - row + 1, right - column + 1);
  }

  /** Whether the row below goes on without a line from the columns above. */
  private static boolean isOpen(
      int row,
      int left,
      int right,
      boolean[][] wallRight,
      boolean[][] wallBelow,
      boolean[][] taken) {
    for (int c = left; c <= right; c++) {
      if (wallBelow[row][c] || taken[row + 1][c] || (c < right && wallRight[row + 1][c])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Which places have a line after them.
   *
   * @param edges edges the lines stand on
   * @param ends edges of the places along the lines
   * @return [row][column]: below the place if the lines run across, else to its right
   */
  private static boolean[][] walls(
      List<Ruling> lines, float[] edges, float[] ends, boolean runsAcross) {
    int along = ends.length - 1;
    int between = edges.length - 1;
    boolean[][] walls = runsAcross ? new boolean[between][along] : new boolean[along][between];
    for (int i = 0; i < between; i++) {
      for (int j = 0; j < along; j++) {
        boolean drawn = i == between - 1 || isDrawn(lines, edges[i + 1], ends[j], ends[j + 1]);
        if (runsAcross) {
          walls[i][j] = drawn;
        } else {
          walls[j][i] = drawn;
        }
      }
    }
    return walls;
  }

  private static boolean isDrawn(List<Ruling> lines, float at, float from, float to) {
    float drawn = 0;
    for (Ruling line : lines) {
      if (Math.abs(line.at() - at) < MIN_CELL_SIZE) {
        drawn += Math.max(0, Math.min(to, line.to()) - Math.max(from, line.from()));
      }
    }
    return drawn >= MIN_DRAWN_SHARE * (to - from);
  }
}
