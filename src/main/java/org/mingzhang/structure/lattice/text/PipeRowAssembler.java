package org.mingzhang.structure.lattice.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.Chunk;

/**
 * Assembles the cells of a table between bars into rows with a given number of columns, for tables
 * whose line breaks do not show the rows, and measures how well they fit. The measures are only
 * useful for comparing numbers of columns. Confined to one thread.
 */
final class PipeRowAssembler {
  /** Minimum share of the runs of empty cells that must end a row. */
  static final double MIN_ROW_END_SHARE = 0.75;

  /** Minimum {@link #columnTypeConsistency} of rows without padding. */
  private static final double MIN_CONSISTENCY = 0.9;

  /**
   * Minimum {@link #columnTypeConsistency} of numbered rows, whose numbers confirm the number of
   * columns.
   */
  private static final double MIN_NUMBERED_CONSISTENCY = 0.75;

  /**
   * Minimum difference in {@link #columnTypeConsistency} between the right number of columns and a
   * wrong one.
   */
  static final double MIN_CONSISTENCY_LEAD = 0.1;

  /**
   * Maximum difference in {@link #columnTypeConsistency} at which a smaller number of columns is
   * preferred to its multiple.
   */
  static final double MAX_CONSISTENCY_DIFFERENCE = 0.05;

  /** A cell that consists of a number, a rate or points. */
  static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?[%％分]?");

  /** Minimum number of rows numbered 1, 2, 3 for the numbering to confirm a number of columns. */
  private static final int MIN_NUMBERED_ROWS = 3;

  /** Minimum number of columns of a table whose rows are recognized by their numbers. */
  private static final int MIN_COLUMNS = 3;

  private static final String ORDINAL_TITLE = "序号";

  /**
   * Maximum number of titles per column that do not count against its being a column of numbers.
   */
  private static final int MAX_TITLES = 3;

  private final List<PipeCell> cells;
  private final int columnCount;

  PipeRowAssembler(List<PipeCell> cells, int columnCount) {
    this.cells = cells;
    this.columnCount = columnCount;
  }

  /**
   * The rows below a header that begins with the title of row numbers, if cells at equal distances
   * are 1, 2, 3 and so on, so that a row has as many cells. A row with numbers above the first
   * numbered one, such as a total, is one of the rows. Null if the rows are not numbered, or if
   * several numbers of cells per row are possible.
   */
  static @Nullable PipeRowAssembler findNumberedRows(List<PipeCell> cells) {
    int title = 0;
    while (title < cells.size() && !cells.get(title).text().equals(ORDINAL_TITLE)) {
      title++;
    }
    PipeRowAssembler found = null;
    for (int at = title + MIN_COLUMNS; at < cells.size(); at++) {
      if (!cells.get(at).text().equals("1")) {
        continue;
      }
      for (int columns = MIN_COLUMNS; at + 2 * columns < cells.size(); columns++) {
        if (countNumberedRows(cells, at, columns) >= MIN_NUMBERED_ROWS) {
          if (found != null) {
            return null;
          }
          int from = at;
          while (from - 2 * columns >= title
              && cells.subList(from - columns, from).stream()
                  .anyMatch(cell -> NUMBER.matcher(cell.text()).matches())) {
            from -= columns;
          }
          found = new PipeRowAssembler(cells.subList(from, cells.size()), columns);
        }
      }
    }
    return found;
  }

  /** The number of evenly spaced cells that are 1, 2, 3 and so on, plus 1 with a total below. */
  private static int countNumberedRows(List<PipeCell> cells, int from, int columnCount) {
    int count = 0;
    int at = from;
    while (at < cells.size() && cells.get(at).text().equals(Integer.toString(count + 1))) {
      count++;
      at += columnCount;
    }
    boolean total = at < cells.size() && HeaderTreeFinder.isTotal(cells.get(at).text());
    return total ? count + 1 : count;
  }

  int cellCount() {
    return cells.size();
  }

  /**
   * The share of the runs of empty cells whose end is the end of a row. A run that ends one cell
   * early counts in part, and a complete last row adds a little, so the value may exceed 1; it is 0
   * if no run ends a row.
   */
  double rowEndShare() {
    int count = 0;
    int runs = 0;
    double landed = 0;
    boolean any = false;
    for (int i = 0; i < cells.size(); i++) {
      count++;
      if (endsEmptyRun(i)) {
        runs++;
        boolean lands = count == columnCount;
        landed += lands ? 1 : count == columnCount - 1 ? 0.4 : 0;
        any |= lands;
        if (count >= columnCount - 1) {
          count = 0;
        }
      } else if (count == columnCount) {
        count = 0;
      }
    }
    boolean whole = cells.size() >= 2 * columnCount && count == 0;
    return runs == 0 ? 0 : any ? landed / runs + (whole ? 0.01 : 0) : 0;
  }

