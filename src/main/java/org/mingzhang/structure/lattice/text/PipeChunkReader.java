package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Separator;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.text.PatternTable;

/**
 * Reads lines whose cells are separated by vertical bars, with one row or one cell per line.
 * Programs that copy pages often write a bar after each cell, omit empty cells and pad the row with
 * bars at its end; the number of cells per row is then found by trying all numbers. For rows
 * without padding, the number is chosen for which each column contains either numbers or words.
 */
final class PipeChunkReader {
  private static final Pattern PIPE = Pattern.compile("[|｜│┃]");
  private static final Pattern BORDER =
      Pattern.compile("[\\s|｜│┃:+\\-=─━┌┐└┘├┤┬┴┼]*-{2,}[\\s|｜│┃:+\\-=─━┌┐└┘├┤┬┴┼]*");
  private static final Pattern PADDED = Pattern.compile("[^\\s|｜│┃].*[|｜│┃]\\s*[|｜│┃]\\s*$");

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(PipeChunkReader.class);
  private static final Pattern CAPTION = PATTERNS.get("pipe-chunk-reader-caption");

  private static final int MAX_CAPTION_CELLS = 60;
  private static final int MAX_COLUMNS = 40;
  private static final int MAX_WRAPPED_LENGTH = 80;

  /** Minimum number of lines with the same number of bars that are read as rows. */
  private static final int MIN_ROWS = 3;

  /** Minimum number of columns that is tried. */
  private static final int MIN_COLUMNS = 2;

  private static final int MIN_REGULAR_ROWS = 5;

  /** Minimum number of rows if the rows are numbered. */
  private static final int MIN_NUMBERED_ROWS = 4;

  /** Minimum number of filled cells on a line that is read as a row. */
  private static final int MIN_ROW_CELLS = 3;

  /** Maximum number of lines per line that shows how rows begin or end. */
  private static final int OPEN_LINES = 4;

  /**
   * Minimum share of the lines that must have the same number of bars for lines to be read as rows.
   */
  private static final double MIN_AGREEING_SHARE = 0.8;

  private PipeChunkReader() {}

  /** Whether a line contains a pipe. */
  static boolean hasPipe(String line) {
    return PIPE.matcher(line).find();
  }

  /** Whether a line consists of a bar and one cell after it. */
  static boolean isCellAfterPipe(String line) {
    return PIPE.matcher(line).lookingAt() && line.length() > 1 && PIPE.split(line, -1).length == 2;
  }

  /**
   * Whether a line without bars is within a wrapped cell, because one of the next two lines has
   * bars.
   */
  static boolean isInsideWrappedCell(List<String> lines, int at) {
    boolean pipeFollows = at + 1 < lines.size() && hasPipe(lines.get(at + 1));
    boolean next = at + 2 < lines.size() && hasPipe(lines.get(at + 2));
    return lines.get(at).length() <= MAX_WRAPPED_LENGTH && (pipeFollows || next);
  }

  /** Splits lines into chunks. The first line gets the index {@code firstLine}. */
  static ChunkSequence split(List<String> raw, int firstLine) {
    List<String> lines = NonRowLineFilter.blankPageNumbers(raw);
    if (areRowsOfEqualWidth(lines)) {
      return ChunkSequence.create(splitRows(lines, firstLine), TextTableLayout.PIPE_SEPARATED);
    }
    List<Chunk> broken = BrokenRowJoiner.split(lines, firstLine);
    if (broken != null) {
      return ChunkSequence.create(broken, TextTableLayout.PIPE_SEPARATED);
    }
    if (areRowsWithInnerPipes(lines)) {
      return ChunkSequence.create(splitRows(lines, firstLine), TextTableLayout.PIPE_SEPARATED);
    }
    if (areRowsBelowCaptions(lines)) {
      return ChunkSequence.create(splitRows(lines, firstLine), TextTableLayout.PIPE_SEPARATED);
    }
    List<PipeCell> cells = splitCells(lines, firstLine);
    int head = endOfCaption(cells);
    List<PipeCell> stack = cells.subList(head, cells.size());
    PipeRowAssembler regular = findMostRegular(stack);
    boolean captioned =
        head > 0 && !arePadded(lines) && hasEmptyCells(stack) && regular.isRegular();
    List<Chunk> chunks =
        new ArrayList<>(captioned ? chunksWithoutRows(cells.subList(0, head)) : List.of());
    chunks.addAll(captioned ? regular.chunks(false) : splitIntoRows(cells, lines));
    return ChunkSequence.create(chunks, TextTableLayout.PIPE_SEPARATED);
  }

