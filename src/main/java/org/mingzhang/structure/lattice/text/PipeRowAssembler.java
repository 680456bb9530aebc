package org.mingzhang.structure.lattice.text;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.Chunk;

/**
 * Tries a number of columns on the cells of a table between pipes whose line breaks do not show its
 * rows: how well rows of that many cells fit, and the cells in such rows. How well they fit can
 * only be compared with the same measure of another number of columns. Confined to one thread.
 */
final class PipeRowAssembler {
  /** Minimum share of the runs of empty cells that must end a row. */
  static final double MIN_ROW_END_SHARE = 0.75;

  /** The least regularity of rows that are not padded. */
  private static final double MIN_REGULARITY = 0.9;

  /** The least regularity of rows whose own numbers show their number of columns. */
  private static final double MIN_NUMBERED_REGULARITY = 0.75;

  /** How much less regular the rows of a wrong number of columns are. */
  static final double MIN_REGULARITY_LEAD = 0.1;

  /** How much more regular the rows of a multiple of the number of columns may be. */
  static final double MAX_REGULARITY_DIFFERENCE = 0.05;

  /** A number, a rate or points, as a whole cell. */
  static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?[%％分]?");

  /** Minimum number of numbered rows. */
  private static final int MIN_NUMBERED_ROWS = 3;

  /** Maximum number of titles above the numbers of a column. */
  private static final int MAX_TITLES = 3;

  private final List<PipeCell> cells;
  private final int columns;

  PipeRowAssembler(List<PipeCell> cells, int columns) {
    this.cells = cells;
    this.columns = columns;
  }

  /** The share of the runs of empty cells that end where a row ends. */
  double rowEndShare() {
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

  /**
   * How clearly columns hold either numbers or words in rows of exactly this many cells: the
   * numbers in columns of numbers, as a share of all numbers and of the words below the first
   * number of these columns. 0 where a row begins within a line.
   */
  double regularity() {
    int[] numbers = new int[columns];
    int[] titles = new int[columns];
    int[] words = new int[columns];
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i).text();
      if (i > 0 && i % columns == 0 && cells.get(i).line() == cells.get(i - 1).line()) {
        return 0;
      }
      if (NUMBER.matcher(text).matches()) {
        numbers[i % columns]++;
      } else if (!text.isEmpty() && numbers[i % columns] == 0) {
        titles[i % columns]++;
      } else if (!text.isEmpty()) {
        words[i % columns]++;
      }
    }
    int fitting = 0;
    int all = 0;
    for (int c = 0; c < columns; c++) {
      boolean numeric = numbers[c] > words[c] + Math.max(0, titles[c] - MAX_TITLES);
      fitting += numeric ? numbers[c] : 0;
      all += numbers[c] + (numeric ? words[c] : 0);
    }
    return fitting == 0 ? 0 : (double) fitting / all;
  }

  /** Whether rows of this many cells are regular enough to be those of the table. */
  boolean isRegular() {
    return regularity() >= (isNumbered() ? MIN_NUMBERED_REGULARITY : MIN_REGULARITY);
  }

  /**
   * Whether the first cells of the rows below the first one are 1, 2, 3 and so on, perhaps behind
   * that of a total.
   */
  boolean isNumbered() {
    boolean total = columns < cells.size() && !cells.get(columns).text().equals("1");
    int next = 1;
    for (int i = total ? 2 * columns : columns; i < cells.size(); i += columns) {
      if (!cells.get(i).text().equals(Integer.toString(next))) {
        break;
      }
      next++;
    }
    return next > MIN_NUMBERED_ROWS;
  }

  /**
   * The cells as chunks.
   *
   * @param padded whether blank cells at the end of a row may be one too few
   */
  List<Chunk> chunks(boolean padded) {
    RowChunkCollector rows = new RowChunkCollector();
    int count = 0;
    for (int i = 0; i < cells.size(); i++) {
      PipeCell cell = cells.get(i);
      rows.addCell(cell.text(), cell.line(), cell.start());
      count++;
      if (count >= columns || (padded && endsEmptyRun(i) && count == columns - 1)) {
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
