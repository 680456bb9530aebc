package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Layout;
import org.mingzhang.structure.lattice.Separator;

/**
 * Reads lines whose cells are parted by upright bars, a row a line or a cell a line. Programs that
 * copy pages write a bar behind each cell, leave empty cells out and fill the row up with bars at
 * its end, so that the number of cells and bars tells where rows end.
 */
final class BarChunks {
  private static final Pattern BAR = Pattern.compile("[|｜│┃]");
  private static final Pattern BORDER =
      Pattern.compile("[\\s|｜│┃:+\\-=─━┌┐└┘├┤┬┴┼]*-{2,}[\\s|｜│┃:+\\-=─━┌┐└┘├┤┬┴┼]*");
  private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?[%％分]?");
  private static final int MOST_COLUMNS = 40;
  private static final int LONGEST_WRAP = 80;

  /** Rows from which lines of as many bars are a table with bars between its cells. */
  private static final int FEWEST_ROWS = 3;

  /** Share of the lines that must be alike. */
  private static final double ALIKE = 0.8;

  /** A cell, or an empty one. */
  private record Cell(String text, int line, int start) {}

  private BarChunks() {}

  /** Whether a line has a bar. */
  static boolean bars(String line) {
    return BAR.matcher(line).find();
  }

  /** Whether a line without bar stands inside of a cell: another with bars follows. */
  static boolean wrapped(List<String> lines, int at) {
    boolean barred = at + 1 < lines.size() && bars(lines.get(at + 1));
    boolean next = at + 2 < lines.size() && bars(lines.get(at + 2));
    return lines.get(at).length() <= LONGEST_WRAP && (barred || next);
  }

  /** The chunks of lines; the first has the number {@code firstLine}. */
  static LineGroup of(List<String> lines, int firstLine) {
    if (partRows(lines)) {
      return LineGroup.of(rows(lines, firstLine), Layout.BARRED);
    }
    List<Cell> cells = cells(lines, firstLine);
    int best = 0;
    double hits = 0;
    for (int columns = fewestColumns(lines); columns <= MOST_COLUMNS; columns++) {
      double share = new RowCount(cells, columns).hits();
      if (share >= hits) {
        hits = share;
        best = columns;
      }
    }
    return LineGroup.of(
        hits >= RowCount.SURE ? new RowCount(cells, best).chunks() : unmarked(cells),
        Layout.BARRED);
  }

  /** So many columns that nearly no line holds more cells than a row has. */
  private static int fewestColumns(List<String> lines) {
    List<Integer> filled = new ArrayList<>();
    for (String line : lines) {
      filled.add((int) Arrays.stream(BAR.split(line, -1)).filter(part -> !part.isBlank()).count());
    }
    filled.sort(null);
    return Math.max(2, filled.get((int) (ALIKE * (filled.size() - 1))));
  }

  /**
   * Whether bars stand between cells only, a row a line: lines of as many bars, most of which end
   * with a cell and some of which begin with one; or, where merged cells are left out, lines that
   * all begin and end with a cell, most of them with a number.
   */
  private static boolean partRows(List<String> lines) {
    Map<Integer, Integer> widths = new HashMap<>();
    int ends = 0;
    int begins = 0;
    int rows = 0;
    int numbers = 0;
    for (String line : lines) {
      String[] parts = BAR.split(line, -1);
      if (rowALine(parts)) {
        rows++;
        widths.merge(parts.length, 1, Integer::sum);
        ends += parts[parts.length - 1].isBlank() ? 0 : 1;
        begins += parts[0].isBlank() ? 0 : 1;
        numbers += NUMBER.matcher(parts[parts.length - 1].strip()).matches() ? 1 : 0;
      }
    }
    int most = widths.values().stream().mapToInt(n -> n).max().orElse(0);
    boolean alike = begins > 0 && most >= ALIKE * rows && ends >= ALIKE * rows;
    boolean moved = begins == rows && ends == rows && numbers >= ALIKE * (rows - 1);
    return rows >= FEWEST_ROWS && (alike || moved);
  }