  /** Splits lines into chunks without deriving rows from the bars. */
  static ChunkSequence splitWithoutRows(List<String> raw, int firstLine) {
    List<String> lines = NonRowLineFilter.blankPageNumbers(raw);
    return ChunkSequence.create(
        chunksWithoutRows(splitCells(lines, firstLine)), TextTableLayout.PIPE_SEPARATED);
  }

  private static boolean hasEmptyCells(List<PipeCell> cells) {
    return cells.stream().anyMatch(cell -> cell.text().isEmpty());
  }

  /**
   * Index after the caption and unit note of a table with one cell per line, including the empty
   * cells that pad their rows; often there are too many or too few of these. 0 if the table has no
   * caption.
   */
  private static int endOfCaption(List<PipeCell> cells) {
    int end = 0;
    for (int i = 0; i < Math.min(MAX_CAPTION_CELLS, cells.size()); i++) {
      end = CAPTION.matcher(cells.get(i).text()).matches() ? i + 1 : end;
    }
    while (end > 0 && end < cells.size() && cells.get(end).text().isEmpty()) {
      end++;
    }
    return end;
  }

  private static List<Chunk> splitIntoRows(List<PipeCell> cells, List<String> lines) {
    int best = 0;
    double hits = 0;
    for (int columns = minColumnCount(lines); columns <= MAX_COLUMNS; columns++) {
      double share = new PipeRowAssembler(cells, columns).rowEndShare();
      if (share >= hits) {
        hits = share;
        best = columns;
      }
    }
    PipeRowAssembler regular = findMostRegular(cells);
    PipeRowAssembler padded = new PipeRowAssembler(cells, best);
    boolean whole =
        regular.isRegular()
            && !arePadded(lines)
            && hasEmptyCells(cells)
            && (regular.isNumbered()
                || best * MIN_ROWS > cells.size()
                || hits < PipeRowAssembler.MIN_ROW_END_SHARE
                || padded.regularity()
                    < regular.regularity() - PipeRowAssembler.MIN_REGULARITY_LEAD);
    return whole
        ? regular.chunks(false)
        : hits >= (best == MIN_COLUMNS ? 1 : PipeRowAssembler.MIN_ROW_END_SHARE)
            ? padded.chunks(true)
            : chunksWithoutRows(cells);
  }

  /**
   * Finds the smallest number of columns with which each column clearly contains either numbers or
   * words; a multiple of that number if this makes the rows numbered.
   */
  private static PipeRowAssembler findMostRegular(List<PipeCell> cells) {
    PipeRowAssembler best = new PipeRowAssembler(cells, MIN_COLUMNS);
    for (int columns = MIN_COLUMNS;
        columns <= MAX_COLUMNS && columns * MIN_NUMBERED_ROWS < cells.size();
        columns++) {
      PipeRowAssembler count = new PipeRowAssembler(cells, columns);
      if (count.isNumbered() && count.regularity() >= best.regularity()) {
        return count;
      }
      if (columns * MIN_REGULAR_ROWS >= cells.size()) {
        continue;
      }
      best =
          count.regularity() > best.regularity() + PipeRowAssembler.MAX_REGULARITY_DIFFERENCE
              ? count
              : best;
    }
    return best;
  }

  /** The smallest number of columns that nearly all lines fit into. */
  private static int minColumnCount(List<String> lines) {
    List<Integer> filled = new ArrayList<>();
    for (String line : lines) {
      filled.add((int) Arrays.stream(PIPE.split(line, -1)).filter(part -> !part.isBlank()).count());
    }
    filled.sort(null);
    return Math.max(2, filled.get((int) (MIN_AGREEING_SHARE * (filled.size() - 1))));
  }

  /**
   * Whether each line is a row with bars only between its cells. That is the case if the lines have
   * the same number of bars, most end with a cell and some begin with one. If merged cells are
   * omitted, all lines must begin and end with a cell, which must be a number at the end of most
   * lines.
   */
  private static boolean areRowsWithInnerPipes(List<String> lines) {
    Map<Integer, Integer> widths = new HashMap<>();
    int ends = 0;
    int begins = 0;
    int rows = 0;
    int numbers = 0;
    for (String line : lines) {
      String[] parts = PIPE.split(line, -1);
      if (isWholeRow(parts)) {
        rows++;
        widths.merge(parts.length, 1, Integer::sum);
        ends += parts[parts.length - 1].isBlank() ? 0 : 1;
        begins += parts[0].isBlank() ? 0 : 1;
        numbers +=
            PipeRowAssembler.NUMBER.matcher(parts[parts.length - 1].strip()).matches() ? 1 : 0;
      }
    }
    int limit = widths.values().stream().mapToInt(n -> n).max().orElse(0);
    boolean alike =
        begins > 0 && limit >= MIN_AGREEING_SHARE * rows && ends >= MIN_AGREEING_SHARE * rows;
    boolean moved = begins == rows && ends == rows && numbers >= MIN_AGREEING_SHARE * (rows - 1);
    return rows >= MIN_ROWS && (alike || moved);
  }

