package org.mingzhang.structure.grid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;

/**
 * A table block by grid position: which cell covers a position, and its text on one line. Confined
 * to one thread, since texts are cleaned when first requested.
 */
public final class Grid {
  private final int rows;
  private final int columns;
  private final @Nullable Cell[][] cover;

  /** Cleaned texts, computed on first access, since joining pages needs only few of them. */
  private final @Nullable String[][] texts;

  /** Places the cells of a block on the grid; where cells overlap, the later one is used. */
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

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /**
   * The cell that covers a grid position, including positions that it is merged over; null if there
   * is none.
   */
  public @Nullable Cell cell(int row, int column) {
    return cover[row][column];
  }

  /** Text of the cell that covers a position, or an empty string. */
  public String text(int row, int column) {
    Cell cell = cover[row][column];
    if (cell == null) {
      return "";
    }
    String text = texts[row][column];
    if (text == null) {
      text = CellText.joinLines(cell.text());
      texts[row][column] = text;
    }
    return text;
  }

  /**
   * The text of the cell whose upper left corner is at a position; empty for the other positions of
   * that cell.
   */
  public String ownText(int row, int column) {
    Cell cell = cover[row][column];
    return cell != null && cell.row() == row && cell.column() == column ? text(row, column) : "";
  }

  /** Whether one cell covers two positions. */
  public boolean isSameCell(int row, int column, int otherRow, int otherColumn) {
    Cell cell = cover[row][column];
    return cell != null && cell.equals(cover[otherRow][otherColumn]);
  }

  /** The own texts of a row, one per column, including empty ones. */
  public List<String> ownTexts(int row) {
    List<String> result = new ArrayList<>(columns);
    for (int c = 0; c < columns; c++) {
      result.add(ownText(row, c));
    }
    return result;
  }

  /** The own texts of a row from left to right, without empty ones. */
  public List<String> nonEmptyTexts(int row) {
    return ownTexts(row).stream().filter(text -> !text.isEmpty()).toList();
  }

  /** Whether no cell with text begins in a row. */
  public boolean isBlankRow(int row) {
    return nonEmptyTexts(row).isEmpty();
  }

  /** The text of a row that has exactly one non-empty cell; otherwise an empty string. */
  public String textOfOnlyFilledCell(int row) {
    List<String> words = nonEmptyTexts(row);
    return words.size() == 1 ? words.get(0) : "";
  }

  /** Number of columns covered by the first filled cell that starts in a row; 0 for a blank row. */
  public int firstCellWidth(int row) {
    for (int c = 0; c < columns; c++) {
      Cell cell = cover[row][c];
      if (cell != null && !ownText(row, c).isEmpty()) {
        return cell.columnSpan();
      }
    }
    return 0;
  }
}
