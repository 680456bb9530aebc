package org.mingzhang.structure.lattice.grid;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticeCosts;
import org.mingzhang.structure.lattice.schema.AccountTitleMapper;
import org.mingzhang.structure.lattice.schema.FundingTitleMapper;

/**
 * Reads the funding rows of performance forms (年度资金总额 below 全年预算数, 全年执行数, 执行率) from grids that are
 * not read as data tables, since most of their cells are goals and indicators. Stateless.
 */
public final class FundingTableReader {
  private static final int MIN_TITLES = 3;
  private static final int MIN_AMOUNT_TITLES = 2;
  private static final String DEFAULT_BLOCK_LABEL = "项目资金";

  private FundingTableReader() {}

  /** The tables in reading order, at most one for each header among the rows of a grid. */
  public static List<TableData> read(List<Section> sections) {
    List<TableData> tables = new ArrayList<>();
    FormGrid.findAll(sections).forEach(grid -> addTablesOfGrid(grid, tables));
    return tables;
  }

  private static void addTablesOfGrid(FormGrid grid, List<TableData> tables) {
    for (int row = 0; row + 1 < grid.rows(); row++) {
      List<FundingColumnTitle> titles = readTitles(grid, row);
      List<List<String>> lines = titles.isEmpty() ? List.of() : readRows(grid, row, titles);
      if (lines.isEmpty()) {
        titles = readTitlesOfSources(grid, row);
        lines = titles.isEmpty() ? List.of() : readRowsBelowSources(grid, row, titles);
      }
      if (!lines.isEmpty()) {
        List<String> header = new ArrayList<>(List.of(findBlockLabel(grid, row, titles)));
        titles.forEach(title -> header.add(title.column().title()));
        String caption = grid.captionFinder().readFormCaptionAbove(row);
        tables.add(grid.toTable(caption, row, row + 1, header, lines));
        row += lines.size();
      }
    }
  }

  /**
   * The title of a column of a funding table, with the grid columns that it covers.
   *
   * @param column the column of the table
   * @param from first column of the grid that it covers
   * @param to column of the grid after the last
   */
  private record FundingColumnTitle(Column column, int from, int to) {}

  /** The titles in a row from left to right; empty if they are not those of funding rows. */
  private static List<FundingColumnTitle> readTitles(FormGrid grid, int row) {
    List<FundingColumnTitle> titles = new ArrayList<>();
    int amounts = 0;
    boolean hasNameColumn = false;
    for (int c = 0; c < grid.columns(); c++) {
      String text = grid.ownText(row, c);
      ColumnType type = findType(text, hasNameColumn);
      if (text.isEmpty() || (titles.isEmpty() && type != ColumnType.AMOUNT)) {
        hasNameColumn |= AccountTitleMapper.findType(text) == ColumnType.NAME;
        continue;
      }
      if (type == ColumnType.ANY) {
        return List.of();
      }
      if (!titles.isEmpty() && repeatsColumnBefore(grid, row, c)) {
        FundingColumnTitle merged = titles.removeLast();
        titles.add(new FundingColumnTitle(merged.column(), merged.from(), c + 1));
        continue;
      }
      titles.add(new FundingColumnTitle(new Column(text, type), c, grid.endOfCell(row, c)));
      amounts += type == ColumnType.AMOUNT ? 1 : 0;
    }
    if (!titles.isEmpty() && isLabelAboveNames(grid, row, titles.getFirst())) {
      titles.removeFirst();
      amounts--;
    }
    boolean whole = titles.size() >= MIN_TITLES && amounts >= MIN_AMOUNT_TITLES;
    return whole && titles.getFirst().from() > 0 ? titles : List.of();
  }

  /**
   * Whether a title and the cell below it are the same as those to their left: the copy repeats
   * merged cells in each column that they cover.
   */
  private static boolean repeatsColumnBefore(FormGrid grid, int row, int column) {
    return grid.ownText(row, column).equals(grid.text(row, column - 1))
        && grid.text(row + 1, column).equals(grid.text(row + 1, column - 1));
  }

  /**
   * The titles of a header that names the total of the funds and its sources, from left to right;
   * empty if a row is no such header.
   */
  private static List<FundingColumnTitle> readTitlesOfSources(FormGrid grid, int row) {
    List<FundingColumnTitle> titles = new ArrayList<>();
    for (int c = grid.endOfCell(row, 0); c < grid.columns(); c++) {
      String text = grid.ownText(row, c);
      ColumnType type = FundingTitleMapper.findTypeAmongSources(text);
      if (!text.isEmpty() && type != ColumnType.ANY) {
        titles.add(new FundingColumnTitle(new Column(text, type), c, grid.endOfCell(row, c)));
      } else if (!text.isEmpty() && !titles.isEmpty()) {
        return List.of();
      }
    }
    boolean sources =
        FundingTitleMapper.areSources(
            titles.stream().map(title -> title.column().title()).toList());
    return sources ? titles : List.of();
  }

