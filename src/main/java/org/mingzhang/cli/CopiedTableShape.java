package org.mingzhang.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

/**
 * The shapes in which tables arrive when a page is copied as text. The training run reads the
 * samples in each of them, since restoring such tables uses classes that no other format needs.
 */
enum CopiedTableShape {
  /** Each cell on a line of its own; empty cells are lost. */
  CELL_PER_LINE {
    @Override
    String write(List<String> row, List<Integer> widths) {
      return row.stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining("\n"));
    }
  },
  /** Cells separated by a space; empty cells are lost. */
  SPACED {
    @Override
    String write(List<String> row, List<Integer> widths) {
      return row.stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" "));
    }
  },
  /** Cells separated by vertical bars. */
  BARRED {
    @Override
    String write(List<String> row, List<Integer> widths) {
      return String.join(" | ", row);
    }
  },
  /** Cells padded by spaces to columns of fixed pitch. */
  ALIGNED {
    @Override
    String write(List<String> row, List<Integer> widths) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String cell = row.get(i);
        line.append(cell).append(" ".repeat(widths.get(i) - halfWidths(cell) + COLUMN_GAP));
      }
      return line.toString().stripTrailing();
    }
  };

  /** Spaces between two columns. */
  private static final int COLUMN_GAP = 2;

  /**
   * A row as text.
   *
   * @param row the texts of its cells, one for each column
   * @param widths width of each column in half-width characters
   */
  abstract String write(List<String> row, List<Integer> widths);

  /** The text of a document with its tables in this shape; blocks end with a line break. */
  String write(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    for (Block block : blocks) {
      switch (block) {
        case TextBlock paragraph -> text.append(paragraph.text()).append('\n');
        case TableBlock table -> {
          List<List<String>> rows = withoutLineBreaks(table.grid());
          List<Integer> widths = columnWidths(rows);
          rows.forEach(row -> text.append(write(row, widths)).append('\n'));
        }
      }
    }
    return text.toString();
  }

  private static List<List<String>> withoutLineBreaks(List<List<String>> grid) {
    return grid.stream()
        .map(row -> row.stream().map(cell -> cell.replace("\n", "")).toList())
        .toList();
  }

  private static List<Integer> columnWidths(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < rows.getFirst().size(); column++) {
      int at = column;
      widths.add(rows.stream().mapToInt(row -> halfWidths(row.get(at))).max().orElse(0));
    }
    return widths;
  }

  /** Width in half-width characters; all characters but those of ASCII are full-width. */
  private static int halfWidths(String text) {
    return text.chars().map(c -> c < 0x80 ? 1 : 2).sum();
  }
}