  /**
   * Whether each line is a row, because nearly all lines with several cells have equally many bars
   * and the others have one cell at most; lines without bars are around the rows.
   */
  private static boolean areRowsOfEqualWidth(List<String> lines) {
    Map<Integer, Integer> widths = new HashMap<>();
    int rows = 0;
    boolean plain = false;
    for (String line : lines) {
      String[] parts = PIPE.split(line, -1);
      long filled = Arrays.stream(parts).filter(part -> !part.isBlank()).count();
      if (BORDER.matcher(line).matches()) {
        continue;
      }
      if (filled > 1 && (plain || !isWholeRow(parts))) {
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
   * Whether each line with words is a row, because from the first one with several cells on all
   * have as many; the empty cells at their ends may be lines of their own.
   */
  private static boolean areRowsBelowCaptions(List<String> lines) {
    int rows = 0;
    int others = 0;
    for (String line : lines) {
      long filled = Arrays.stream(PIPE.split(line, -1)).filter(part -> !part.isBlank()).count();
      rows += filled >= MIN_ROW_CELLS ? 1 : 0;
      others += rows > 0 && filled > 0 && filled < MIN_ROW_CELLS ? 1 : 0;
    }
    return rows >= MIN_ROWS && others == 0;
  }

  private static List<Chunk> splitRows(List<String> lines, int firstLine) {
    RowChunkCollector rows = new RowChunkCollector();
    boolean outer =
        lines.stream().allMatch(line -> !hasPipe(line) || PIPE.matcher(line).lookingAt());
    for (int i = 0; i < lines.size(); i++) {
      if (BORDER.matcher(lines.get(i)).matches()) {
        continue;
      }
      String[] parts = PIPE.split(lines.get(i), -1);
      int start = 0;
      for (int p = 0; p < parts.length; p++) {
        if (p > 0 || !outer || parts.length == 1) {
          rows.addCell(parts[p].strip(), firstLine + i, start);
        }
        start += parts[p].length() + 1;
      }
      rows.endRow();
    }
    return rows.chunks();
  }

  private static List<PipeCell> splitCells(List<String> lines, int firstLine) {
    List<PipeCell> cells = new ArrayList<>();
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
      String[] parts = PIPE.split(line, -1);
      boolean leading = parts.length > 1 && parts[0].isBlank() && open.isEmpty();
      int start = 0;
      for (int p = 0; p < parts.length; p++) {
        String part = parts[p].strip();
        boolean last = p == parts.length - 1;
        boolean whole = begun || isWholeRow(parts);
        boolean outer = p == 0 && leading && bordered && whole && hasText(parts);
        if (open.isEmpty() && (p > 0 || !part.isEmpty())) {
          openLine = firstLine + i;
          openStart = start;
        }
        open.append(part);
        if (!last && !outer) {
          cells.add(new PipeCell(open.toString(), openLine, openStart));
          open.setLength(0);
        }
        start += parts[p].length() + 1;
      }
      begun = true;
    }
    if (!open.isEmpty()) {
      cells.add(new PipeCell(open.toString(), openLine, openStart));
    }
    return cells;
  }

  /** Whether many lines end with a blank cell. */
  private static boolean arePadded(List<String> lines) {
    long padded = lines.stream().filter(line -> PADDED.matcher(line).find()).count();
    return OPEN_LINES * padded >= lines.size();
  }

  /**
   * Whether rows begin with a bar. If not, a bar at the start of a line is the end of a blank cell.
   */
  private static boolean areBordered(List<String> lines) {
    long closed = lines.stream().filter(line -> line.endsWith("|") && line.length() > 1).count();
    long begun =
        lines.stream()
            .filter(line -> PIPE.matcher(line).lookingAt() && line.length() > 1)
            .filter(line -> !isCellAfterPipe(line))
            .count();
    return begun > 0 && OPEN_LINES * begun >= closed;
  }

  private static boolean isWholeRow(String[] parts) {
    return parts.length > 3;
  }

  private static boolean hasText(String[] parts) {
    return !Arrays.stream(parts).allMatch(String::isBlank);
  }

  private static List<Chunk> chunksWithoutRows(List<PipeCell> cells) {
    List<Chunk> chunks = new ArrayList<>();
    int empties = 0;
    for (PipeCell cell : cells) {
      if (cell.text().isEmpty()) {
        empties++;
      } else {
        chunks.add(new Chunk(cell.text(), Separator.PIPE, empties, cell.line(), cell.start()));
        empties = 0;
      }
    }
    return chunks;
  }
}
