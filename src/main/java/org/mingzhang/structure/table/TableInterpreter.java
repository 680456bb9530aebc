package org.mingzhang.structure.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.grid.CellText;
import org.mingzhang.structure.grid.Grid;
import org.mingzhang.text.PatternTable;

/**
 * Reads a grid as tables of data. A grid may hold several tables below each other, each with its
 * own header. Rows without content, footnotes, repeated headers and column numbers are not data;
 * totals and rows with only a label are.
 */
final class TableInterpreter {
  private static final Pattern SIDE_AFTER_NAME = Pattern.compile("[(][左右\\d][)]$");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(TableInterpreter.class);
  private static final Pattern EMPTY_TABLE_NOTE = PATTERNS.get("empty-table-note");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d(?:年度?)?");

  /** Maximum number of rows above a header that hold a caption, its number and its unit. */
  private static final int MAX_LINES_ABOVE_HEADER = 4;

  private final Grid grid;
  private final List<Integer> rowPages;

  TableInterpreter(Grid grid, List<Integer> rowPages) {
    this.grid = grid;
    this.rowPages = rowPages;
  }

  /**
   * The columns and rows of one table of a grid.
   *
   * @param firstRow grid row of its first header row
   * @param title its title where that is part of its header; empty otherwise
   * @param hasCaptionInGrid whether its caption is in the grid, below the table before it
   * @param page page on which it starts
   * @param header column names
   * @param rows data rows
   * @param rowPages page of each row
   */
  record InterpretedTable(
      int firstRow,
      String title,
      boolean hasCaptionInGrid,
      int page,
      List<String> header,
      List<List<String>> rows,
      List<Integer> rowPages) {}

  /**
   * Reads all tables of the grid; empty if it has no header of a data table. A table may have no
   * rows.
   */
  List<InterpretedTable> read() {
    List<InterpretedTable> tables = new ArrayList<>();
    TableHeaderFinder finder = new TableHeaderFinder(grid);
    TableHeaderFinder.TableRowBounds rows = finder.findRowBounds(0);
    int start = 0;
    while (rows.headerEnd() > rows.headerStart()) {
      int end = indexOfNextTable(finder, rows);
      InterpretedTable interpretedTable =
          readTable(rows, start > 0 && rows.headerStart() > start, end);
      AdjacentTableSplitter.split(interpretedTable).stream()
          .filter(TableInterpreter::isDataTable)
          .map(RepeatedColumnsJoiner::join)
          .forEach(tables::add);
      start = end;
      rows =
          end < grid.rows()
              ? finder.findRowBounds(end)
              : new TableHeaderFinder.TableRowBounds(end, end, -1, end);
    }
    return tables;
  }

  /**
   * The first row after the data that begins another caption or header; the number of rows if there
   * is none.
   */
  private int indexOfNextTable(TableHeaderFinder finder, TableHeaderFinder.TableRowBounds bounds) {
    boolean amounts = false;
    for (int r = bounds.dataStart(); r < grid.rows(); r++) {
      List<String> words = grid.nonEmptyTexts(r);
      if ((amounts || isMergedCaption(r)) && isCaptionOfNextTable(finder, bounds, r)) {
        return r;
      }
      if (amounts
          && words.size() >= 3
          && words.stream().noneMatch(CellText::isNumber)
          && words.stream().noneMatch(CellText::isEllipsis)
          && words.stream().skip(1).allMatch(TableVocabulary::isHeaderWord)
          && !repeatsHeader(bounds, words)
          && finder.findRowBounds(r).headerStart() == r) {
        return r;
      }
      amounts |= words.stream().anyMatch(CellText::isNumber);
    }
    return grid.rows();
  }

  /** Whether a row is the caption or number of a table whose header follows. */
  private boolean isCaptionOfNextTable(
      TableHeaderFinder finder, TableHeaderFinder.TableRowBounds bounds, int row) {
    String only = grid.textOfOnlyFilledCell(row);
    if (!TableVocabulary.isFormNumberOrYear(only)
        && (!TableVocabulary.isCaption(only) || TableVocabulary.isHeaderWord(only))) {
      return false;
    }
    TableHeaderFinder.TableRowBounds next = finder.findRowBounds(row);
    return next.headerStart() > row
        && next.headerStart() - row <= MAX_LINES_ABOVE_HEADER
        && next.headerEnd() > next.headerStart()
        && next.dataStart() < grid.rows()
        && !repeatsHeader(bounds, grid.nonEmptyTexts(next.headerStart()));
  }

