package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header of a form in plain text and how its cells stand below it: one a line, or those of a
 * row parted by blanks on a line, which may go on in the next.
 *
 * @param lines number of lines the header takes
 * @param columns the columns from left to right
 * @param rowALine whether a row begins where a line does, its cells being parted by blanks
 */
record CellForm(int lines, List<CellHeader.Column> columns, boolean rowALine) {
  private static final int MOST_HEADER_LINES = 4;

  /** A form whose header stands with one title a line, or null. */
  static @Nullable CellForm cellALine(List<FlowLine> lines, int from) {
    CellHeader header = CellHeader.at(lines, from);
    return header == null ? null : new CellForm(header.lines(), header.columns(), false);
  }

  /** A form whose header stands on one line or a few, its titles parted by blanks; or null. */
  static @Nullable CellForm rowALine(List<FlowLine> lines, int from) {
    if (lines.get(from).words().size() < 2) {
      return null;
    }
    List<FlowLine> words = new ArrayList<>();
    CellForm found = null;
    for (int i = from; i < Math.min(lines.size(), from + MOST_HEADER_LINES); i++) {
      FlowLine line = lines.get(i);
      line.words().forEach(word -> words.add(FlowLine.of(word, line.page())));
      CellHeader header = line.words().isEmpty() ? null : CellHeader.at(words, 0);
      if (header != null && header.lines() == words.size()) {
        found = new CellForm(i - from + 1, header.columns(), true);
      } else if (found != null) {
        return found;
      }
    }
    return found;
  }

  /** The rows of the lines below the header; empty where they fit the columns in no cheap way. */
  List<List<String>> rows(List<FlowLine> body) {
    List<String> cells = new ArrayList<>();
    BitSet opening = new BitSet();
    for (FlowLine line : body) {
      if (FlowTable.unused(line) || line.tight().isEmpty()) {
        continue;
      }
      opening.set(cells.size());
      cells.addAll(rowALine ? FlowTable.unlabelled(line.words()) : List.of(line.tight()));
    }
    return CellRows.of(columns, cells, rowALine ? opening : null);
  }
}
