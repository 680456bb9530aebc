package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.CopyLayout;
import org.mingzhang.structure.lattice.Separator;

/**
 * Reads lines whose cells are separated by vertical bars, with one row or one cell per line.
 * Programs that copy pages often write a bar after each cell, omit empty cells and pad the row with
 * bars at its end; the number of cells per row is then found by trying all. Rows that are not
 * padded are told by columns of numbers and columns of words.
 */
final class BarChunkReader {
  private static final Pattern BAR = Pattern.compile("[|｜│┃]");
  private static final Pattern BORDER =
      Pattern.compile("[\\s|｜│┃:+\\-=─━┌┐└┘├┤┬┴┼]*-{2,}[\\s|｜│┃:+\\-=─━┌┐└┘├┤┬┴┼]*");
  private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?[%％分]?");
  private static final Pattern PADDED = Pattern.compile("[^\\s|｜│┃].*[|｜│┃]\\s*[|｜│┃]\\s*$");

  /** A caption, or the unit of a table's amounts. */
  private static final Pattern CAPTION =
      Pattern.compile(".{4,60}表(?:[（(].{1,20}[）)])?|.{0,40}单位[:：].{0,12}元.{0,4}");

  private static final int MAX_CAPTION_CELLS = 60;
  private static final int MAX_COLUMNS = 40;
  private static final int MAX_WRAPPED_LENGTH = 80;

  /** Minimum number of lines with equally many bars that are taken as rows. */
  private static final int MIN_ROWS = 3;

  /**
   * Minimum number of columns for which the number of columns can be derived from the contents of
   * the cells.
   */
  private static final int MIN_COLUMNS = 2;

  private static final int MIN_REGULAR_ROWS = 5;

  /** Minimum number of filled cells on each line that is taken as a row of its own. */
  private static final int MIN_ROW_CELLS = 3;

  /** A share of one line in so many, which suffices to show how rows begin or end. */
  private static final int OPEN_LINES = 4;

  /** Minimum share of the lines that must have equally many bars for lines to be read as rows. */
  private static final double MIN_AGREEING_SHARE = 0.8;

  /** A cell, possibly empty. */
  private record BarredCell(String text, int line, int start) {}

  private BarChunkReader() {}

  /** Whether a line contains a bar. */
  static boolean hasBar(String line) {
    return BAR.matcher(line).find();
  }

  /** Whether a line without bars lies inside a wrapped cell: one of the next two lines has bars. */
  static boolean isInsideWrappedCell(List<String> lines, int at) {
    boolean barred = at + 1 < lines.size() && hasBar(lines.get(at + 1));
    boolean next = at + 2 < lines.size() && hasBar(lines.get(at + 2));
    return lines.get(at).length() <= MAX_WRAPPED_LENGTH && (barred || next);
  }

  /** The chunks of lines; the first line has the index {@code firstLine}. */
  static ChunkSequence split(List<String> lines, int firstLine) {
    List<Chunk> broken = BrokenRowJoiner.split(lines, firstLine);
    if (broken != null) {
      return ChunkSequence.create(broken, CopyLayout.BARRED);
    }
    if (areRowsWithInnerBars(lines)) {
      return ChunkSequence.create(splitRows(lines, firstLine), CopyLayout.BARRED);
    }
    if (areRowsBelowCaptions(lines)) {
      return ChunkSequence.create(splitRows(lines, firstLine), CopyLayout.BARRED);
    }
    List<BarredCell> cells = splitCells(lines, firstLine);
    int head = endOfCaption(cells);
    List<BarredCell> stack = cells.subList(head, cells.size());
    RowAssembler regular = findMostRegular(stack);
    boolean captioned =
        head > 0
            && !arePadded(lines)
            && hasEmptyCells(stack)
            && regular.regularity() >= RowAssembler.MIN_REGULARITY;
    List<Chunk> chunks =
        new ArrayList<>(captioned ? chunksWithoutRows(cells.subList(0, head)) : List.of());
    chunks.addAll(captioned ? regular.chunks(false) : splitIntoRows(cells, lines));
    return ChunkSequence.create(chunks, CopyLayout.BARRED);
  }

  /** The chunks of lines whose rows are not told from the bars. */
  static ChunkSequence splitWithoutRows(List<String> lines, int firstLine) {
    return ChunkSequence.create(chunksWithoutRows(splitCells(lines, firstLine)), CopyLayout.BARRED);
  }