  /**
   * Whether a row is a caption in a cell that is merged over at least three columns. Such a caption
   * begins a table even if the table above it has no amounts.
   */
  private boolean isMergedCaption(int row) {
    return TableVocabulary.isCaption(grid.textOfOnlyFilledCell(row))
        && grid.firstCellWidth(row) > 2;
  }

  private boolean repeatsHeader(TableHeaderFinder.TableRowBounds bounds, List<String> words) {
    int end = Math.max(bounds.dataStart(), bounds.codePartsRow() + 1);
    for (int r = bounds.headerStart(); r < end; r++) {
      if (grid.nonEmptyTexts(r).equals(words)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads the columns and data rows of one table. If all rows are totals without amounts, the table
   * gets no rows.
   *
   * @param end row after its last row
   */
  private InterpretedTable readTable(
      TableHeaderFinder.TableRowBounds bounds, boolean hasCaption, int end) {
    TableColumns columns = TableColumns.read(grid, bounds, end);
    List<List<String>> data = new ArrayList<>();
    List<Integer> pages = new ArrayList<>();
    for (int r = bounds.dataStart(); r < end; r++) {
      List<String> cells = columns.cellTexts(grid, r, bounds);
      boolean repeated = r > bounds.codePartsRow() && repeatsHeader(bounds, grid.nonEmptyTexts(r));
      if (repeated || holdsNoData(columns, cells, r)) {
        continue;
      }
      data.add(cells);
      pages.add(rowPages.get(r));
    }
    if (data.stream().allMatch(TableInterpreter::isTotalWithoutAmount)) {
      data.clear();
      pages.clear();
    }
    int page = rowPages.get(bounds.headerStart());
    return new InterpretedTable(
        bounds.headerStart(), "", hasCaption, page, columns.names(), data, pages);
  }

  private boolean holdsNoData(TableColumns columns, List<String> cells, int row) {
    boolean filled = false;
    for (int i = 0; i < cells.size(); i++) {
      filled |= !cells.get(i).isEmpty() && !columns.holdsLineNumbers(i);
    }
    return !filled || isRemark(cells, row);
  }

  /** Whether a row of the grid is a footnote, a line such as 单位：万元, or a sentence. */
  private boolean isRemark(List<String> cells, int row) {
    List<String> filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
    String first = filled.get(0);
    if (TableVocabulary.isNote(first)
        || filled.stream().allMatch(TableVocabulary::isLineAboveTable)) {
      return true;
    }
    boolean broad = grid.firstCellWidth(row) * 2 > grid.columns();
    return filled.size() == 1
        && broad
        && grid.columns() > 1
        && (first.length() > 20
            || first.endsWith("。")
            || first.contains("本表")
            || EMPTY_TABLE_NOTE.matcher(first).matches());
  }

  private static boolean isTotalWithoutAmount(List<String> cells) {
    return cells.stream().allMatch(cell -> cell.isEmpty() || TableVocabulary.isTotal(cell));
  }

  /**
   * Whether a table is kept. It must have two named columns, at least half of them with titles of
   * the prescribed forms; a table with amounts needs only one such title. Years count as titles of
   * the forms.
   */
  private static boolean isDataTable(InterpretedTable interpretedTable) {
    long named = interpretedTable.header().stream().filter(name -> !name.isEmpty()).count();
    if (named < 2) {
      return false;
    }
    long formal =
        interpretedTable.header().stream()
            .map(TableInterpreter::lastTitleLevel)
            .filter(n -> TableVocabulary.isHeaderWord(n) || YEAR.matcher(n).matches())
            .count();
    boolean amounts =
        interpretedTable.rows().stream().flatMap(List::stream).anyMatch(CellText::isNumber);
    return formal * 2 >= named || (amounts && formal >= 1 && !interpretedTable.rows().isEmpty());
  }

  private static String lastTitleLevel(String name) {
    return SIDE_AFTER_NAME.matcher(name.substring(name.lastIndexOf('/') + 1)).replaceAll("");
  }
}