  /**
   * The rows below titles of sources, up to the first row that lacks an amount of one of the
   * titles. The rows are named by a stage (年初预算), or not at all.
   */
  private static List<List<String>> readRowsBelowSources(
      FormGrid grid, int headerRow, List<FundingColumnTitle> titles) {
    List<List<String>> lines = new ArrayList<>();
    for (int row = headerRow + 1; row < grid.rows(); row++) {
      List<String> line = readRow(grid, headerRow, row, titles);
      boolean whole = !CellTextClassifier.isNumber(line.getFirst());
      for (int i = 0; whole && i < titles.size(); i++) {
        whole =
            titles.get(i).column().type() != ColumnType.AMOUNT
                || CellTextClassifier.isNumber(line.get(i + 1));
      }
      if (!whole) {
        break;
      }
      lines.add(line);
    }
    return lines;
  }

  /**
   * The type of a column.
   *
   * @param hasNameColumn whether a column of names (资金来源) stands to the left; a title that is
   *     otherwise unknown is then one of amounts if account tables use it for amounts
   */
  private static ColumnType findType(String title, boolean hasNameColumn) {
    ColumnType type = FundingTitleMapper.findType(title);
    return hasNameColumn
            && type == ColumnType.ANY
            && AccountTitleMapper.findType(title) == ColumnType.AMOUNT
        ? ColumnType.AMOUNT
        : type;
  }

  /** Whether a title of amounts is in fact the label above the names of the rows: 年度预算数（万元）. */
  private static boolean isLabelAboveNames(FormGrid grid, int row, FundingColumnTitle title) {
    String below = grid.ownText(row + 1, title.from());
    return CellTextClassifier.isOfClass(below, CellTextClass.FUNDING_NAME);
  }

  /** The rows below the titles, up to the first that is not a funding row. */
  private static List<List<String>> readRows(
      FormGrid grid, int headerRow, List<FundingColumnTitle> titles) {
    List<List<String>> lines = new ArrayList<>();
    for (int row = headerRow + 1; row < grid.rows(); row++) {
      List<String> line = readRow(grid, headerRow, row, titles);
      if (!isFundingRow(line, titles)) {
        break;
      }
      lines.add(line);
    }
    return lines;
  }

  private static List<String> readRow(
      FormGrid grid, int headerRow, int row, List<FundingColumnTitle> titles) {
    List<String> line = new ArrayList<>();
    String name = "";
    for (int c = 0; c < titles.getFirst().from(); c++) {
      boolean ofAll = grid.isMergedOver(headerRow, row, c);
      name = ofAll || grid.text(row, c).isEmpty() ? name : grid.text(row, c);
    }
    line.add(name);
    titles.forEach(title -> line.add(grid.firstOwnText(row, title.from(), title.to())));
    return line;
  }

  /**
   * Whether a line is a funding row: it has a name, it has an amount or no values at all, and its
   * cells fit their columns at a cost of at most {@code dearest_fund_row}.
   */
  private static boolean isFundingRow(List<String> line, List<FundingColumnTitle> titles) {
    double cost =
        LatticeCosts.emissionCost(
            ColumnType.FUNDING_NAME, CellTextClassifier.classify(line.getFirst()));
    boolean amount = false;
    for (int i = 0; i < titles.size(); i++) {
      String value = line.get(i + 1);
      ColumnType type = titles.get(i).column().type();
      amount |= type == ColumnType.AMOUNT && CellTextClassifier.isNumber(value);
      cost +=
          value.isEmpty() ? 0 : LatticeCosts.emissionCost(type, CellTextClassifier.classify(value));
    }
    boolean named = !line.getFirst().isEmpty();
    boolean blank = line.stream().skip(1).allMatch(v -> v.isEmpty() || "—-－–/".contains(v));
    return named && (amount || blank) && cost <= LatticeCosts.parameter("dearest_fund_row");
  }

  /**
   * The last text to the left of the titles that is not a number, which names the block of rows;
   * {@link #DEFAULT_BLOCK_LABEL} if there is none.
   */
  private static String findBlockLabel(FormGrid grid, int row, List<FundingColumnTitle> titles) {
    String label = "";
    for (int c = 0; c < titles.getFirst().from(); c++) {
      String text = grid.text(row, c);
      label = text.isEmpty() || CellTextClassifier.isNumber(text) ? label : text;
    }
    return label.isEmpty() ? DEFAULT_BLOCK_LABEL : label;
  }
}