  private static List<Chunk> rows(List<String> lines, int firstLine) {
    RowChunks rows = new RowChunks();
    for (int i = 0; i < lines.size(); i++) {
      if (BORDER.matcher(lines.get(i)).matches()) {
        continue;
      }
      int start = 0;
      for (String part : BAR.split(lines.get(i), -1)) {
        rows.addCell(part.strip(), firstLine + i, start);
        start += part.length() + 1;
      }
      rows.endRow();
    }
    return rows.chunks();
  }

  private static List<Cell> cells(List<String> lines, int firstLine) {
    List<Cell> cells = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    int openLine = firstLine;
    int openStart = 0;
    boolean begun = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (BORDER.matcher(line).matches()) {
        continue;
      }
      String[] parts = BAR.split(line, -1);
      boolean leading = parts.length > 1 && parts[0].isBlank() && open.isEmpty();
      int start = 0;
      for (int p = 0; p < parts.length; p++) {
        String part = parts[p].strip();
        boolean last = p == parts.length - 1;
        boolean outer = p == 0 && leading && (begun || rowALine(parts)) && filled(parts);
        if (open.isEmpty()) {
          openLine = firstLine + i;
          openStart = start;
        }
        open.append(part);
        if (!last && !outer) {
          cells.add(new Cell(open.toString(), openLine, openStart));
          open.setLength(0);
        }
        start += parts[p].length() + 1;
      }
      begun = true;
    }
    if (!open.isEmpty()) {
      cells.add(new Cell(open.toString(), openLine, openStart));
    }
    return cells;
  }

  private static boolean rowALine(String[] parts) {
    return parts.length > 3;
  }

  private static boolean filled(String[] parts) {
    return !Arrays.stream(parts).allMatch(String::isBlank);
  }

  private static List<Chunk> unmarked(List<Cell> cells) {
    List<Chunk> chunks = new ArrayList<>();
    int empties = 0;
    for (Cell cell : cells) {
      if (cell.text().isEmpty()) {
        empties++;
      } else {
        chunks.add(new Chunk(cell.text(), Separator.BAR, empties, cell.line(), cell.start()));
        empties = 0;
      }
    }
    return chunks;
  }

  /** Rows of a number of cells, counted from the first. */
  private static final class RowCount {
    /** So many of the runs of empty cells must end a row or stand inside of one. */
    static final double SURE = 0.75;

    private final List<Cell> cells;
    private final int columns;

    RowCount(List<Cell> cells, int columns) {
      this.cells = cells;
      this.columns = columns;
    }

    /** Share of the runs of empty cells that end where a row ends. */
    double hits() {
      int count = 0;
      int runs = 0;
      double landed = 0;
      boolean any = false;
      for (int i = 0; i < cells.size(); i++) {
        count++;
        if (endsEmptyRun(i)) {
          runs++;
          boolean lands = count == columns;
          landed += lands ? 1 : count == columns - 1 ? 0.4 : 0;
          any |= lands;
          if (count >= columns - 1) {
            count = 0;
          }
        } else if (count == columns) {
          count = 0;
        }
      }
      boolean whole = cells.size() >= 2 * columns && count == 0;
      return runs == 0 ? 0 : any ? landed / runs + (whole ? 0.01 : 0) : 0;
    }

    List<Chunk> chunks() {
      RowChunks rows = new RowChunks();
      int count = 0;
      for (int i = 0; i < cells.size(); i++) {
        Cell cell = cells.get(i);
        rows.addCell(cell.text(), cell.line(), cell.start());
        count++;
        if (count >= columns || (endsEmptyRun(i) && count == columns - 1)) {
          count = 0;
          rows.endRow();
        }
      }
      return rows.chunks();
    }

    /** Whether a cell is empty and the next one is not. */
    private boolean endsEmptyRun(int cell) {
      return cells.get(cell).text().isEmpty()
          && (cell + 1 == cells.size() || !cells.get(cell + 1).text().isEmpty());
    }
  }
}
