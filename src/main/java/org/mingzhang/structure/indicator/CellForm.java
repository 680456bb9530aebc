package org.mingzhang.structure.indicator;

import java.util.ArrayList;
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
  private static final int MOST_HEADER_LINES = 12;

  /** A form whose header stands with one title a line, or null. */
  static @Nullable CellForm cellALine(List<FlowLine> lines, int from) {
    CellHeader header = CellHeader.at(lines, from);
    return header == null ? null : new CellForm(header.lines(), header.columns(), false);
  }

  /** A form whose header stands on one line or a few, its titles parted by blanks; or null. */
  static @Nullable CellForm rowALine(List<FlowLine> lines, int from) {
    FlowLine first = lines.get(from);
    if (first.words().size() < 2 || !CellHeader.opens(first.words().getFirst())) {
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
      } else if (found != null && i - from > found.lines() + 1) {
        return found;
      }
    }
    return found;
  }

  /** The rows of the lines below the header; empty where they fit the columns in no cheap way. */
  List<List<String>> rows(List<FlowLine> body) {
    if (rowALine) {
      return CellRows.of(columns, new LineCells(body));
    }
    return CellRows.of(
        columns,
        body.stream().filter(line -> !FlowTable.unused(line)).map(FlowLine::tight).toList());
  }
}
