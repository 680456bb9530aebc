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
  private final int rowCount;
  private final int columnCount;
  private final @Nullable Cell[][] coveringCells;

  /** Cleaned texts, computed on first access, since joining pages needs only few of them. */
  private final @Nullable String[][] texts;

  /** Places the cells of a block on the grid; where cells overlap, the later one is used. */
  public Grid(TableBlock block) {
    this.rowCount = block.rows();
    this.columnCount = block.columns();
    this.coveringCells = new Cell[rowCount][columnCount];
    this.texts = new String[rowCount][columnCount];
    for (Cell cell : block.cells()) {
      for (int r = cell.row(); r < Math.min(rowCount, cell.row() + cell.rowSpan()); r++) {
        for (int c = cell.column();
            c < Math.min(columnCount, cell.column() + cell.columnSpan());
            c++) {
          coveringCells[r][c] = cell;
        }
      }
    }
  }

  public int rows() {
    return rowCount;
  }

  public int columns() {
    return columnCount;
  }

  /**
   * The cell that covers a grid position, including positions that it is merged over; null if there
   * is none.
   */
  public @Nullable Cell cell(int row, int column) {
    return coveringCells[row][column];
  }

  /** Text of the cell that covers a position, or an empty string. */
  public String text(int row, int column) {
    Cell cell = coveringCells[row][column];
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
    Cell cell = coveringCells[row][column];
    return cell != null && cell.row() == row && cell.column() == column ? text(row, column) : "";
  }

  /** Whether one cell covers two positions. */
  public boolean isSameCell(int row, int column, int otherRow, int otherColumn) {
    Cell cell = coveringCells[row][column];
    return cell != null && cell.equals(coveringCells[otherRow][otherColumn]);
  }

  /** The own texts of a row, one per column, including empty ones. */
  public List<String> ownTexts(int row) {
    List<String> result = new ArrayList<>(columnCount);
    for (int c = 0; c < columnCount; c++) {
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
    for (int c = 0; c < columnCount; c++) {
      Cell cell = coveringCells[row][c];
      if (cell != null && !ownText(row, c).isEmpty()) {
        return cell.columnSpan();
      }
    }
    return 0;
  }
}
