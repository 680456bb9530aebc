package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.extract.TextCleaner;

/**
 * Parses tables as converters from Word to text write them: each cell starts a line with a tab,
 * lines without a tab continue the cell, and a blank line ends the row.
 */
final class CellPerLineTableParser {
  private static final int MIN_ROWS = 3;
  private static final int MIN_COLUMNS = 3;

  /**
   * Maximum length of a short cell, in characters. Most cells must be short, because paragraphs
   * indented by a tab look like cells but are longer.
   */
  private static final int MAX_SHORT_CELL_LENGTH = 20;

  private CellPerLineTableParser() {}

  /**
   * Parses the table that starts at a line. Empty if there is none: fewer than three rows, no row
   * of three cells, or mostly rows of one cell or long cells.
   */
  static Optional<TextTable> parse(List<String> lines, int start) {
    List<List<String>> rows = new ArrayList<>();
    int end = start;
    for (int at = start; at < lines.size() && lines.get(at).startsWith("\t"); ) {
      List<String> row = new ArrayList<>();
      while (at < lines.size() && !isRowEnd(lines.get(at))) {
        addLine(row, lines.get(at));
        at++;
      }
      rows.add(row);
      end = at;
      while (at < lines.size() && isRowEnd(lines.get(at))) {
        at++;
      }
    }
    joinSplitRows(rows);
    return isTable(rows) ? Optional.of(new TextTable(rows, end)) : Optional.empty();
  }

  /**
   * Joins split rows: a cell that ends with blank lines looks like a row of its own. It belongs to
   * the next row if that is one cell shorter than the row after it, which starts with an empty
   * cell.
   */
  private static void joinSplitRows(List<List<String>> rows) {
    for (int r = 0; r + 2 < rows.size(); r++) {
      List<String> next = rows.get(r + 1);
      List<String> below = rows.get(r + 2);
      boolean split = rows.get(r).size() == 1 && below.size() == next.size() + 1;
      if (split && next.size() > 1 && below.get(0).isEmpty()) {
        next.add(0, rows.get(r).get(0));
        rows.remove(r);
      }
    }
  }

  /**
   * Whether a line is blank and so separates rows; a line that begins with a tab is an empty cell.
   */
  private static boolean isRowEnd(String line) {
    return line.isBlank() && !line.startsWith("\t");
  }

  private static void addLine(List<String> row, String line) {
    String text = TextCleaner.clean(line);
    if (line.startsWith("\t")) {
      row.add(text);
    } else {
      String before = row.removeLast();
      row.add(before.isEmpty() ? text : before + "\n" + text);
    }
  }

  private static boolean isTable(List<List<String>> rows) {
    List<String> cells = rows.stream().flatMap(List::stream).toList();
    return rows.size() >= MIN_ROWS
        && rows.stream().anyMatch(row -> row.size() >= MIN_COLUMNS)
        && rows.stream().filter(row -> row.size() > 1).count() * 2 >= rows.size()
        && cells.stream().noneMatch(cell -> cell.indexOf('\t') >= 0)
        && cells.stream().filter(cell -> cell.length() <= MAX_SHORT_CELL_LENGTH).count() * 4
            >= cells.size() * 3L;
  }
}