  /**
   * How clearly each column contains either numbers or words if rows have exactly this number of
   * cells: the numbers in columns of numbers, as a share of all numbers plus the words below the
   * first number of these columns. 0 if a row begins within a line or there is no column of
   * numbers.
   */
  double columnTypeConsistency() {
    int[] numbers = new int[columnCount];
    int[] titles = new int[columnCount];
    int[] words = new int[columnCount];
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i).text();
      if (i > 0 && i % columnCount == 0 && cells.get(i).line() == cells.get(i - 1).line()) {
        return 0;
      }
      if (NUMBER.matcher(text).matches()) {
        numbers[i % columnCount]++;
      } else if (!text.isEmpty() && numbers[i % columnCount] == 0) {
        titles[i % columnCount]++;
      } else if (!text.isEmpty()) {
        words[i % columnCount]++;
      }
    }
    int fitting = 0;
    int all = 0;
    for (int c = 0; c < columnCount; c++) {
      boolean numeric = numbers[c] > words[c] + Math.max(0, titles[c] - MAX_TITLES);
      fitting += numeric ? numbers[c] : 0;
      all += numbers[c] + (numeric ? words[c] : 0);
    }
    return fitting == 0 ? 0 : (double) fitting / all;
  }

  /** Whether {@link #columnTypeConsistency} is high enough to accept these rows. */
  boolean areRowsConsistentEnough() {
    return columnTypeConsistency()
        >= (areRowsNumbered() ? MIN_NUMBERED_CONSISTENCY : MIN_CONSISTENCY);
  }

  /** Whether no cell is missing in the last row. */
  boolean isLastRowComplete() {
    return cells.size() % columnCount == 0;
  }

  /**
   * Whether the first cells of at least {@link #MIN_NUMBERED_ROWS} rows below the first row are 1,
   * 2, 3 and so on. The first row below the header is skipped if it does not begin with 1, since it
   * may be a total.
   */
  boolean areRowsNumbered() {
    boolean total = columnCount < cells.size() && !cells.get(columnCount).text().equals("1");
    int next = 1;
    for (int i = total ? 2 * columnCount : columnCount; i < cells.size(); i += columnCount) {
      if (!cells.get(i).text().equals(Integer.toString(next))) {
        break;
      }
      next++;
    }
    return next > MIN_NUMBERED_ROWS;
  }

  /**
   * Index of the first cell of the first row below a header whose merged cells were copied once, so
   * that its titles do not fill whole rows: the columns of amounts are the last of a row, and there
   * are more titles than columns. 0 if the rows begin with the first cell, or if several columns
   * follow one of amounts.
   */
  int indexOfFirstRowCell() {
    List<Integer> starts =
        IntStream.range(0, columnCount)
            .filter(c -> !isAmountColumn(c) && isAmountColumn((c + columnCount - 1) % columnCount))
            .boxed()
            .toList();
    int number = 0;
    while (number < cells.size() && !NUMBER.matcher(cells.get(number).text()).matches()) {
      number++;
    }
    if (starts.size() != 1 || starts.getFirst() == 0 || number < starts.getFirst()) {
      return 0;
    }
    int start = number - (number - starts.getFirst()) % columnCount;
    boolean titled = cells.subList(0, start).stream().noneMatch(cell -> cell.text().isEmpty());
    return titled && start > columnCount ? start : 0;
  }

  /** Whether most of the numbers of a column have decimals. */
  private boolean isAmountColumn(int column) {
    int amounts = 0;
    int others = 0;
    for (int i = column; i < cells.size(); i += columnCount) {
      String text = cells.get(i).text();
      boolean number = NUMBER.matcher(text).matches();
      amounts += number && text.indexOf('.') >= 0 ? 1 : 0;
      others += number && text.indexOf('.') < 0 ? 1 : 0;
    }
    return amounts > others;
  }

  /** The assembler of the cells from an index on. */
  PipeRowAssembler startingAt(int from) {
    return new PipeRowAssembler(cells.subList(from, cells.size()), columnCount);
  }

  /**
   * Converts the cells to chunks.
   *
   * @param mayLackLastBlank whether a row may lack one of the blank cells at its end
   */
  List<Chunk> toChunks(boolean mayLackLastBlank) {
    RowChunkCollector rows = new RowChunkCollector();
    int count = 0;
    for (int i = 0; i < cells.size(); i++) {
      PipeCell cell = cells.get(i);
      rows.addCell(cell.text(), cell.line(), cell.start());
      count++;
      if (count >= columnCount
          || (mayLackLastBlank
              && count == columnCount - 1
              && (endsEmptyRun(i) || isAboveLineOfWholeRow(i)))) {
        count = 0;
        rows.endRow();
      }
    }
    return rows.chunks();
  }

  /** Whether a cell is the last on its line and the next line has the cells of one row. */
  private boolean isAboveLineOfWholeRow(int cellIndex) {
    int next = cellIndex + 1;
    int end = next + columnCount;
    return end < cells.size()
        && cells.get(next).line() > cells.get(cellIndex).line()
        && cells.get(end - 1).line() == cells.get(next).line()
        && cells.get(end).line() > cells.get(next).line();
  }

  /** Whether a cell ends a run of empty cells; it may be the last cell of the table. */
  private boolean endsEmptyRun(int cellIndex) {
    return cells.get(cellIndex).text().isEmpty()
        && (cellIndex + 1 == cells.size() || !cells.get(cellIndex + 1).text().isEmpty());
  }
}
