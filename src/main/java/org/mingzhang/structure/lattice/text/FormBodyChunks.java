package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.indicator.CellPerLineHeader;
import org.mingzhang.structure.indicator.IndicatorLevelNames;
import org.mingzhang.structure.indicator.PerformanceFormRowClassifier;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Separator;
import org.mingzhang.text.PatternTable;

/**
 * The chunks of the indicator rows of a performance form.
 *
 * @param indices for each chunk the index in the passage of the last chunk that was consumed with
 *     it, since several chunks of the passage may be joined into one
 * @param chunks the chunks
 */
record FormBodyChunks(List<Integer> indices, List<Chunk> chunks) {
  private static final int MAX_CHUNKS = 1500;
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(FormBodyChunks.class);
  private static final Pattern HEADING = PATTERNS.get("heading");
  private static final Pattern BODY_END = PATTERNS.get("form-body-chunks-body-end");

  private static final Pattern ROW_BLOCK_LABEL = PATTERNS.get("form-body-chunks-label");
  private static final Pattern POINTS = Pattern.compile("[（(]\\d{1,3}分?[）)]");

  /** Maximum number of cells of a row below the indicators: a label and its text. */
  private static final int MAX_CELLS_OF_LABEL = 2;

  /** Maximum number of lines of names of levels above the first row below them. */
  private static final int MAX_LEVEL_LINES = 3;

  /**
   * Index after the last chunk of the rows that begin at a chunk, at most {@link #MAX_CHUNKS}
   * chunks further.
   *
   * @param header the header above the rows; the rows continue after a repetition of it
   */
  static int findEndOfRows(ChunkSequence passage, int from, RepeatedHeader header) {
    return header.findEndOfRows(
        from,
        MAX_CHUNKS,
        at ->
            passage.mayStartRow(at)
                && (isEndOfBody(passage, at) || isLabelBelowRows(passage, from, at)));
  }

  /**
   * Whether a row between pipes is the label of a remark (其他说明的问题) with or without its text, and
   * all rows above it have more cells, so that it is not the name and the target of an indicator.
   */
  private static boolean isLabelBelowRows(ChunkSequence passage, int from, int at) {
    if (passage.chunk(at).separator() != Separator.ROW_END
        || passage.endOfRowBetweenPipes(at) - at > MAX_CELLS_OF_LABEL
        || !PerformanceFormRowClassifier.isLabelAfterIndicators(passage.unspacedText(at))) {
      return false;
    }
    int row = from;
    while (row < at && passage.endOfRowBetweenPipes(row) - row > MAX_CELLS_OF_LABEL) {
      row = passage.endOfRowBetweenPipes(row);
    }
    return row == at && at > from;
  }

  private static List<Integer> indicesOfRowChunks(
      ChunkSequence passage, int from, int to, RepeatedHeader header) {
    List<Integer> kept = new ArrayList<>();
    for (int at = from; at < to; at++) {
      int continued = header.endOfContinuation(at, to);
      if (continued > at) {
        at = continued - 1;
        continue;
      }
      String text = passage.unspacedText(at);
      boolean points = POINTS.matcher(text).matches();
      String before = at == from ? "" : passage.unspacedText(at - 1);
      boolean ofLevel = IndicatorLevelNames.isLevelName(before) || !points;
      if (ofLevel && !ROW_BLOCK_LABEL.matcher(text).matches() && !isGoalBesideRows(passage, at)) {
        kept.add(at);
      }
    }
    return kept;
  }

