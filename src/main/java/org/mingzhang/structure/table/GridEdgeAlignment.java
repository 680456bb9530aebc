package org.mingzhang.structure.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;

/**
 * Two grids on consecutive pages, aligned by the positions of their edges. A page's grid has an
 * edge only where a cell of that page ends, so one table may have four columns on one page and
 * seven on the next; a page may even lack the outermost column if a merged cell continues without
 * ruled lines. The margins of even and odd pages may differ.
 */
final class GridEdgeAlignment {
  /** Maximum distance, in points, between edges that are considered equal. */
  private static final float TOLERANCE = 3;

  private final TableBlock upperGrid;
  private final TableBlock lowerGrid;

  /** Distance by which the lower grid is moved right to align with the upper one, in points. */
  private final float lowerGridShift;

  private final List<Float> commonEdges;

  private GridEdgeAlignment(TableBlock upperGrid, TableBlock lowerGrid, float lowerGridShift) {
    this.upperGrid = upperGrid;
    this.lowerGrid = lowerGrid;
    this.lowerGridShift = lowerGridShift;
    this.commonEdges = new ArrayList<>(upperGrid.edges());
    for (float edge : lowerGrid.edges()) {
      if (!isNearAnEdge(commonEdges, edge + lowerGridShift)) {
        commonEdges.add(edge + lowerGridShift);
      }
    }
    commonEdges.sort(null);
  }

  /**
   * Aligns two grids; null if positions are unknown, or if the widths differ and the upper grid
   * does not have all edges of the lower one.
   */
  static @Nullable GridEdgeAlignment align(TableBlock upperGrid, TableBlock lowerGrid) {
    if (upperGrid.edges().isEmpty() || lowerGrid.edges().isEmpty()) {
      return null;
    }
    float left = upperGrid.edges().getFirst() - lowerGrid.edges().getFirst();
    float right = upperGrid.edges().getLast() - lowerGrid.edges().getLast();
    float lowerGridShift =
        countSharedEdges(upperGrid, lowerGrid, right) > countSharedEdges(upperGrid, lowerGrid, left)
            ? right
            : left;
    boolean equal = Math.abs(left - right) <= 2 * TOLERANCE;
    boolean within =
        countSharedEdges(upperGrid, lowerGrid, lowerGridShift) == lowerGrid.edges().size();
    return equal || within ? new GridEdgeAlignment(upperGrid, lowerGrid, lowerGridShift) : null;
  }

  private static long countSharedEdges(
      TableBlock upperGrid, TableBlock lowerGrid, float lowerGridShift) {
    return lowerGrid.edges().stream()
        .filter(edge -> isNearAnEdge(upperGrid.edges(), edge + lowerGridShift))
        .count();
  }

  private static boolean isNearAnEdge(List<Float> edges, float place) {
    return edges.stream().anyMatch(edge -> Math.abs(edge - place) <= TOLERANCE);
  }

  /** Whether all edges of one grid are edges of the other. */
  boolean areEdgesNested() {
    return commonEdges.size() == Math.max(upperGrid.edges().size(), lowerGrid.edges().size());
  }

  /** The upper grid, split at the column edges of both grids. */
  TableBlock alignedUpper() {
    return snapToCommonEdges(upperGrid, 0);
  }

  /** The lower grid, split at the column edges of both grids. */
  TableBlock alignedLower() {
    return snapToCommonEdges(lowerGrid, lowerGridShift);
  }

  private TableBlock snapToCommonEdges(TableBlock block, float offset) {
    int[] columns =
        block.edges().stream().mapToInt(edge -> indexOfNearestEdge(edge + offset)).toArray();
    List<Cell> cells = new ArrayList<>();
    for (Cell cell : block.cells()) {
      int from = columns[cell.column()];
      int to = columns[Math.min(cell.column() + cell.columnSpan(), columns.length - 1)];
      cells.add(new Cell(cell.row(), from, cell.rowSpan(), Math.max(1, to - from), cell.text()));
    }
    return new TableBlock(block.page(), block.rows(), commonEdges.size() - 1, cells, commonEdges);
  }

  private int indexOfNearestEdge(float place) {
    int nearest = 0;
    for (int i = 1; i < commonEdges.size(); i++) {
      if (Math.abs(commonEdges.get(i) - place) < Math.abs(commonEdges.get(nearest) - place)) {
        nearest = i;
      }
    }
    return nearest;
  }
}
