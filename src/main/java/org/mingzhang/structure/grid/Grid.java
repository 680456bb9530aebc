package org.mingzhang.structure.grid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;

/**
 * A table block seen place by place: which cell covers a place, and its text on one line. Confined
 * to one thread: texts are put on one line when they are first asked for.
 */
public final class Grid {
  private final int rows;
  private final int columns;
  private final @Nullable Cell[][] cover;

  /** Texts that were asked for: of a table that goes on over pages few are, at each page. */
  private final @Nullable String[][] texts;

  /** Lays the cells of a block out; where cells overlap, the later one holds the place. */
  public Grid(TableBlock block) {
    this.rows = block.rows();
    this.columns = block.columns();
    this.cover = new Cell[rows][columns];
    this.texts = new String[rows][columns];
    for (Cell cell : block.cells()) {
      for (int r = cell.row(); r < Math.min(rows, cell.row() + cell.rowSpan()); r++) {
        for (int c = cell.column(); c < Math.min(columns, cell.column() + cell.columnSpan()); c++) {
          cover[r][c] = cell;
        }
      }
    }
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** The cell that covers a place, or null where there is none. */
  public @Nullable Cell cell(int row, int column) {
    return cover[row][column];
  }

  /** Text of the cell that covers a place, empty where there is none. */
  public String text(int row, int column) {
    Cell cell = cover[row][column];
    if (cell == null) {
      return "";
    }
    String text = texts[row][column];
    if (text == null) {
      text = CellText.clean(cell.text());
      texts[row][column] = text;
    }
    return text;
  }

  /** Text of a place that is the upper left corner of its cell, else empty. */
  public String own(int row, int column) {
    Cell cell = cover[row][column];
    return cell != null && cell.row() == row && cell.column() == column ? text(row, column) : "";
  }

  /** Whether one cell covers two places. */
  public boolean same(int row, int column, int otherRow, int otherColumn) {
    Cell cell = cover[row][column];
    return cell != null && cell.equals(cover[otherRow][otherColumn]);
  }

  /** Own texts of a row, one a column, empty ones included. */
  public List<String> row(int row) {
    List<String> result = new ArrayList<>(columns);
    for (int c = 0; c < columns; c++) {
      result.add(own(row, c));
    }
    return result;
  }

  /** Own texts of a row from left to right, without the empty ones. */
  public List<String> words(int row) {
    return row(row).stream().filter(text -> !text.isEmpty()).toList();
  }

  /** Whether a row holds no text of its own. */
  public boolean blank(int row) {
    return words(row).isEmpty();
  }

  /** The only text of a row when it has one, else empty. */
  public String lone(int row) {
    List<String> words = words(row);
    return words.size() == 1 ? words.get(0) : "";
  }

  /** Number of columns that the first own, not empty cell of a row covers; 0 for a blank row. */
  public int breadth(int row) {
    for (int c = 0; c < columns; c++) {
      Cell cell = cover[row][c];
      if (cell != null && !own(row, c).isEmpty()) {
        return cell.columnSpan();
      }
    }
    return 0;
  }
}
