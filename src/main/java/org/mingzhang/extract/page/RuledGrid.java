package org.mingzhang.extract.page;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A grid formed by ruling lines: edges of columns and rows in points, and cells that may span
 * several of them.
 */
final class RuledGrid {
  private final float[] columnEdges;
  private final float[] rowEdges;
  private final List<CellArea> areas;
  private final int[] areaIndexByPosition;

  /**
   * Creates a grid from its edges and cells.
   *
   * @param columnEdges edges of the columns, ascending, one more than columns
   * @param rowEdges edges of the rows, ascending, one more than rows
   * @param areas the cells, which together cover each position once
   */
  RuledGrid(float[] columnEdges, float[] rowEdges, List<CellArea> areas) {
    this.columnEdges = columnEdges.clone();
    this.rowEdges = rowEdges.clone();
    this.areas = List.copyOf(areas);
    this.areaIndexByPosition = new int[rows() * columns()];
    for (int i = 0; i < areas.size(); i++) {
      CellArea area = areas.get(i);
      for (int row = area.row(); row < area.row() + area.rowSpan(); row++) {
        Arrays.fill(
            areaIndexByPosition,
            row * columns() + area.column(),
            row * columns() + area.column() + area.columnSpan(),
            i);
      }
    }
  }

  int rows() {
    return rowEdges.length - 1;
  }

  int columns() {
    return columnEdges.length - 1;
  }

  /** Edges of the columns, from left to right. */
  List<Float> columnEdges() {
    return IntStream.range(0, columnEdges.length).mapToObj(i -> columnEdges[i]).toList();
  }

  float top() {
    return rowEdges[0];
  }

  float bottom() {
    return rowEdges[rowEdges.length - 1];
  }

  float left() {
    return columnEdges[0];
  }

  float right() {
    return columnEdges[columnEdges.length - 1];
  }

  /** Area in square points. */
  float sizeInSquarePoints() {
    return (right() - left()) * (bottom() - top());
  }

  /** The cells, row by row. */
  List<CellArea> areas() {
    return areas;
  }

  /**
   * Whether the grid has several columns and several cells; a frame around text does not have them.
   */
  boolean isTable() {
    return columns() > 1 && areas.size() > 1;
  }

  /** Box of a cell in points. */
  Rectangle2D box(CellArea area) {
    float left = columnEdges[area.column()];
    float top = rowEdges[area.row()];
    return new Rectangle2D.Float(
        left,
        top,
        columnEdges[area.column() + area.columnSpan()] - left,
        rowEdges[area.row() + area.rowSpan()] - top);
  }

  /**
   * Index in {@link #areas} of the cell to the right of another, at the height of its first row;
   * null at the edge.
   */
  @Nullable Integer areaIndexRightOf(CellArea area) {
    int column = area.column() + area.columnSpan();
    return column >= columns()
        ? null
        : (Integer) areaIndexByPosition[area.row() * columns() + column];
  }

  /** Index in {@link #areas} of the cell that holds a point; null if the point lies outside. */
  @Nullable Integer areaIndexAt(float x, float y) {
    int column = intervalIndex(columnEdges, x);
    int row = intervalIndex(rowEdges, y);
    return column < 0 || row < 0 ? null : (Integer) areaIndexByPosition[row * columns() + column];
  }

  /** Index of the interval between two edges that holds a position; −1 outside. */
  private static int intervalIndex(float[] edges, float position) {
    if (position < edges[0] || position >= edges[edges.length - 1]) {
      return -1;
    }
    int found = Arrays.binarySearch(edges, position);
    return found >= 0 ? found : -found - 2;
  }

  /**
   * A cell: its first row and column, 0-based, and the numbers of rows and columns that it spans.
   */
  record CellArea(int row, int column, int rowSpan, int columnSpan) {}
}
