package org.mingzhang.model;

import java.util.Arrays;
import java.util.List;

/**
 * A table, or the part of a table, on one page, as a grid with merged cells. A table that continues
 * on further pages is several blocks.
 *
 * @param page 1-based page
 * @param rows number of grid rows
 * @param columns number of grid columns
 * @param cells the cells, row by row; a merged cell occurs once, at its upper left position
 * @param edges x coordinates of the column edges from left to right in points, {@code columns + 1}
 *     of them; empty if the format has no positions
 * @param isRecognizedByOcr whether OCR read it from a picture in a document that otherwise has
 *     text: such a table is shown and searched, but no facts and findings are derived from it
 */
public record TableBlock(
    int page, int rows, int columns, List<Cell> cells, List<Float> edges, boolean isRecognizedByOcr)
    implements Block {

  /** Makes an immutable copy of the cells and edges and checks the number of edges. */
  public TableBlock {
    cells = List.copyOf(cells);
    edges = List.copyOf(edges);
    if (!edges.isEmpty() && edges.size() != columns + 1) {
      throw new IllegalArgumentException(edges.size() + " edges of " + columns + " columns");
    }
  }

  /** Creates a table that was not read by OCR. */
  public TableBlock(int page, int rows, int columns, List<Cell> cells, List<Float> edges) {
    this(page, rows, columns, cells, edges, false);
  }

  /** A copy on another page, marked as read by OCR and without column edges. */
  public TableBlock asRecognizedOnPage(int otherPage) {
    return new TableBlock(otherPage, rows, columns, cells, List.of(), true);
  }

  /** A copy with other cells. */
  public TableBlock withCells(List<Cell> others) {
    return new TableBlock(page, rows, columns, others, edges, isRecognizedByOcr);
  }

  /** Creates a table without column edges. */
  public TableBlock(int page, int rows, int columns, List<Cell> cells) {
    this(page, rows, columns, cells, List.of());
  }

  /**
   * The grid as text, {@code rows} × {@code columns}: the text of a merged cell is at its upper
   * left position, and the other positions that it covers are empty strings.
   *
   * @throws ArrayIndexOutOfBoundsException if a cell begins outside of the grid
   */
  public List<List<String>> grid() {
    String[][] grid = new String[rows][columns];
    for (String[] row : grid) {
      Arrays.fill(row, "");
    }
    for (Cell cell : cells) {
      grid[cell.row()][cell.column()] = cell.text();
    }
    return Arrays.stream(grid).map(List::of).toList();
  }

  /**
   * A cell.
   *
   * @param row 0-based row of its upper edge
   * @param column 0-based column of its left edge
   * @param rowSpan number of rows it covers, at least 1
   * @param columnSpan number of columns it covers, at least 1
   * @param text its text, wrapped lines joined with {@code \n}
   */
  public record Cell(int row, int column, int rowSpan, int columnSpan, String text) {
    /** Checks that the position is not negative and that the spans are at least 1. */
    public Cell {
      if (row < 0 || column < 0 || rowSpan < 1 || columnSpan < 1) {
        throw new IllegalArgumentException(
            "cell at row " + row + ", column " + column + " spans " + rowSpan + "×" + columnSpan);
      }
    }
  }
}