  /**
   * The chunks of the rows, without labels of the rows or of a goal and without points that belong
   * to no level. A line 指标 that completes the level name on the line above is joined to it.
   *
   * @param header the header above the rows, repetitions of which are left out
   */
  static FormBodyChunks collect(ChunkSequence passage, int from, int to, RepeatedHeader header) {
    List<Integer> kept = new ArrayList<>();
    List<Chunk> chunks = new ArrayList<>();
    for (int at : indicesOfRowChunks(passage, from, to, header)) {
      Chunk chunk = passage.chunk(at);
      if (continuesLevelName(chunks, chunk)) {
        Chunk first = chunks.removeLast();
        chunks.add(first.withText(first.text() + chunk.text()));
        kept.set(kept.size() - 1, at);
        continue;
      }
      int begun =
          chunk.text().equals("指标") && chunk.opensLine() ? indexOfUnfinishedLevel(chunks) : -1;
      if (begun < 0) {
        kept.add(at);
        chunks.add(chunk);
      } else {
        chunks.set(begun, chunks.get(begun).withText(chunks.get(begun).text() + chunk.text()));
        kept.set(kept.size() - 1, at);
      }
    }
    return new FormBodyChunks(kept, chunks);
  }

  /** Whether a line is the rest of a level's name that begins on the preceding line. */
  private static boolean continuesLevelName(List<Chunk> chunks, Chunk next) {
    if (chunks.isEmpty() || !next.opensLine() || !chunks.getLast().opensLine()) {
      return false;
    }
    String first = chunks.getLast().text();
    String whole = first + next.text();
    return IndicatorLevelNames.isLevelName(whole)
        && (next.text().equals("指标") || !IndicatorLevelNames.isLevelName(first));
  }

  /**
   * Index of a level name on the line above that lacks its last word; negative if there is none.
   */
  private static int indexOfUnfinishedLevel(List<Chunk> chunks) {
    for (int i = chunks.size() - 2;
        i >= 0 && chunks.get(i).line() == chunks.getLast().line();
        i--) {
      String name = chunks.get(i).text();
      if (!name.endsWith("指标") && IndicatorLevelNames.isSecondLevel(name + "指标")) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Whether a cell is the label of one of several goals beside its rows: the name of their level
   * follows it.
   */
  private static boolean isGoalBesideRows(ChunkSequence passage, int at) {
    String goal = PerformanceFormRowClassifier.textAfterGoalLabel(passage.unspacedText(at));
    return goal != null
        && goal.isEmpty()
        && at + 1 < passage.size()
        && IndicatorLevelNames.isLevelName(passage.unspacedText(at + 1));
  }

  /**
   * Whether the rows end before a chunk, since it is their sum, a label below them or a heading.
   */
  static boolean isEndOfBody(ChunkSequence passage, int at) {
    if (isGoalBesideRows(passage, at)) {
      return false;
    }
    String cell = passage.unspacedText(at);
    if (BODY_END.matcher(cell).matches()
        || CellPerLineHeader.readAt(passage.words(), at) != null
        || PerformanceFormRowClassifier.textAfterGoalLabel(cell) != null) {
      return true;
    }
    boolean line =
        switch (passage.layout()) {
          case CELL_PER_LINE, ROW_PER_LINE, STREAM, UNSEPARATED_ROWS ->
              passage.chunk(at).opensLine();
          case PIPE_SEPARATED, SINGLE_LINE, UNSEPARATED -> false;
        };
    String text = line ? passage.restOfLine(at) : cell;
    return line
        && ((HEADING.matcher(text).matches() && !isLevelAboveRows(passage, at))
            || PerformanceFormRowClassifier.isLabelAfterIndicators(text)
            || PerformanceFormRowClassifier.isPointsTotalLabel(text)
            || PerformanceFormRowClassifier.textAfterGoalLabel(text) != null);
  }

  /** Whether a line is the numbered name of a level, below which a row follows: 一、产出指标（50分）. */
  private static boolean isLevelAboveRows(ChunkSequence passage, int at) {
    if (!IndicatorLevelNames.isOnlyLevelName(
        IndicatorLevelNames.withoutPoints(passage.restOfLine(at)))) {
      return false;
    }
    int row = at;
    for (int lines = 0;
        row < passage.size()
            && lines <= MAX_LEVEL_LINES
            && passage.endOfLine(row) - row <= MAX_CELLS_OF_LABEL;
        lines++) {
      row = passage.endOfLine(row);
    }
    return row < passage.size() && passage.endOfLine(row) - row > MAX_CELLS_OF_LABEL;
  }
}
