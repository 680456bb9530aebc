package org.mingzhang.extract.sheet;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mingzhang.extract.BlockCollector;
import org.mingzhang.extract.TableGrid;

/**
 * Divides a sheet into captions, tables and notes: rows of one cell or of labels above a table are
 * captions, those below it are notes, and a blank row may start the next table. Not thread-safe.
 */
final class SheetLayoutAnalyzer {
  /** Names that spreadsheet programs give to new sheets. */
  private static final Pattern DEFAULT_NAME =
      Pattern.compile("(?i)(sheet|工作表|表)\\s*\\d*(\\s*\\(\\d+\\))?");

  /** Labels between title and table: 部门：…, 单位：万元, 公开01表, 附表2. */
  private static final Pattern LABEL =
      Pattern.compile(
          "[^：:]{1,12}[：:].*|(公开|附件?|附表|预算|决算)?\\s*[0-9一二三四五六七八九十]{1,3}\\s*表"
              + "|(附件|附表|表)\\s*[0-9一二三四五六七八九十]{1,3}([-—][0-9]+)?");

  private static final Pattern NOTE = Pattern.compile("(?s)(注|备注|说明)\\s*[：:0-9一1].*");

  /** Name of a sheet that lists the other sheets by their titles. */
  private static final Pattern CONTENTS_SHEET_NAME = Pattern.compile("目\\s*[录次]");

  /** A cell of a sheet that lists the other sheets: the number or title of a table. */
  private static final Pattern CONTENTS_ENTRY =
      Pattern.compile(
          "(?s)(第?[0-9一二三四五六七八九十]+[、.．部]|[（(][0-9一二三四五六七八九十]+[)）]|附?表\\s*[0-9一二三四五六七八九十]).*|[0-9]{1,2}|.{2,60}表");

  /** Maximum number of cells of a row of labels. */
  private static final int MAX_LABELS_PER_ROW = 4;

  /** Length, in characters, above which a text alone below a table is a note. */
  private static final int LONG_NOTE_LENGTH = 30;

  private final String name;
  private final List<VisibleRow> rows;
  private final BlockCollector blocks;

  /**
   * Creates an analyzer for one sheet.
   *
   * @param name name of the sheet
   * @param rows its visible rows, the first and last not blank
   */
  SheetLayoutAnalyzer(String name, List<VisibleRow> rows, BlockCollector blocks) {
    this.name = name;
    this.rows = rows;
    this.blocks = blocks;
  }

  /** Adds the sheet's name unless it is a default name. */
  static void addTitle(String name, BlockCollector blocks) {
    if (!DEFAULT_NAME.matcher(name).matches()) {
      blocks.addParagraph(name, 0, false);
    }
  }

  /**
   * Adds the captions, tables and notes in order. The name of the sheet comes first if no caption
   * is above the first table. Of a sheet that lists the other sheets, only the text without the
   * entries is added.
   */
  void addBlocks() {
    if (CONTENTS_SHEET_NAME.matcher(name.strip()).matches()) {
      rows.stream()
          .filter(row -> row.equals(rows.getFirst()) || !hasContentsEntry(row))
          .forEach(this::addText);
      return;
    }
    boolean named = false;
    int at = 0;
    while (at < rows.size()) {
      int table = indexAfterCaptions(at);
      if (!named && table == at) {
        addTitle(name, blocks);
      }
      named = true;
      rows.subList(at, table).forEach(this::addText);
      int end = endOfTable(table);
      int notes = startOfNotes(table, end);
      addTable(rows.subList(table, notes));
      rows.subList(notes, end).forEach(this::addText);
      at = end;
    }
  }

  private static boolean hasContentsEntry(VisibleRow row) {
    return row.cells().stream()
        .anyMatch(
            c ->
                CONTENTS_ENTRY.matcher(c.text().strip()).matches()
                    || CONTENTS_SHEET_NAME.matcher(c.text().strip()).matches());
  }

  private int indexAfterCaptions(int from) {
    int at = from;
    while (at < rows.size() && isCaption(rows.get(at))) {
      at++;
    }
    return at;
  }

  private static boolean isCaption(VisibleRow row) {
    return row.cells().size() <= 1
        || (row.cells().size() <= MAX_LABELS_PER_ROW
            && row.cells().stream().allMatch(c -> LABEL.matcher(c.text()).matches()));
  }

  /**
   * Index of the row after a table: the first blank row that a caption follows, otherwise the
   * number of rows.
   */
  private int endOfTable(int from) {
    for (int at = from; at < rows.size(); at++) {
      if (rows.get(at).isBlank()) {
        int next = indexAfterCaptions(at);
        if (next > at + 1) {
          return at;
        }
      }
    }
    return rows.size();
  }

  private int startOfNotes(int from, int end) {
    int columns = startColumns(rows.subList(from, end)).size();
    int start = end;
    while (start > from && isNote(rows.get(start - 1), columns)) {
      start--;
    }
    return start;
  }

  private static boolean isNote(VisibleRow row, int columns) {
    if (row.isBlank()) {
      return true;
    }
    List<VisibleCell> cells = row.cells();
    VisibleCell cell = cells.getFirst();
    boolean signs =
        cells.size() <= MAX_LABELS_PER_ROW && cells.stream().allMatch(c -> isSignature(c.text()));
    return signs
        || (cells.size() == 1
            && (NOTE.matcher(cell.text()).matches()
                || cell.text().length() > LONG_NOTE_LENGTH
                || (columns > 2 && cell.columnSpan() >= columns - 1)));
  }

  private static boolean isSignature(String text) {
    return LABEL.matcher(text).matches() && text.matches("(填表|制表|审核|联系|单位负责|填报|负责).*");
  }

  private void addText(VisibleRow row) {
    row.cells().forEach(cell -> blocks.addParagraph(cell.text(), 0, false));
  }

  private void addTable(List<VisibleRow> tableRows) {
    List<VisibleRow> filled = tableRows.stream().filter(row -> !row.isBlank()).toList();
    NavigableSet<Integer> columns = startColumns(filled);
    TableGrid grid = new TableGrid();
    for (int r = 0; r < filled.size(); r++) {
      for (VisibleCell cell : filled.get(r).cells()) {
        int first = columns.headSet(cell.column()).size();
        int height = countRowsInSpan(filled, r, cell.rowSpan());
        int width = columns.subSet(cell.column(), cell.column() + cell.columnSpan()).size();
        grid.put(r, first, height, width, cell.text());
      }
    }
    for (int r = 0; r < filled.size(); r++) {
      for (int c = 0; c < columns.size(); c++) {
        grid.put(r, c, 1, 1, "");
      }
    }
    blocks.addTable(grid, blocks.page());
  }

  /**
   * Number of the given rows, from index {@code from} on, that are inside the span of sheet rows
   * that begins there; at least 1.
   */
  private static int countRowsInSpan(List<VisibleRow> rows, int from, int span) {
    int end = from + 1;
    while (end < rows.size() && rows.get(end).number() < rows.get(from).number() + span) {
      end++;
    }
    return end - from;
  }

  /** The columns in which a cell with text starts. */
  private static NavigableSet<Integer> startColumns(List<VisibleRow> tableRows) {
    NavigableSet<Integer> columns = new TreeSet<>();
    tableRows.forEach(row -> row.cells().forEach(cell -> columns.add(cell.column())));
    return columns;
  }
}
