package org.mingzhang.model;

import java.util.Arrays;
import java.util.List;

/**
 * A table of the original on one page, as a grid with merged cells. A table that goes on over pages
 * is several blocks.
 *
 * @param page 1-based page
 * @param rows number of grid rows
 * @param columns number of grid columns
 * @param cells the cells, row by row; a merged cell stands once, at its upper left place
 * @param edges x of the columns' edges from left to right in points, one more than columns; empty
 *     where the format tells no places
 * @param recognised whether it was recognised from a picture in a document that has text: it is
 *     shown and searched, and neither facts nor findings are made of it
 */
public record TableBlock(
    int page, int rows, int columns, List<Cell> cells, List<Float> edges, boolean recognised)
    implements Block {

  /** Copies the cells and edges. */
  public TableBlock {
    cells = List.copyOf(cells);
    edges = List.copyOf(edges);
    if (!edges.isEmpty() && edges.size() != columns + 1) {
      throw new IllegalArgumentException(edges.size() + " edges of " + columns + " columns");
    }
  }

  /** A table as the file has it. */
  public TableBlock(int page, int rows, int columns, List<Cell> cells, List<Float> edges) {
    this(page, rows, columns, cells, edges, false);
  }

  /** The table on a page, marked as recognised from a picture; its places are left out. */
  public TableBlock recognisedOn(int otherPage) {
    return new TableBlock(otherPage, rows, columns, cells, List.of(), true);
  }

  /** The table with other cells at the same places of the grid. */
  public TableBlock withCells(List<Cell> others) {
    return new TableBlock(page, rows, columns, others, edges, recognised);
  }

  /** A table of which no places are known. */
  public TableBlock(int page, int rows, int columns, List<Cell> cells) {
    this(page, rows, columns, cells, List.of());
  }

  /**
   * The grid as text, {@code rows} × {@code columns}: a merged cell's text stands at its upper left
   * place, the other places it covers are empty strings.
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
    /** Checks the spans. */
    public Cell {
      if (row < 0 || column < 0 || rowSpan < 1 || columnSpan < 1) {
        throw new IllegalArgumentException(
            "cell at row " + row + ", column " + column + " spans " + rowSpan + "×" + columnSpan);
      }
    }
  }
}
