package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.extract.TableGrid;

/**
 * A table found among the lines of plain text, with the index of the line after it.
 *
 * @param captions texts above the table that the file writes as records with a single filled field:
 *     its title, 单位：万元
 * @param rows its cells; rows may differ in length
 * @param notes texts below the table, also from records with a single filled field
 * @param end index of the line after the table and its notes
 */
record TextTable(List<String> captions, List<List<String>> rows, List<String> notes, int end) {
  /** A note on a line of its own: words after 注 or 说明, or a sentence in brackets. */
  private static final Pattern NOTE =
      Pattern.compile("[（(【]?(?:注|备注|说明|附注)[:：].*|[（(【][^（()）|]{8,}[）)】]");

  /** A label of a whole table with its text: 填报单位（盖章）：某局, 单位：万元. */
  private static final Pattern TABLE_LABEL =
      Pattern.compile(
          "(?:[编填]\\p{IsHan}{0,3}(?:单位|部门|日期)|公开部门|部门|(?:金额)?单位)(?:[（(]盖?公?章[）)])?[:：].*");

  private static final Pattern NUMBER = Pattern.compile("[-−－]?\\d[\\d,]*(?:\\.\\d+)?[%％]?");
  private static final Pattern YEAR = Pattern.compile("20\\d\\d");

  TextTable(List<List<String>> rows, int end) {
    this(List.of(), rows, List.of(), end);
  }

  /** Whether a cell is a number, perhaps with a sign or a percent sign. */
  static boolean isNumber(String cell) {
    return NUMBER.matcher(cell).matches();
  }

  /** Whether a cell is a number; a year does not count, since it may be the title of a column. */
  static boolean isAmount(String cell) {
    return isNumber(cell) && !YEAR.matcher(cell).matches();
  }

  /** Whether a line is a note: words after 注 or 说明, or a sentence in brackets. */
  static boolean isNote(String line) {
    return NOTE.matcher(line.strip()).matches();
  }

  /**
   * Whether a line is a note and the row below it has an amount and as many cells as the table, so
   * that the table goes on below the note.
   */
  static boolean isNoteBetweenRows(String line, List<String> rowBelow, int columns) {
    return isNote(line)
        && rowBelow.size() == columns
        && rowBelow.stream().anyMatch(TextTable::isAmount);
  }

  /**
   * The table in which the first and last rows with a single filled field, and the notes between
   * its rows, have become captions and notes; itself if all rows are of this kind.
   */
  TextTable separateCaptionsAndNotes() {
    int from = 0;
    while (from < rows.size() && hasOneField(rows.get(from))) {
      from++;
    }
    int to = rows.size();
    while (to > from && hasOneField(rows.get(to - 1))) {
      to--;
    }
    return to == from
        ? this
        : new TextTable(
                fieldsOf(rows.subList(0, from)),
                rows.subList(from, to),
                fieldsOf(rows.subList(to, rows.size())),
                end)
            .moveNotesBelowRows();
  }

  /**
   * The table in which the first rows have become captions as far as they are titles (附件3) of which
   * only the first cell is filled, or labels of the whole table (填报单位：某局, 单位：万元). Itself if all
   * rows are of this kind.
   */
  TextTable separateTitleRows() {
    int from = 0;
    while (from < rows.size() && isTitleRow(rows.get(from))) {
      from++;
    }
    return from == rows.size()
        ? this
        : new TextTable(
            fieldsOf(rows.subList(0, from)), rows.subList(from, rows.size()), notes, end);
  }

  private static boolean isTitleRow(List<String> row) {
    List<String> fields = row.stream().filter(c -> !c.isBlank()).toList();
    boolean title = hasOneField(row) && !row.getFirst().isBlank();
    return title
        || (!fields.isEmpty() && fields.stream().allMatch(c -> TABLE_LABEL.matcher(c).matches()));
  }

  /** The table in which the rows that are only a note have become the first of its notes. */
  TextTable moveNotesBelowRows() {
    List<List<String>> between = rows.stream().filter(TextTable::isNote).toList();
    List<String> below = new ArrayList<>(fieldsOf(between));
    below.addAll(notes);
    return new TextTable(
        captions, rows.stream().filter(row -> !between.contains(row)).toList(), below, end);
  }

  private static boolean isNote(List<String> row) {
    List<String> fields = row.stream().filter(c -> !c.isBlank()).toList();
    return fields.size() == 1 && isNote(fields.getFirst());
  }

  /** Whether at most one of three or more fields is filled. */
  private static boolean hasOneField(List<String> row) {
    return row.size() > 2 && row.stream().filter(c -> !c.isBlank()).count() <= 1;
  }

  private static List<String> fieldsOf(List<List<String>> rows) {
    return rows.stream().flatMap(List::stream).filter(c -> !c.isBlank()).toList();
  }

  /** Puts the cells on a grid; the last cell of a short row spans the remaining columns. */
  TableGrid toGrid() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    TableGrid grid = new TableGrid();
    for (int r = 0; r < rows.size(); r++) {
      List<String> row = rows.get(r);
      for (int c = 0; c < row.size(); c++) {
        grid.put(r, c, 1, c == row.size() - 1 ? columns - c : 1, row.get(c));
      }
    }
    return grid;
  }
}
