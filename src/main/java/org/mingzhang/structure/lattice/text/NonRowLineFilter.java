package org.mingzhang.structure.lattice.text;

import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Separator;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.text.PatternTable;

/**
 * Recognizes lines among the rows of a table that are not rows: a page number with the words around
 * it (第 3 页 共 7 页), a single stroke that OCR has read from a ruling or from dirt, and a note (注：, a
 * sentence in brackets, or 偏差原因： below a row). Stateless.
 */
final class NonRowLineFilter {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(NonRowLineFilter.class);
  private static final Pattern NOTE = PATTERNS.get("note");
  private static final Pattern REASON_LINE = PATTERNS.get("reason-line");

  /** Classes of the cells by which a row is recognized. */
  private static final Set<CellTextClass> VALUE_CLASSES =
      EnumSet.of(
          CellTextClass.POINTS,
          CellTextClass.NUMBER,
          CellTextClass.PERCENT,
          CellTextClass.QUANTITY,
          CellTextClass.DATE);

  /** Maximum number of lines over which a note in brackets wraps. */
  private static final int MAX_NOTE_LINES = 3;

  /** Minimum number of cells on a line, or between bars, that is a row. */
  private static final int MIN_ROW_CELLS = 3;

  /** Number of chunks below a note that are searched for the values of a row. */
  private static final int MAX_CHUNKS_AFTER_NOTE = 12;

  private static final int MIN_VALUES_AFTER_NOTE = 2;

  private NonRowLineFilter() {}

  /**
   * Indexes of the lines that are not rows: notes that have a row of a table below them and, among
   * plain lines, page numbers and strokes.
   */
  static NavigableSet<Integer> findNonRowLines(ChunkSequence passage) {
    NavigableSet<Integer> lines = new TreeSet<>();
    if (passage.layout().hasNoSeparators() || passage.layout() == TextTableLayout.SINGLE_LINE) {
      return lines;
    }
    for (int at = 1; at < passage.size(); ) {
      int end = endOfNotes(passage, at);
      boolean nonRow =
          end > at
              ? beginsRow(passage, end)
              : passage.layout().hasRowOrCellPerLine()
                  && LineText.isPageNumberOrStroke(passage.restOfLine(at));
      end = Math.max(end, passage.endOfLine(at));
      if (nonRow) {
        passage.chunks().subList(at, end).forEach(chunk -> lines.add(chunk.line()));
      }
      at = end;
    }
    return lines;
  }

  /** Index after the notes on consecutive lines from a chunk on; the same index without notes. */
  private static int endOfNotes(ChunkSequence passage, int at) {
    boolean rows = passage.layout() == TextTableLayout.ROW_PER_LINE;
    int end = at;
    StringBuilder note = new StringBuilder();
    for (int i = at, lines = 0; i < passage.size() && lines < MAX_NOTE_LINES; lines++) {
      note.append(passage.restOfLine(i));
      i = passage.endOfLine(i);
      if (isNote(note.toString()) || (rows && REASON_LINE.matcher(note).matches())) {
        end = i;
        lines = -1;
        note.setLength(0);
      }
    }
    return end;
  }

  /**
   * Whether a row of a table begins with a chunk, as opposed to the end of the table or the text
   * below it: a row of several cells with a value among them or, if each cell is on its own line,
   * several values among the next chunks.
   */
  private static boolean beginsRow(ChunkSequence passage, int at) {
    if (at == passage.size()) {
      return false;
    }
    boolean bars = passage.chunk(at).separator() == Separator.ROW_END;
    int end = bars ? passage.endOfRowBetweenPipes(at) : passage.endOfLine(at);
    boolean row = end - at >= MIN_ROW_CELLS;
    int limit = row || bars ? end : Math.min(passage.size(), at + MAX_CHUNKS_AFTER_NOTE);
    int values = 0;
    for (int i = at; i < limit; i++) {
      if (FormBodyChunks.isEndOfBody(passage, i)
          || (!row && isNote(passage.unspacedText(i)))
          || (!row && AccountBodyFinder.isEndOfBody(passage, i))) {
        break;
      }
      values += isValue(passage.unspacedText(i)) ? 1 : 0;
    }
    return values >= (row ? 1 : MIN_VALUES_AFTER_NOTE);
  }

  private static boolean isValue(String cell) {
    return CellTextClassifier.classify(cell).stream().anyMatch(VALUE_CLASSES::contains);
  }

  /** Whether a line, or the only cell of a row, is a note. */
  static boolean isNote(String line) {
    return NOTE.matcher(line.strip()).matches();
  }

  /** The lines of a passage, with lines that contain only a page number replaced by blank lines. */
  static List<String> blankPageNumbers(List<String> lines) {
    return lines.stream().map(line -> LineText.isPageNumber(line) ? "" : line).toList();
  }
}
