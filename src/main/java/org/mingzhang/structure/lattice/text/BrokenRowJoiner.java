package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.text.PatternTable;

/**
 * Joins the rows of a table between vertical bars whose cells are broken over lines, so that a row
 * is one or more lines: {@code 3 | 电子病历系统} and {@code 升级改造 | 420.00 | }. All rows have the same
 * number of bars, the smallest number with which every row ends at the end of a line. Confined to
 * one thread and one table.
 */
final class BrokenRowJoiner {
  private static final Pattern PIPE = Pattern.compile("[|｜│┃║]");
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(BrokenRowJoiner.class);
  private static final Pattern ORDINAL = PATTERNS.get("ordinal");
  private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?[%％]?|");
  private static final int MIN_ROWS = 3;
  private static final int MIN_BARS = 2;
  private static final int MAX_BARS = 24;

  private final List<String> lines;
  private final int pipesPerRow;

  private BrokenRowJoiner(List<String> lines, int pipesPerRow) {
    this.lines = lines;
    this.pipesPerRow = pipesPerRow;
  }

  /**
   * A row of a table that was put together from several lines.
   *
   * @param cells the texts of its cells from left to right
   * @param firstLineIndex index of the first of its lines
   */
  private record JoinedRow(List<String> cells, int firstLineIndex) {
    /** Whether more than one cell is filled. */
    boolean hasSeveralCells() {
      return cells.stream().filter(cell -> !cell.isEmpty()).limit(2).count() > 1;
    }

    /** Whether it is a note without bars and not a row. */
    boolean isNote() {
      return cells.size() == 1;
    }

    private static boolean allRowsMatch(List<JoinedRow> rows, Predicate<List<String>> cells) {
      return rows.stream().filter(row -> !row.isNote()).allMatch(row -> cells.test(row.cells()));
    }
  }

  /**
   * The chunks of the joined rows, with the captions above them; null if the lines cannot be
   * divided into at least {@link #MIN_ROWS} rows with the same number of bars, or if no row is
   * broken.
   *
   * @param firstLine line index of the first line, for the chunks
   */
  static @Nullable List<Chunk> joinIntoChunks(List<String> allLines, int firstLine) {
    int captions = countCaptionLines(allLines);
    List<String> lines = allLines.subList(captions, allLines.size());
    List<Integer> counts = lines.stream().map(BrokenRowJoiner::countPipes).toList();
    int widest = counts.stream().mapToInt(n -> n).max().orElse(0);
    long shortLineCount = counts.stream().filter(n -> n < MIN_BARS).count();
    if (widest < MIN_BARS || 2 * shortLineCount > lines.size()) {
      return null;
    }
    // With as many bars as two of the widest lines have, a row would be two whole rows.
    for (int pipes = widest; pipes <= Math.min(MAX_BARS, 2 * widest - 1); pipes++) {
      List<JoinedRow> rows = new BrokenRowJoiner(lines, pipes).joinRows();
      if (rows.size() >= MIN_ROWS && rows.stream().anyMatch(JoinedRow::hasSeveralCells)) {
        return rows.size() == lines.size()
            ? null
            : toChunks(allLines.subList(0, captions), rows, firstLine);
      }
    }
    return null;
  }

  /** Number of lines above the rows that are a caption or a unit note with at most one bar. */
  private static int countCaptionLines(List<String> lines) {
    int end = 0;
    while (end < lines.size()
        && countPipes(lines.get(end)) < MIN_BARS
        && AccountBodyFinder.isCaption(firstCell(lines.get(end)))) {
      end++;
    }
    return end;
  }

  private static String firstCell(String line) {
    return PIPE.split(line, 2)[0].strip();
  }

  private static int countPipes(String line) {
    return (int) PIPE.matcher(line).results().count();
  }

  /** The rows and the notes between them; empty if a row does not end at the end of a line. */
  private List<JoinedRow> joinRows() {
    List<JoinedRow> rows = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    int open = -1;
    int count = 0;
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      boolean note = NonRowLineFilter.isNote(line);
      if (count == pipesPerRow && (note || countPipes(line) > 0 || !continuesRow(cells, at))) {
        rows.add(new JoinedRow(List.copyOf(cells), open));
        cells.clear();
        count = 0;
      }
      if (cells.isEmpty() && at > 0 && note) {
        rows.add(new JoinedRow(List.of(line.strip()), at));
        continue;
      }
      open = cells.isEmpty() ? at : open;
      appendLine(cells, line);
      count += countPipes(line);
      if (count > pipesPerRow) {
        return List.of();
      }
    }
    if (count != pipesPerRow && !cells.isEmpty()) {
      return List.of();
    }
    if (!cells.isEmpty()) {
      rows.add(new JoinedRow(List.copyOf(cells), open));
    }
    return rows;
  }

  /**
   * Whether a line without bars belongs to the last cell of the row above it rather than to the
   * first cell of the row below: no row follows, that first cell is already a row number, or the
   * last cell is neither blank nor a number.
   */
  private boolean continuesRow(List<String> cells, int at) {
    int next = at;
    while (next < lines.size() && countPipes(lines.get(next)) == 0) {
      next++;
    }
    String first = next == lines.size() ? "" : firstCell(lines.get(next));
    return next == lines.size()
        || ORDINAL.matcher(first).matches()
        || !NUMBER.matcher(cells.getLast()).matches();
  }

  private static void appendLine(List<String> cells, String line) {
    String[] parts = PIPE.split(line, -1);
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i].strip();
      if (i == 0 && !cells.isEmpty()) {
        cells.add(cells.removeLast() + part);
      } else {
        cells.add(part);
      }
    }
  }

  private static List<Chunk> toChunks(List<String> captions, List<JoinedRow> rows, int firstLine) {
    boolean leading = JoinedRow.allRowsMatch(rows, cells -> cells.getFirst().isEmpty());
    boolean trailing = JoinedRow.allRowsMatch(rows, cells -> cells.getLast().isEmpty());
    RowChunkCollector collector = new RowChunkCollector();
    for (int i = 0; i < captions.size(); i++) {
      collector.addCell(firstCell(captions.get(i)), firstLine + i, 0);
      collector.endRow();
    }
    for (JoinedRow row : rows) {
      List<String> cells =
          row.isNote()
              ? row.cells()
              : row.cells().subList(leading ? 1 : 0, row.cells().size() - (trailing ? 1 : 0));
      for (int c = 0; c < cells.size(); c++) {
        collector.addCell(cells.get(c), firstLine + captions.size() + row.firstLineIndex(), c);
      }
      collector.endRow();
    }
    return collector.chunks();
  }
}
