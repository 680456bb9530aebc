package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Builds one grid of touching ruling lines. Neighboring positions without a line between them form
 * one merged cell. An outer border that is not drawn is assumed where the other lines end.
 */
final class GridBuilder {
  /**
   * Smallest width of a column and height of a row, in points; nothing readable fits into less.
   * Lines closer to each other count as one.
   */
  private static final float MIN_CELL_SIZE = 4.5f;

  /**
   * Smallest distance, in points, by which lines extend beyond the last border to form another
   * column or row.
   */
  private static final float MIN_OVERHANG = 10f;

  /** Maximum distance, in points, between the end of a border and the line it meets. */
  private static final float MAX_JOINT_GAP = 5f;

  /** Smallest share of an edge that must be drawn to separate two cells. */
  private static final float MIN_DRAWN_SHARE = 0.5f;

  /** Maximum number of positions (rows times columns) of a grid; a finer one is a drawing. */
  private static final int MAX_GRID_POSITIONS = 50_000;

  private final List<Ruling> horizontals;
  private final List<Ruling> verticals;

  /**
   * Creates a builder for one group of touching lines.
   *
   * @param rulings merged lines, see {@link RulingMerger}
   */
  GridBuilder(List<Ruling> rulings) {
    List<Ruling> acrossAll = rulings.stream().filter(Ruling::horizontal).toList();
    List<Ruling> downAll = rulings.stream().filter(r -> !r.horizontal()).toList();
    horizontals = acrossAll.stream().filter(r -> isBorder(r, downAll)).toList();
    verticals = downAll.stream().filter(r -> isBorder(r, acrossAll)).toList();
  }

  /**
   * Whether a line separates cells: both of its ends meet a line of the other direction or lie at
   * the edge of the table or outside the table, where a cell that a page break divides has no
   * border. A line that ends inside a cell is an underline or a strikethrough.
   */
  private static boolean isBorder(Ruling line, List<Ruling> crossingLines) {
    return meetsLineOrIsOutside(line.start(), line, crossingLines)
        && meetsLineOrIsOutside(line.end(), line, crossingLines);
  }

  private static boolean meetsLineOrIsOutside(float end, Ruling line, List<Ruling> crossingLines) {
    boolean before = false;
    boolean after = false;
    for (Ruling other : crossingLines) {
      if (Math.abs(other.position() - end) <= MAX_JOINT_GAP
          && line.position() >= other.start() - MAX_JOINT_GAP
          && line.position() <= other.end() + MAX_JOINT_GAP) {
        return true;
      }
      before |= other.position() < end - MAX_JOINT_GAP;
      after |= other.position() > end + MAX_JOINT_GAP;
    }
    return !before || !after;
  }

  /** The grid, or null if the lines form fewer than two positions or more than 50,000. */
  @Nullable RuledGrid build() {
    if (horizontals.size() < 2
        || verticals.isEmpty()
        || horizontals.size() + verticals.size() < 4) {
      return null;
    }
    float[] xs = findEdges(verticals, horizontals);
    float[] ys = findEdges(horizontals, verticals);
    int rows = ys.length - 1;
    int columns = xs.length - 1;
    if (rows < 1
        || columns < 1
        || rows * columns < 2
        || (long) rows * columns > MAX_GRID_POSITIONS) {
      return null;
    }
    return new RuledGrid(xs, ys, findAreas(xs, ys));
  }

  /**
   * Positions of the lines of one direction, ascending, with open sides closed where the other
   * lines end. Positions closer than {@link #MIN_CELL_SIZE} to the one before are dropped. Both
   * lists must not be empty.
   */
  private static float[] findEdges(List<Ruling> lines, List<Ruling> crossingLines) {
    TreeSet<Float> places = new TreeSet<>();
    lines.forEach(line -> places.add(line.position()));
    float from = (float) crossingLines.stream().mapToDouble(Ruling::start).min().orElseThrow();
    float to = (float) crossingLines.stream().mapToDouble(Ruling::end).max().orElseThrow();
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

  private List<RuledGrid.CellArea> findAreas(float[] xs, float[] ys) {
    boolean[][] wallRight = findCellBorders(verticals, xs, ys, false);
    boolean[][] wallBelow = findCellBorders(horizontals, ys, xs, true);
    int rows = ys.length - 1;
    int columns = xs.length - 1;
    boolean[][] taken = new boolean[rows][columns];
    List<RuledGrid.CellArea> areas = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (!taken[row][column]) {
          areas.add(takeAreaAt(row, column, wallRight, wallBelow, taken));
        }
      }
    }
    return areas;
  }

  /**
   * The cell that begins at a position and extends to the right, then down, until a line or another
   * cell; marks its positions as taken.
   */
  private static RuledGrid.CellArea takeAreaAt(
      int row, int column, boolean[][] borderRight, boolean[][] borderBelow, boolean[][] taken) {
    int right = column;
    while (right + 1 < taken[row].length && !borderRight[row][right] && !taken[row][right + 1]) {
      right++;
    }
    int bottom = row;
    while (bottom + 1 < taken.length
        && hasNoLineBelow(bottom, column, right, borderRight, borderBelow, taken)) {
      bottom++;
    }
    for (int r = row; r <= bottom; r++) {
      for (int c = column; c <= right; c++) {
        taken[r][c] = true;
      }
    }
    return new RuledGrid.CellArea(row, column, bottom - row + 1, right - column + 1);
  }

  /**
   * Whether the row below continues a cell in these columns: no line is above the row or between
   * the columns, and no other cell has taken it.
   */
  private static boolean hasNoLineBelow(
      int row,
      int left,
      int right,
      boolean[][] borderRight,
      boolean[][] borderBelow,
      boolean[][] taken) {
    for (int c = left; c <= right; c++) {
      if (borderBelow[row][c] || taken[row + 1][c] || (c < right && borderRight[row + 1][c])) {
        return false;
      }
    }
    return true;
  }

  /**
   * For each cell position, whether a ruling separates it from the next position.
   *
   * @param edges positions of the lines across their direction
   * @param positionEdges edges of the positions along the lines
   * @param runsAcross whether the lines are horizontal
   * @return by row and column, whether a line is below the position (horizontal lines) or to its
   *     right (vertical lines)
   */
  private static boolean[][] findCellBorders(
      List<Ruling> lines, float[] edges, float[] positionEdges, boolean runsAcross) {
    int along = positionEdges.length - 1;
    int between = edges.length - 1;
    boolean[][] walls = runsAcross ? new boolean[between][along] : new boolean[along][between];
    for (int i = 0; i < between; i++) {
      for (int j = 0; j < along; j++) {
        boolean drawn =
            i == between - 1
                || isDrawn(lines, edges[i + 1], positionEdges[j], positionEdges[j + 1]);
        if (runsAcross) {
          walls[i][j] = drawn;
        } else {
          walls[j][i] = drawn;
        }
      }
    }
    return walls;
  }

  /** Whether lines near a place cover at least half of the edge between two ends. */
  private static boolean isDrawn(List<Ruling> lines, float position, float from, float to) {
    float drawn = 0;
    for (Ruling line : lines) {
      if (Math.abs(line.position() - position) < MIN_CELL_SIZE) {
        drawn += Math.max(0, Math.min(to, line.end()) - Math.max(from, line.start()));
      }
    }
    return drawn >= MIN_DRAWN_SHARE * (to - from);
  }
}
