package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.PatternTable;

/**
 * Recognizes an account table without data: titles, the word for the total, and a sentence with the
 * reason.
 */
final class EmptyAccountTableDetector {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(EmptyAccountTableDetector.class);
  private static final Pattern TOTAL_LABEL = PATTERNS.get("total-label");

  private static final Pattern NO_DATA_SENTENCE = PATTERNS.get("no-data-sentence");

  private EmptyAccountTableDetector() {}

  /**
   * Whether a chunk is the word for the total, alone to the end of its line, and the next line is a
   * sentence with the reason.
   */
  static boolean startsAt(ChunkSequence passage, int from) {
    return TOTAL_LABEL.matcher(passage.unspacedText(from)).matches()
        && passage.endOfLine(from) == from + 1
        && from + 1 < passage.size()
        && NO_DATA_SENTENCE.matcher(passage.restOfLine(from + 1)).matches();
  }

  /** Creates the rows of an empty table: the titles, and a row for the total without amounts. */
  static List<List<String>> createRows(AccountHeader header, String totalLabel) {
    List<String> titles = header.columns().stream().map(Column::title).toList();
    List<String> row = new ArrayList<>(Collections.nCopies(titles.size(), ""));
    boolean coded = header.columns().getFirst().type() == ColumnType.CODE;
    row.set(coded ? 1 : 0, totalLabel);
    return List.of(titles, List.copyOf(row));
  }
}
