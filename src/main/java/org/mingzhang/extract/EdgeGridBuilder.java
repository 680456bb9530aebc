package org.mingzhang.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Builds a table from rows whose cells are given by the positions of their edges, as in binary Word
 * documents and RTF. Edges of different rows that lie close together become one grid line. Not
 * thread-safe.
 */
public final class EdgeGridBuilder {
  /** Maximum distance between edges that form one grid line, in twips (1/20 point). */
  private static final int MAX_EDGE_DISTANCE_TWIPS = 60;

  /** How a cell is merged with the cells beside and above it. */
  public enum CellMerge {
    /** On its own, or the first of merged cells. */
    NONE,
    /**
     * Continues the cell to its left; its own text is dropped. The first cell of a row is on its
     * own.
     */
    WITH_LEFT,
    /**
     * Continues the cell of the row above whose left edge is within 60 twips of its own; the text
     * of the continuing cell is dropped. If there is no such cell, it is a cell of its own.
     */
    WITH_ABOVE
  }

  /** A cell of the row under construction, between its left and right edge. */
  private record EdgedCell(int left, int right, CellMerge merge, String text) {}

  /** A cell of a finished row, which may still grow into the rows below. */
  private static final class PlacedCell {
    private final int row;
    private final int left;
    private final String text;
    private int right;
    private int rowSpan = 1;

    private PlacedCell(int row, EdgedCell cell) {
      this.row = row;
      this.left = cell.left();
      this.right = cell.right();
      this.text = cell.text();
    }
  }

  private final List<List<EdgedCell>> rows = new ArrayList<>();

  /** Starts a row below the current one; following cells are added to it. */
  public void startRow() {
    rows.add(new ArrayList<>());
  }

  /**
   * Adds a cell to the current row, to the right of those added before.
   *
   * @param left left edge, in twips from an origin common to all rows
   * @param right right edge, in twips
   * @throws java.util.NoSuchElementException if no row was started
   */
  public void addCell(int left, int right, CellMerge merge, String text) {
    rows.getLast().add(new EdgedCell(left, right, merge, text));
  }

  /** Whether no row has more than one cell; true without rows. */
  public boolean isOneColumn() {
    return rows.stream().allMatch(row -> row.size() <= 1);
  }

  /** The table with each cell at its grid position; without cells if none were added. */
  public TableGrid toGrid() {
    List<PlacedCell> placed = new ArrayList<>();
    List<PlacedCell> above = List.of();
    for (int r = 0; r < rows.size(); r++) {
      List<PlacedCell> current = new ArrayList<>();
      for (EdgedCell cell : rows.get(r)) {
        PlacedCell upper =
            cell.merge() == CellMerge.WITH_ABOVE ? findCell(above, cell.left()) : null;
        if (cell.merge() == CellMerge.WITH_LEFT && !current.isEmpty()) {
          current.getLast().right = Math.max(current.getLast().right, cell.right());
        } else if (upper != null) {
          upper.rowSpan += upper.row + upper.rowSpan == r ? 1 : 0;
          current.add(upper);
        } else {
          PlacedCell fresh = new PlacedCell(r, cell);
          current.add(fresh);
          placed.add(fresh);
        }
      }
      above = current;
    }
    return snapToGrid(placed);
  }

  private static @Nullable PlacedCell findCell(List<PlacedCell> row, int left) {
    return row.stream()
        .filter(c -> Math.abs(c.left - left) <= MAX_EDGE_DISTANCE_TWIPS)
        .findFirst()
        .orElse(null);
  }

  private static TableGrid snapToGrid(List<PlacedCell> placedCells) {
    TreeSet<Integer> edges = new TreeSet<>();
    placedCells.forEach(c -> edges.addAll(List.of(c.left, c.right)));
    List<Integer> lines = new ArrayList<>();
    for (int edge : edges) {
      if (lines.isEmpty() || edge - lines.getLast() > MAX_EDGE_DISTANCE_TWIPS) {
        lines.add(edge);
      }
    }
    TableGrid grid = new TableGrid();
    for (PlacedCell cell : placedCells) {
      int column = lineIndex(lines, cell.left);
      int end = lineIndex(lines, cell.right);
      grid.put(cell.row, column, cell.rowSpan, Math.max(1, end - column), cell.text);
    }
    return grid;
  }

  /**
   * Index of the last grid line at or left of an edge. A grid line is the leftmost edge of its
   * group, so the edges that form it are never left of it.
   */
  private static int lineIndex(List<Integer> gridLines, int edge) {
    int index = 0;
    while (index + 1 < gridLines.size() && gridLines.get(index + 1) <= edge) {
      index++;
    }
    return index;
  }
}
