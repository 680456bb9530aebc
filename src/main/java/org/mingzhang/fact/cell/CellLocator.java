package org.mingzhang.fact.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;

/**
 * Locates cells of data tables in the text of their sections. The rows of all tables are searched
 * once, in order, among the lines of the grids of their sections. Not thread-safe.
 */
final class CellLocator {
  private final Disclosure disclosure;
  private final Map<String, List<LocatedRowText>> linesBySection = new HashMap<>();
  private final Map<Integer, List<LocatedRowText>> rowLinesByTable = new HashMap<>();

  CellLocator(Disclosure disclosure) {
    this.disclosure = disclosure;
    for (Section section : disclosure.sections()) {
      linesBySection.put(section.path(), readLines(section));
    }
    Map<String, Integer> next = new HashMap<>();
    for (int t = 0; t < disclosure.tables().size(); t++) {
      rowLinesByTable.put(t, findRows(disclosure.tables().get(t), next));
    }
  }

  /**
   * Locates a cell in the text of its section. The offsets are 0 if it was not found.
   *
   * @param table index of the table in the document
   * @param row index of the row, without the header
   * @param column index of the column
   * @param quote words to quote: column header and row
   */
  FactLocation locate(int table, int row, int column, String quote) {
    TableData data = disclosure.tables().get(table);
    LocatedRowText line = rowLinesByTable.getOrDefault(table, List.of()).get(row);
    int start = line.cellStart(data.rows().get(row), column);
    int end = start < 0 ? -1 : line.cellEnd(start, data.rows().get(row).get(column));
    return new FactLocation(
        data.sectionPath(),
        data.rowPages().get(row),
        start < 0 ? 0 : start,
        start < 0 ? 0 : end,
        quote,
        new FactLocation.Cell(table, row, column));
  }

  /** The lines of the data tables of a section, with their offsets in its text. */
  private static List<LocatedRowText> readLines(Section section) {
    List<LocatedRowText> lines = new ArrayList<>();
    List<Integer> offsets = section.partOffsets();
    for (int i = 0; i < offsets.size(); i++) {
      if (section.body().get(i) instanceof Section.TablePart table && table.table() >= 0) {
        for (Section.TableTextLine line : table.lines()) {
          lines.add(new LocatedRowText(offsets.get(i) + line.offset(), line.text()));
        }
      }
    }
    return lines;
  }

  private List<LocatedRowText> findRows(TableData table, Map<String, Integer> nextLineBySection) {
    List<LocatedRowText> members = linesBySection.getOrDefault(table.sectionPath(), List.of());
    int from = nextLineBySection.getOrDefault(table.sectionPath(), 0);
    List<LocatedRowText> found = new ArrayList<>();
    for (List<String> row : table.rows()) {
      int at = from;
      while (at < members.size() && !members.get(at).contains(row)) {
        at++;
      }
      found.add(at < members.size() ? members.get(at) : LocatedRowText.NOT_FOUND);
      from = at < members.size() ? at + 1 : from;
    }
    nextLineBySection.put(table.sectionPath(), from);
    return found;
  }
}
