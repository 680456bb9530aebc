package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.structure.grid.CellText;

/**
 * Tests of how lines with vertical bars are laid out: as rows, as cells, with or without borders.
 */
final class PipeLines {
  static final Pattern PIPE = Pattern.compile("[|｜│┃║]");

  /**
   * A line that only draws a border: between bars, in characters for boxes, or a long stroke
   * without bars. A cell of two dashes is an amount that is nil.
   */
  static final Pattern BORDER_LINE =
      Pattern.compile(
          "[\\s|｜│┃║:+\\-=─━┌┐└┘├┤┬┴┼]*[-─━]{2,}[\\s|｜│┃║:+\\-=─━┌┐└┘├┤┬┴┼]*"
              + "|\\s*[-－—―─━=＝_]{6,}\\s*");

  private static final Pattern ENDS_WITH_BLANK_CELL =
      Pattern.compile("[^\\s|｜│┃║].*[|｜│┃║]\\s*[|｜│┃║]\\s*$");

  private static final Pattern PIPE_AND_TEXT =
      Pattern.compile("[|｜│┃║]\\s*[^\\s|｜│┃║]|[^\\s|｜│┃║]\\s*[|｜│┃║]");
  private static final Pattern FRAMED = Pattern.compile("\\s*[|｜│┃║].*[|｜│┃║]\\s*");

  /**
   * Minimum number of lines with several cells that must look alike to be read as rows of a table.
   */
  private static final int MIN_ROWS = 3;

  /** Minimum number of filled cells on a line that is read as a row. */
  private static final int MIN_ROW_CELLS = 3;

  /**
   * Rows count as beginning with a bar, or as ending with a blank cell, if at least one line in
   * this number does.
   */
  private static final int MAX_LINES_PER_MATCHING_LINE = 4;

  /** Minimum share of the lines that must agree, as in their number of bars, to be read as rows. */
  private static final double MIN_AGREEING_SHARE = 0.8;

  private PipeLines() {}

  /**
   * The smallest number of columns, at least 2, into which the filled cells of nearly every line
   * fit. There must be a line.
   */
  static int minColumnCount(List<String> lines) {
    List<Integer> filled = new ArrayList<>();
    for (String line : lines) {
      filled.add((int) Arrays.stream(PIPE.split(line, -1)).filter(part -> !part.isBlank()).count());
    }
    filled.sort(null);
    return Math.max(2, filled.get((int) (MIN_AGREEING_SHARE * (filled.size() - 1))));
  }

  /**
   * Whether the lines with enough cells for a row have bars only between their cells. True if
   * nearly all of these lines have as many bars as the line above or below and end with a cell, and
   * some begin with a cell. If merged cells are omitted, all these lines must begin and end with a
   * cell, and the last cell of nearly all must be a number.
   */
  static boolean areRowsWithInnerPipes(List<String> lines) {
    List<Integer> widths = new ArrayList<>();
    int ends = 0;
    int begins = 0;
    int rows = 0;
    int numbers = 0;
    for (String line : lines) {
      String[] parts = PIPE.split(line, -1);
      long filled = Arrays.stream(parts).filter(part -> !part.isBlank()).count();
      if (hasAtLeastThreePipes(parts) || filled == MIN_ROW_CELLS) {
        rows++;
        widths.add(parts.length);
        ends += parts[parts.length - 1].isBlank() ? 0 : 1;
        begins += parts[0].isBlank() ? 0 : 1;
        numbers +=
            PipeRowAssembler.NUMBER.matcher(parts[parts.length - 1].strip()).matches() ? 1 : 0;
      }
    }
    long regular =
        IntStream.range(0, rows).filter(row -> hasNeighbourOfSameWidth(widths, row)).count();
    boolean alike =
        begins > 0 && regular >= MIN_AGREEING_SHARE * rows && ends >= MIN_AGREEING_SHARE * rows;
    boolean moved = begins == rows && ends == rows && numbers >= MIN_AGREEING_SHARE * (rows - 1);
    return rows >= MIN_ROWS && (alike || moved);
  }

  /** Whether a row is as wide as the one above or below; a file may hold several tables. */
  private static boolean hasNeighbourOfSameWidth(List<Integer> widths, int row) {
    int width = widths.get(row);
    return (row > 0 && widths.get(row - 1) == width)
        || (row + 1 < widths.size() && widths.get(row + 1) == width);
  }