  private static boolean hasEmptyCells(List<BarredCell> cells) {
    return cells.stream().anyMatch(cell -> cell.text().isEmpty());
  }

  /**
   * Index after the caption and the unit of a table with one cell per line, and after the empty
   * cells that fill their rows up, which are often too many or too few; 0 if it has none.
   */
  private static int endOfCaption(List<BarredCell> cells) {
    int end = 0;
    for (int i = 0; i < Math.min(MAX_CAPTION_CELLS, cells.size()); i++) {
      end = CAPTION.matcher(cells.get(i).text()).matches() ? i + 1 : end;
    }
    while (end > 0 && end < cells.size() && cells.get(end).text().isEmpty()) {
      end++;
    }
    return end;
  }

  private static List<Chunk> splitIntoRows(List<BarredCell> cells, List<String> lines) {
    int best = 0;
    double hits = 0;
    for (int columns = minColumnCount(lines); columns <= MAX_COLUMNS; columns++) {
      double share = new RowAssembler(cells, columns).hitRate();
      if (share >= hits) {
        hits = share;
        best = columns;
      }
    }
    RowAssembler regular = findMostRegular(cells);
    RowAssembler padded = new RowAssembler(cells, best);
    boolean whole =
        regular.regularity() >= RowAssembler.MIN_REGULARITY
            && !arePadded(lines)
            && hasEmptyCells(cells)
            && (hits < RowAssembler.MIN_ROW_END_SHARE
                || padded.regularity() < regular.regularity() - RowAssembler.MIN_REGULARITY_LEAD);
    return whole
        ? regular.chunks(false)
        : hits >= RowAssembler.MIN_ROW_END_SHARE ? padded.chunks(true) : chunksWithoutRows(cells);
  }

  /**
   * The least number of columns of which each clearly holds either numbers or words; a multiple of
   * it if its rows are numbered.
   */
  private static RowAssembler findMostRegular(List<BarredCell> cells) {
    RowAssembler best = new RowAssembler(cells, MIN_COLUMNS);
    for (int columns = MIN_COLUMNS;
        columns <= MAX_COLUMNS && columns * MIN_REGULAR_ROWS < cells.size();
        columns++) {
      RowAssembler count = new RowAssembler(cells, columns);
      if (count.isNumbered() && count.regularity() >= best.regularity()) {
        return count;
      }
      best = count.regularity() > best.regularity() + RowAssembler.AS_REGULAR ? count : best;
    }
    return best;
  }

  /** The smallest number of columns that nearly all lines fit into. */
  private static int minColumnCount(List<String> lines) {
    List<Integer> filled = new ArrayList<>();
    for (String line : lines) {
      filled.add((int) Arrays.stream(BAR.split(line, -1)).filter(part -> !part.isBlank()).count());
    }
    filled.sort(null);
    return Math.max(2, filled.get((int) (MIN_AGREEING_SHARE * (filled.size() - 1))));
  }

  /**
   * Whether each line is a row with bars between its cells only. That holds if lines have equally
   * many bars, most end with a cell and some begin with one; or, where merged cells are omitted, if
   * all begin and end with a cell, mostly a number.
   */
  private static boolean areRowsWithInnerBars(List<String> lines) {
    Map<Integer, Integer> widths = new HashMap<>();
    int ends = 0;
    int begins = 0;
    int rows = 0;
    int numbers = 0;
    for (String line : lines) {
      String[] parts = BAR.split(line, -1);
      if (isWholeRow(parts)) {
        rows++;
        widths.merge(parts.length, 1, Integer::sum);
        ends += parts[parts.length - 1].isBlank() ? 0 : 1;
        begins += parts[0].isBlank() ? 0 : 1;
        numbers += NUMBER.matcher(parts[parts.length - 1].strip()).matches() ? 1 : 0;
      }
    }
    int limit = widths.values().stream().mapToInt(n -> n).max().orElse(0);
    boolean alike =
        begins > 0 && limit >= MIN_AGREEING_SHARE * rows && ends >= MIN_AGREEING_SHARE * rows;
    boolean moved = begins == rows && ends == rows && numbers >= MIN_AGREEING_SHARE * (rows - 1);
    return rows >= MIN_ROWS && (alike || moved);
  }

