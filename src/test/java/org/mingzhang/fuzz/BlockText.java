package org.mingzhang.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.Block;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

/**
 * Makes an extraction of a text, so that a fuzzer can change it: a line that begins with {@code |}
 * is a row of a table, its cells parted by {@code |} ({@code >} and {@code ^} go on with the cell
 * to the left or above); with {@code #} and a digit a heading the format declares; with {@code @} a
 * line with a place on its page; with {@code P} a whole paragraph; with {@code %} a new page;
 * anything else is a visual line.
 */
final class BlockText {
  private final List<Block> blocks = new ArrayList<>();
  private final List<String[]> rows = new ArrayList<>();
  private int page = 1;
  private int line;

  private BlockText() {}

  static Extraction extraction(String text, String name, String mediaType) {
    BlockText reader = new BlockText();
    text.lines().limit(400).forEach(reader::add);
    reader.endTable();
    SourceDocument source =
        new SourceDocument(name, "0".repeat(64), mediaType, text.length(), reader.page, null);
    return new Extraction(source, reader.blocks, Map.of("title", name), List.of());
  }

  private void add(String text) {
    if (text.startsWith("|")) {
      rows.add(text.substring(1).split("\\|", -1));
      return;
    }
    endTable();
    line++;
    if (text.startsWith("%")) {
      page++;
      line = 0;
    } else if (text.length() > 2 && text.charAt(0) == '#') {
      int level = Math.max(0, Math.min(9, text.charAt(1) - '0'));
      blocks.add(
          new TextBlock(
              page, text.substring(2), TextBlock.Kind.PARAGRAPH, level, level == 9, null));
    } else if (text.length() > 2 && text.charAt(0) == '@') {
      blocks.add(placed(text.charAt(1), text.substring(2)));
    } else if (text.startsWith("P")) {
      blocks.add(TextBlock.paragraph(page, text.substring(1)));
    } else if (!text.isBlank()) {
      blocks.add(TextBlock.line(page, text));
    }
  }

  private TextBlock placed(char place, String text) {
    float left = 50 + (place & 7) * 30;
    float top = 40 + line % 45 * 16;
    float size = (place & 8) == 0 ? 12 : 16;
    float right = Math.min(560, left + size * text.length());
    TextBlock.Layout layout =
        new TextBlock.Layout(left, top, right, top + size, size, (place & 16) != 0, 595, 842);
    return new TextBlock(page, text, TextBlock.Kind.LINE, 0, false, layout);
  }

  private void endTable() {
    if (rows.isEmpty()) {
      return;
    }
    int columns = Math.min(24, rows.stream().mapToInt(r -> r.length).max().orElse(1));
    TableBlock.Cell[][] owners = new TableBlock.Cell[rows.size()][columns];
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < columns; c++) {
        if (owners[r][c] == null) {
          TableBlock.Cell cell = cell(r, c, columns, owners);
          cells.add(cell);
        }
      }
    }
    blocks.add(new TableBlock(page, rows.size(), columns, cells));
    rows.clear();
  }

  private TableBlock.Cell cell(int row, int column, int columns, TableBlock.Cell[][] owners) {
    int width = 1;
    while (column + width < columns
        && at(row, column + width).equals(">")
        && owners[row][column + width] == null) {
      width++;
    }
    int height = 1;
    while (row + height < rows.size()
        && at(row + height, column).equals("^")
        && owners[row + height][column] == null
        && width == 1) {
      height++;
    }
    TableBlock.Cell cell =
        new TableBlock.Cell(row, column, height, width, at(row, column).replace("\\n", "\n"));
    for (int r = row; r < row + height; r++) {
      for (int c = column; c < column + width; c++) {
        owners[r][c] = cell;
      }
    }
    return cell;
  }

  private String at(int row, int column) {
    String[] cells = rows.get(row);
    return column < cells.length ? cells[column] : "";
  }
}
