package org.mingzhang.fact.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.FactPlace;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;

/**
 * Where the cells of data tables stand in the text of their sections. The rows of a table are
 * looked for once, in order, among the lines of the section's grids; not safe on several threads.
 */
final class CellPlaces {
  private final Disclosure disclosure;
  private final Map<String, List<TableLine>> lines = new HashMap<>();
  private final Map<Integer, List<TableLine>> rows = new HashMap<>();

  CellPlaces(Disclosure disclosure) {
    this.disclosure = disclosure;
    for (Section section : disclosure.sections()) {
      lines.put(section.path(), lines(section));
    }
    Map<String, Integer> next = new HashMap<>();
    for (int t = 0; t < disclosure.tables().size(); t++) {
      rows.put(t, rows(disclosure.tables().get(t), next));
    }
  }

  /**
   * The place of a cell.
   *
   * @param quote the row's label, the column's head and the cell
   */
  FactPlace of(int table, int row, int column, String quote) {
    TableData data = disclosure.tables().get(table);
    TableLine line = rows.getOrDefault(table, List.of()).get(row);
    int start = line.start(data.rows().get(row), column);
    int end = start < 0 ? -1 : line.end(start, data.rows().get(row).get(column));
    return new FactPlace(
        data.section(),
        data.rowPages().get(row),
        start < 0 ? 0 : start,
        start < 0 ? 0 : end,
        quote,
        new FactPlace.Cell(table, row, column));
  }

  /** The lines of the section's tables, each with its place in the section's text. */
  private static List<TableLine> lines(Section section) {
    List<TableLine> lines = new ArrayList<>();
    int at = 0;
    for (Section.Part part : section.body()) {
      String text = part.text();
      if (part instanceof Section.TablePart table && table.table() >= 0) {
        int start = at;
        for (String line : text.split("\n", -1)) {
          lines.add(new TableLine(start, line));
          start += line.length() + 1;
        }
      }
      at += text.length() + 1;
    }
    return lines;
  }

  private List<TableLine> rows(TableData table, Map<String, Integer> next) {
    List<TableLine> of = lines.getOrDefault(table.section(), List.of());
    int from = next.getOrDefault(table.section(), 0);
    List<TableLine> found = new ArrayList<>();
    for (List<String> row : table.rows()) {
      int at = from;
      while (at < of.size() && !of.get(at).holds(row)) {
        at++;
      }
      found.add(at < of.size() ? of.get(at) : TableLine.NONE);
      from = at < of.size() ? at + 1 : from;
    }
    next.put(table.section(), from);
    return found;
  }
}