  /**
   * Whether each line with words is a row, because from the first one with several cells on all
   * have as many; the empty cells at their ends may be lines of their own.
   */
  private static boolean areRowsBelowCaptions(List<String> lines) {
    int rows = 0;
    int others = 0;
    for (String line : lines) {
      long filled = Arrays.stream(BAR.split(line)).filter(part -> !part.isBlank()).count();
      rows += filled >= MIN_ROW_CELLS ? 1 : 0;
      others += rows > 0 && filled > 0 && filled < MIN_ROW_CELLS ? 1 : 0;
    }
    return rows >= MIN_ROWS && others == 0;
  }

  private static List<Chunk> splitRows(List<String> lines, int firstLine) {
    RowChunkCollector rows = new RowChunkCollector();
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

  private static List<BarredCell> splitCells(List<String> lines, int firstLine) {
    List<BarredCell> cells = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    int openLine = firstLine;
    int openStart = 0;
    boolean begun = false;
    boolean bordered = areBordered(lines);
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
        boolean whole = begun || isWholeRow(parts);
        boolean outer = p == 0 && leading && bordered && whole && hasText(parts);
        if (open.isEmpty()) {
          openLine = firstLine + i;
          openStart = start;
        }
        open.append(part);
        if (!last && !outer) {
          cells.add(new BarredCell(open.toString(), openLine, openStart));
          open.setLength(0);
        }
        start += parts[p].length() + 1;
      }
      begun = true;
    }
    if (!open.isEmpty()) {
      cells.add(new BarredCell(open.toString(), openLine, openStart));
    }
    return cells;
  }

  /** Whether many lines end with a blank cell. */
  private static boolean arePadded(List<String> lines) {
    long padded = lines.stream().filter(line -> PADDED.matcher(line).find()).count();
    return OPEN_LINES * padded >= lines.size();
  }

  /** Whether bars begin the rows; otherwise a bar at the start of a line ends a blank cell. */
  private static boolean areBordered(List<String> lines) {
    long closed = lines.stream().filter(line -> line.endsWith("|") && line.length() > 1).count();
    long begun =
        lines.stream().filter(line -> BAR.matcher(line).lookingAt() && line.length() > 1).count();
    return OPEN_LINES * begun >= closed;
  }

  private static boolean isWholeRow(String[] parts) {
    return parts.length > 3;
  }

  private static boolean hasText(String[] parts) {
    return !Arrays.stream(parts).allMatch(String::isBlank);
  }

  private static List<Chunk> chunksWithoutRows(List<BarredCell> cells) {
    List<Chunk> chunks = new ArrayList<>();
    int empties = 0;
    for (BarredCell cell : cells) {
      if (cell.text().isEmpty()) {
        empties++;
      } else {
        chunks.add(new Chunk(cell.text(), Separator.BAR, empties, cell.line(), cell.start()));
        empties = 0;
      }
    }
    return chunks;
  }

  /** Groups cells into rows of a fixed number of cells. Confined to one thread. */
  private static final class RowAssembler {
    /** Minimum share of the runs of empty cells that must end a row. */
    static final double MIN_ROW_END_SHARE = 0.75;

    /** The least regularity of rows that are not padded. */
    static final double MIN_REGULARITY = 0.9;

    /** How much less regular the rows of a wrong number of columns are. */
    static final double MIN_REGULARITY_LEAD = 0.1;

    /** How much more regular the rows of a multiple of the number of columns may be. */
    static final double AS_REGULAR = 0.05;

    /** Maximum number of titles above the numbers of a column. */
    private static final int MAX_TITLES = 3;

    private final List<BarredCell> cells;
    private final int columns;

    RowAssembler(List<BarredCell> cells, int columns) {
      this.cells = cells;
      this.columns = columns;
    }

    /** The share of the runs of empty cells that end where a row ends. */
    double hitRate() {
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

    /** Whether the first cells of the rows below the first one are 1, 2, 3 and so on. */
    boolean isNumbered() {
      int next = 1;
      for (int i = columns; i < cells.size(); i += columns) {
        if (!cells.get(i).text().equals(Integer.toString(next))) {
          break;
        }
        next++;
      }
      return next > MIN_ROWS;
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
        BarredCell cell = cells.get(i);
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
}
