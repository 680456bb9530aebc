package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(PipeChunkReader.class);
  private static final Pattern CAPTION = PATTERNS.get("pipe-chunk-reader-caption");

  private static final int MAX_CAPTION_CELLS = 60;
  private static final int MAX_COLUMNS = 40;
  private static final int MAX_WRAPPED_LENGTH = 80;

  /** Maximum length of a line of a narrow cell, in characters. */
  private static final int MAX_NARROW_LENGTH = 2;

  /** Maximum number of lines of a narrow cell, or of one between lines that are bars alone. */
  private static final int MAX_CELL_LINES = 8;

  /** Minimum number of rows that a number of columns found by padding must give. */
  private static final int MIN_ROWS = 3;

  /** Smallest number of columns tried when bars do not show the number. */
  private static final int MIN_COLUMNS = 2;

  private static final int MIN_REGULAR_ROWS = 5;

  /** The number of rows that a table with numbered rows must exceed. */
  private static final int MIN_NUMBERED_ROWS = 4;

  private PipeChunkReader() {}

  /**
   * Whether a line without bars is within a wrapped cell, because it is not long and one of the
   * next two lines has bars. Lines of a narrow cell, whose words are set from top to bottom (产, 出,
   * 指, 标), are not counted, nor are lines of a cell between two lines that consist of bars only.
   */
  static boolean isInsideWrappedCell(List<String> lines, int at) {
    if (isBetweenLoneBars(lines, at)) {
      return true;
    }
    int next = at + 1;
    while (next < Math.min(lines.size(), at + MAX_CELL_LINES)
        && lines.get(next).strip().length() <= MAX_NARROW_LENGTH
        && !PipeLines.hasPipe(lines.get(next))) {
      next++;
    }
    boolean pipeFollows = next < lines.size() && PipeLines.hasPipe(lines.get(next));
    boolean later = next + 1 < lines.size() && PipeLines.hasPipe(lines.get(next + 1));
    return lines.get(at).length() <= MAX_WRAPPED_LENGTH && (pipeFollows || later);
  }

  /**
   * Whether a line is inside a cell between two lines that are bars alone: each at most {@link
   * #MAX_CELL_LINES} lines away, with no long line between.
   */
  private static boolean isBetweenLoneBars(List<String> lines, int at) {
    int from = at;
    int to = at;
    while (from >= 0 && at - from < MAX_CELL_LINES && isCellLine(lines.get(from))) {
      from--;
    }
    while (to < lines.size() && to - from <= MAX_CELL_LINES && isCellLine(lines.get(to))) {
      to++;
    }
    return from >= 0
        && to < lines.size()
        && PipeLines.isLoneBar(lines.get(from))
        && PipeLines.isLoneBar(lines.get(to));
  }

  private static boolean isCellLine(String line) {
    return line.length() <= MAX_WRAPPED_LENGTH && !PipeLines.hasPipe(line);
  }

  /** Splits lines into chunks. The first line gets the index {@code firstLine}. */
  static ChunkSequence split(List<String> rawLines, int firstLine) {
    List<String> lines = PipeLines.fillRepeatedCells(NonRowLineFilter.blankPageNumbers(rawLines));
    if (PipeLines.areRowsOfEqualWidth(lines)) {
      return ChunkSequence.create(splitRows(lines, firstLine), TextTableLayout.PIPE_SEPARATED);
    }
    List<Chunk> broken = BrokenRowJoiner.joinIntoChunks(lines, firstLine);
    if (broken != null) {
      return ChunkSequence.create(broken, TextTableLayout.PIPE_SEPARATED);
    }
    if (PipeLines.areRowsWithInnerPipes(lines) || PipeLines.areRowsBelowCaptions(lines)) {
      return ChunkSequence.create(splitRows(lines, firstLine), TextTableLayout.PIPE_SEPARATED);
    }
    List<PipeCell> cells = splitCells(lines, firstLine);
    PipeRowAssembler numbered = PipeRowAssembler.findNumberedRows(cells);
    if (numbered != null) {
      List<Chunk> chunks = chunksWithoutRows(cells.subList(0, cells.size() - numbered.cellCount()));
      chunks.addAll(numbered.toChunks(false));
      return ChunkSequence.create(chunks, TextTableLayout.PIPE_SEPARATED);
    }
    int head = endOfCaption(cells);
    List<PipeCell> stack = cells.subList(head, cells.size());
    PipeRowAssembler regular = findMostConsistentRows(stack);
    boolean captioned =
        head > 0
            && !PipeLines.doManyLinesEndWithBlankCell(lines)
            && hasEmptyCells(stack)
            && regular.areRowsConsistentEnough();
    List<Chunk> chunks = new ArrayList<>();
    if (captioned) {
      int rows = head + regular.indexOfFirstRowCell();
      chunks.addAll(chunksWithoutRows(cells.subList(0, rows)));
      chunks.addAll(regular.startingAt(rows - head).toChunks(false));
    } else {
      chunks.addAll(chunksOfLikeliestRows(cells, lines));
    }
    return ChunkSequence.create(chunks, TextTableLayout.PIPE_SEPARATED);
  }

  /** Splits lines into chunks without deriving rows from the bars. */
  static ChunkSequence splitWithoutRows(List<String> rawLines, int firstLine) {
    List<String> lines = PipeLines.fillRepeatedCells(NonRowLineFilter.blankPageNumbers(rawLines));
    return ChunkSequence.create(
        chunksWithoutRows(splitCells(lines, firstLine)), TextTableLayout.PIPE_SEPARATED);
  }

  private static boolean hasEmptyCells(List<PipeCell> cells) {
    return cells.stream().anyMatch(cell -> cell.text().isEmpty());
  }

  /**
   * Index after the caption and unit note of a table with one cell per line, including the empty
   * cells that pad their rows, of which copies often have too many or too few. 0 if the table has
   * no caption.
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

  private static List<Chunk> chunksOfLikeliestRows(List<PipeCell> cells, List<String> lines) {
    int best = 0;
    double hits = 0;
    for (int columns = PipeLines.minColumnCount(lines); columns <= MAX_COLUMNS; columns++) {
      double share = new PipeRowAssembler(cells, columns).rowEndShare();
      if (share >= hits) {
        hits = share;
        best = columns;
      }
    }
    PipeRowAssembler regular = findMostConsistentRows(cells);
    PipeRowAssembler padded = new PipeRowAssembler(cells, best);
    boolean exact =
        regular.areRowsConsistentEnough()
            && regular.isLastRowComplete()
            && PipeLines.doRowsBeginWithPipe(lines)
            && PipeLines.areLinesFramed(lines);
    boolean whole =
        regular.areRowsConsistentEnough()
            && !PipeLines.doManyLinesEndWithBlankCell(lines)
            && hasEmptyCells(cells)
            && (regular.areRowsNumbered()
                || best * MIN_ROWS > cells.size()
                || hits < PipeRowAssembler.MIN_ROW_END_SHARE
                || padded.columnTypeConsistency()
                    < regular.columnTypeConsistency() - PipeRowAssembler.MIN_CONSISTENCY_LEAD);
    return exact || whole
        ? regular.toChunks(false)
        : hits >= (best == MIN_COLUMNS ? 1 : PipeRowAssembler.MIN_ROW_END_SHARE)
            ? padded.toChunks(true)
            : chunksWithoutRows(cells);
  }

  /**
   * Finds the rows with the smallest number of columns with which each column clearly contains
   * either numbers or words; a multiple of that number if this makes the rows numbered. If no
   * number of columns is clear, the rows need not be consistent.
   */
  private static PipeRowAssembler findMostConsistentRows(List<PipeCell> cells) {
    PipeRowAssembler best = new PipeRowAssembler(cells, MIN_COLUMNS);
    for (int columns = MIN_COLUMNS;
        columns <= MAX_COLUMNS && columns * MIN_NUMBERED_ROWS < cells.size();
        columns++) {
      PipeRowAssembler count = new PipeRowAssembler(cells, columns);
      if (count.areRowsNumbered()
          && count.columnTypeConsistency() >= best.columnTypeConsistency()) {
        return count;
      }
      if (columns * MIN_REGULAR_ROWS >= cells.size() && cells.size() % columns != 0) {
        continue;
      }
      best =
          count.columnTypeConsistency()
                  > best.columnTypeConsistency() + PipeRowAssembler.MAX_CONSISTENCY_DIFFERENCE
              ? count
              : best;
    }
    return best;
  }

  private static List<Chunk> splitRows(List<String> lines, int firstLine) {
    RowChunkCollector rows = new RowChunkCollector();
    boolean outer =
        lines.stream()
            .allMatch(line -> !PipeLines.hasPipe(line) || PipeLines.PIPE.matcher(line).lookingAt());
    for (int i = 0; i < lines.size(); i++) {
      if (PipeLines.BORDER_LINE.matcher(lines.get(i)).matches()) {
        continue;
      }
      String[] parts = PipeLines.PIPE.split(lines.get(i), -1);
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
    boolean bordered = PipeLines.doRowsBeginWithPipe(lines);
    boolean framed = bordered && PipeLines.areLinesFramed(lines);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (PipeLines.BORDER_LINE.matcher(line).matches()) {
        continue;
      }
      String[] parts = PipeLines.PIPE.split(line, -1);
      boolean leading = parts.length > 1 && parts[0].isBlank() && open.isEmpty();
      int start = 0;
      for (int p = 0; p < parts.length; p++) {
        String part = parts[p].strip();
        boolean last = p == parts.length - 1;
        boolean whole = begun || framed || PipeLines.hasAtLeastThreePipes(parts);
        boolean outer = p == 0 && leading && bordered && whole && (framed || hasText(parts));
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

  private static boolean hasText(String[] cells) {
    return !Arrays.stream(cells).allMatch(String::isBlank);
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
