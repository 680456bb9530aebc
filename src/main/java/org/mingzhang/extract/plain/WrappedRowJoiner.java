package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mingzhang.text.EastAsianWidth;

/**
 * Joins lines of cells into rows where cells are wrapped at the width of their columns and no rules
 * separate the rows. The lines of a cell follow each other, and all but the last are as wide as the
 * column. The rows are the fewest in which all cells are aligned in the same way: at the top, in
 * the middle or at the bottom of their rows. Confined to one thread and one table.
 */
final class WrappedRowJoiner {
  /** Minimum number of lines of cells that continue others for cells to be taken for wrapped. */
  private static final int MIN_CONTINUATIONS = 2;

  /**
   * Minimum number of lines that must continue the line above for a table to have wrapped cells.
   */
  private static final int MIN_JOINED_LINES = 2;

  /** Minimum width of a line of a wrapped cell, in half-width characters. */
  private static final int MIN_WRAP_WIDTH = 4;

  /** Unused half-width characters at the end of a wrapped line: a full-width one does not fit. */
  private static final int MAX_UNUSED_WIDTH = 1;

  private static final int MAX_LINES_OF_ROW = 12;

  private final List<List<String>> lines;

  /** The widest text of each column, by number of columns, in half-width characters. */
  private final Map<Integer, int[]> columnWidths = new HashMap<>();

  private WrappedRowJoiner(List<List<String>> lines) {
    this.lines = lines;
    for (List<String> line : lines) {
      int[] widths = columnWidths.computeIfAbsent(line.size(), int[]::new);
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], widthOf(line.get(c)));
      }
    }
  }

  /** The vertical alignment of cells that have fewer lines than their rows. */
  private enum Alignment {
    TOP,
    MIDDLE,
    BOTTOM;

    /** Number of empty lines above a cell in its row. */
    int emptyLinesAbove(int linesOfRow, int linesOfCell) {
      int empty = linesOfRow - linesOfCell;
      return switch (this) {
        case TOP -> 0;
        case MIDDLE -> empty / 2;
        case BOTTOM -> empty;
      };
    }
  }

  /**
   * The rows of a table; its lines as they are if too few seem to be continued. A single pair of
   * lines may be two rows of long texts.
   */
  static List<List<String>> join(List<List<String>> lines) {
    WrappedRowJoiner joiner = new WrappedRowJoiner(lines);
    List<List<String>> rows = lines;
    for (Alignment alignment : Alignment.values()) {
      List<List<String>> aligned = joiner.joinAligned(alignment);
      rows = aligned.size() < rows.size() ? aligned : rows;
    }
    return lines.size() - rows.size() < MIN_JOINED_LINES
            || filledCells(lines) - filledCells(rows) < MIN_CONTINUATIONS
        ? lines
        : rows;
  }

  private static long filledCells(List<List<String>> rows) {
    return rows.stream().flatMap(List::stream).filter(cell -> !cell.isEmpty()).count();
  }

  /** The fewest rows with this alignment. */
  private List<List<String>> joinAligned(Alignment alignment) {
    int[] rowCounts = new int[lines.size() + 1];
    int[] heights = new int[lines.size() + 1];
    for (int start = lines.size() - 1; start >= 0; start--) {
      rowCounts[start] = Integer.MAX_VALUE;
      int highest = findMaxHeight(start);
      for (int height = 1; height <= highest; height++) {
        if (rowCounts[start + height] < rowCounts[start] && isAligned(start, height, alignment)) {
          rowCounts[start] = rowCounts[start + height];
          heights[start] = height;
        }
      }
      rowCounts[start]++;
    }
    List<List<String>> rows = new ArrayList<>();
    for (int at = 0; at < lines.size(); at += heights[at]) {
      rows.add(joinColumns(lines.subList(at, at + heights[at])));
    }
    return rows;
  }

  /**
   * Maximum number of consecutive lines, from a given line on, whose cells may be parts of the
   * cells of one row.
   */
  private int findMaxHeight(int start) {
    int columns = lines.get(start).size();
    int last = Math.min(lines.size(), start + MAX_LINES_OF_ROW);
    int[] ends = new int[columns];
    for (int at = start; at < last; at++) {
      List<String> line = lines.get(at);
      if (line.size() != columns || (at > start && !mayBePartOfRow(line))) {
        return at - start;
      }
      for (int c = 0; c < columns; c++) {
        if (!line.get(c).isEmpty()) {
          if (ends[c] > 0 && (ends[c] < at || !continues(lines.get(at - 1).get(c), line, c))) {
            return at - start;
          }
          ends[c] = at + 1;
        }
      }
    }
    return last - start;
  }

  private static boolean mayBePartOfRow(List<String> line) {
    return line.size() > 1 && line.stream().anyMatch(cell -> !cell.isEmpty());
  }

  /** Whether a cell of a line continues the text above it, as no number or sentence does. */
  private boolean continues(String above, List<String> line, int column) {
    int width = columnWidths.getOrDefault(line.size(), new int[line.size()])[column];
    return widthOf(above) >= Math.max(MIN_WRAP_WIDTH, width - MAX_UNUSED_WIDTH)
        && !above.endsWith("。")
        && !TextTable.isNumber(above)
        && !TextTable.isNumber(line.get(column));
  }

  /**
   * Whether all cells of the lines have this alignment. One of several lines must have an empty
   * cell, since otherwise nothing shows that they are no rows of their own.
   */
  private boolean isAligned(int start, int height, Alignment alignment) {
    List<List<String>> row = lines.subList(start, start + height);
    return height == 1
        || (row.stream().anyMatch(line -> line.contains(""))
            && IntStream.range(0, row.getFirst().size())
                .allMatch(column -> isColumnAligned(row, column, alignment)));
  }

  private static boolean isColumnAligned(List<List<String>> row, int column, Alignment alignment) {
    int filled = (int) row.stream().filter(line -> !line.get(column).isEmpty()).count();
    int above = 0;
    while (filled > 0 && row.get(above).get(column).isEmpty()) {
      above++;
    }
    return filled == 0 || above == alignment.emptyLinesAbove(row.size(), filled);
  }

  /** The row of several lines: each column's texts one after the other. */
  static List<String> joinColumns(List<List<String>> lines) {
    return IntStream.range(0, lines.getFirst().size())
        .mapToObj(column -> lines.stream().map(line -> line.get(column)).toList())
        .map(cells -> String.join("", cells))
        .toList();
  }

  /** Width in a fixed-pitch font, in half-width characters. */
  private static int widthOf(String text) {
    return (int) Math.round(2 * EastAsianWidth.measure(text));
  }
}
