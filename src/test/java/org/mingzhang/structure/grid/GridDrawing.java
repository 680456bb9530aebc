package org.mingzhang.structure.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.Topic;

/**
 * Grids drawn as text, for tests: one row per line, cells between {@code |}. {@code <} continues
 * the cell to the left, {@code ^} the cell above; {@code ⏎} is a line break in a cell.
 */
public final class GridDrawing {
  private GridDrawing() {}

  /** The drawn grid. */
  public static TableBlock block(int page, String drawing) {
    List<List<String>> rows =
        drawing
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
            .toList();
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < rows.get(r).size(); c++) {
        String text = rows.get(r).get(c);
        if (text.equals("<") || text.equals("^")) {
          continue;
        }
        int width = 1;
        while (cellText(rows, r, c + width).equals("<")) {
          width++;
        }
        int height = 1;
        while (cellText(rows, r + height, c).equals("^")) {
          height++;
        }
        cells.add(new TableBlock.Cell(r, c, height, width, text.replace('⏎', '\n')));
      }
    }
    return new TableBlock(page, rows.size(), columns, cells);
  }

  private static String cellText(List<List<String>> rows, int row, int column) {
    return row < rows.size() && column < rows.get(row).size() ? rows.get(row).get(column) : "";
  }

  /** A drawn grid as part of a section. */
  public static Section.TablePart part(int page, String drawing) {
    return new Section.TablePart(page, -1, block(page, drawing));
  }

  /** A section with such a body. */
  public static Section section(String title, Section.Part... body) {
    return new Section("2.1", "", title, 2, Topic.ACCOUNT_TABLE, 1, false, false, List.of(body));
  }
}