  /**
   * Whether each line with several filled cells is a row: there are at least {@link #MIN_ROWS},
   * they have equally many bars, and no line without bars is directly above one of them.
   */
  static boolean areRowsOfEqualWidth(List<String> lines) {
    Map<Integer, Integer> widths = new HashMap<>();
    int rows = 0;
    boolean plain = false;
    for (String line : lines) {
      String[] parts = PIPE.split(line, -1);
      long filled = Arrays.stream(parts).filter(part -> !part.isBlank()).count();
      if (BORDER_LINE.matcher(line).matches()) {
        continue;
      }
      if (filled > 1 && (plain || !hasAtLeastThreePipes(parts))) {
        return false;
      }
      plain = rows > 0 && parts.length == 1;
      rows += filled > 1 ? 1 : 0;
      widths.merge(parts.length, filled > 1 ? 1 : 0, Integer::sum);
    }
    int alike = widths.values().stream().mapToInt(n -> n).max().orElse(0);
    return rows >= MIN_ROWS && alike == rows;
  }

  /**
   * Whether each line with text is a row: from the first line with {@link #MIN_ROW_CELLS} filled
   * cells on, all lines with text have at least as many, or bars for as many, except notes. Empty
   * cells at their ends may be lines of their own.
   */
  static boolean areRowsBelowCaptions(List<String> lines) {
    int rows = 0;
    int others = 0;
    for (String line : lines) {
      String[] parts = PIPE.split(line, -1);
      long filled = Arrays.stream(parts).filter(part -> !part.isBlank()).count();
      rows += filled >= MIN_ROW_CELLS ? 1 : 0;
      boolean note = parts.length == 1 && NonRowLineFilter.isNote(line);
      boolean row = filled == 0 || filled >= MIN_ROW_CELLS || hasAtLeastThreePipes(parts);
      others += rows > 0 && !row && !note ? 1 : 0;
    }
    return rows >= MIN_ROWS && others == 0;
  }

  /** Whether no line has more than one filled cell. */
  static boolean areCellsOnLinesOfTheirOwn(List<String> lines) {
    return lines.stream()
        .allMatch(
            line ->
                Arrays.stream(PIPE.split(line, -1)).filter(part -> !part.isBlank()).count() < 2);
  }

  /** Whether at least one in {@link #MAX_LINES_PER_MATCHING_LINE} lines ends with a blank cell. */
  static boolean doManyLinesEndWithBlankCell(List<String> lines) {
    long padded = lines.stream().filter(line -> ENDS_WITH_BLANK_CELL.matcher(line).find()).count();
    return MAX_LINES_PER_MATCHING_LINE * padded >= lines.size();
  }

  /**
   * Whether rows begin with a bar. If not, a bar at the start of a line is the end of a blank cell.
   */
  static boolean doRowsBeginWithPipe(List<String> lines) {
    long closed = lines.stream().filter(line -> line.endsWith("|") && line.length() > 1).count();
    long begun =
        lines.stream()
            .filter(line -> PIPE.matcher(line).lookingAt() && line.length() > 1)
            .filter(line -> !isCellAfterPipe(line))
            .count();
    return begun > 0 && MAX_LINES_PER_MATCHING_LINE * begun >= closed;
  }

  /**
   * Whether nearly all lines with bars and text begin and end with a bar, so that a line of two
   * bars is one blank cell.
   */
  static boolean areLinesFramed(List<String> lines) {
    List<String> filled =
        lines.stream().filter(line -> PIPE_AND_TEXT.matcher(line).find()).toList();
    long framed = filled.stream().filter(line -> FRAMED.matcher(line).matches()).count();
    return framed >= MIN_AGREEING_SHARE * filled.size();
  }

  /** Whether a line has at least three bars, given the parts before, between and after them. */
  static boolean hasAtLeastThreePipes(String[] cells) {
    return cells.length > 3;
  }

  /** Whether a line consists of a bar and one cell after it. */
  static boolean isCellAfterPipe(String line) {
    return PIPE.matcher(line).lookingAt() && line.length() > 1 && PIPE.split(line, -1).length == 2;
  }

  /**
   * The lines, with the text of the cell above in place of each cell that only repeats it (〃, 同上).
   * Both lines must have equally many bars.
   */
  static List<String> fillRepeatedCells(List<String> lines) {
    List<String> filled = new ArrayList<>();
    String[] above = {};
    for (String line : lines) {
      String[] cells = PIPE.split(line, -1);
      boolean repeats = false;
      for (int c = 0; c < cells.length && cells.length == above.length; c++) {
        if (CellText.isDitto(cells[c].strip())) {
          cells[c] = above[c];
          repeats = true;
        }
      }
      filled.add(repeats ? String.join("|", cells) : line);
      above = BORDER_LINE.matcher(line).matches() ? above : cells;
    }
    return filled;
  }

  /** Whether a line is a vertical bar and nothing else. */
  static boolean isLoneBar(String line) {
    return PIPE.matcher(line.strip()).matches();
  }

  /** Whether a line contains a vertical bar: ASCII, full-width or box-drawing. */
  static boolean hasPipe(String line) {
    return PIPE.matcher(line).find();
  }
}
