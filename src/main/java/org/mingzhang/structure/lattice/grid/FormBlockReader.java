package org.mingzhang.structure.lattice.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.schema.AccountTitleMapper;
import org.mingzhang.text.PatternTable;

/**
 * Reads the small tables beside a label in the grids of performance forms: the tasks of a year with
 * their money (年度主要任务: 任务名称, 主要内容, 预算金额), and the shares of the money to be spent by the end of
 * each month (资金支出计划: 3月底, 6月底). Funding rows are read by {@link FundingTableReader}. Stateless.
 */
public final class FormBlockReader {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(FormBlockReader.class);
  private static final Pattern TASK_TITLE = PATTERNS.get("task-title");
  private static final Pattern MONTH_TITLE = PATTERNS.get("month-title");
  private static final Pattern PERCENT_SIGN = Pattern.compile("[%％]$");
  private static final int MIN_MONTHS = 3;

  private FormBlockReader() {}

  /**
   * A column of a block.
   *
   * @param title its title, below that of its group
   * @param from first column of the grid that it covers
   * @param to column of the grid after the last
   */
  private record BlockColumn(String title, int from, int to) {}

  /** The tables in reading order; none for grids that were read as data tables. */
  public static List<TableData> read(List<Section> sections) {
    List<TableData> tables = new ArrayList<>();
    FormGrid.findAll(sections).forEach(grid -> addBlocksOfGrid(grid, tables));
    return tables;
  }

  private static void addBlocksOfGrid(FormGrid grid, List<TableData> tables) {
    for (int row = 0; row + 1 < grid.rows(); row++) {
      int first = firstTitleColumn(grid, row);
      if (first <= 0) {
        continue;
      }
      int body = hasSecondTitleRow(grid, row, first) ? row + 2 : row + 1;
      List<BlockColumn> columns = readColumns(grid, row, first, body);
      List<List<String>> rows =
          isBlockHeader(columns) ? readRows(grid, row, body, columns) : List.of();
      if (rows.stream().flatMap(List::stream).noneMatch(FormBlockReader::isNumberOrRate)) {
        continue;
      }
      List<String> header = columns.stream().map(BlockColumn::title).toList();
      tables.add(grid.toTable(grid.text(row, first - 1), row, body, header, rows));
      row = body + rows.size() - 1;
    }
  }

  /** The column of the first title to the right of a label in a row; -1 if there is none. */
  private static int firstTitleColumn(FormGrid grid, int row) {
    for (int c = 1; c < grid.columns(); c++) {
      String text = grid.ownText(row, c);
      if (!text.isEmpty() && !grid.text(row, c - 1).isEmpty()) {
        boolean title = TASK_TITLE.matcher(text).matches() || MONTH_TITLE.matcher(text).matches();
        return title ? c : -1;
      }
    }
    return -1;
  }

  /** Whether the row below has only titles, none of them below the first title. */
  private static boolean hasSecondTitleRow(FormGrid grid, int row, int firstTitleColumn) {
    List<String> below =
        IntStream.range(firstTitleColumn, grid.columns())
            .mapToObj(c -> grid.ownText(row + 1, c))
            .toList();
    return below.getFirst().isEmpty()
        && below.stream().anyMatch(text -> !text.isEmpty())
        && below.stream().noneMatch(FormBlockReader::isNumberOrRate);
  }

  private static List<BlockColumn> readColumns(
      FormGrid grid, int row, int firstTitleColumn, int body) {
    List<BlockColumn> columns = new ArrayList<>();
    String group = "";
    for (int c = firstTitleColumn; c < grid.columns(); c++) {
      String own = grid.ownText(row, c);
      String below = body == row + 2 ? grid.ownText(row + 1, c) : "";
      group = own.isEmpty() ? group : own;
      if (own.isEmpty() && below.isEmpty()) {
        continue;
      }
      String title = below.isEmpty() ? group : group + "/" + below;
      columns.add(new BlockColumn(title, c, grid.endOfCell(body - 1, c)));
    }
    return columns;
  }

  /** Whether columns are those of tasks with their money, or of several months. */
  private static boolean isBlockHeader(List<BlockColumn> columns) {
    if (TASK_TITLE.matcher(columns.getFirst().title()).matches()) {
      return columns.stream()
          .anyMatch(column -> AccountTitleMapper.findType(groupTitle(column)) == ColumnType.AMOUNT);
    }
    return columns.size() >= MIN_MONTHS
        && columns.stream().allMatch(column -> MONTH_TITLE.matcher(column.title()).matches());
  }

  private static String groupTitle(BlockColumn column) {
    int end = column.title().indexOf('/');
    return end < 0 ? column.title() : column.title().substring(0, end);
  }

  /** The rows from an index on that have no other label than the block itself. */
  private static List<List<String>> readRows(
      FormGrid grid, int headerRow, int from, List<BlockColumn> columns) {
    List<List<String>> rows = new ArrayList<>();
    int label = columns.getFirst().from() - 1;
    for (int row = from; row < grid.rows(); row++) {
      boolean ofBlock = grid.isMergedOver(headerRow, row, label);
      if (!ofBlock && !grid.text(row, label).isEmpty()) {
        break;
      }
      int at = row;
      List<String> cells =
          columns.stream().map(c -> grid.firstOwnText(at, c.from(), c.to())).toList();
      if (cells.stream().allMatch(String::isEmpty)) {
        break;
      }
      rows.add(cells);
    }
    return rows;
  }

  private static boolean isNumberOrRate(String text) {
    return CellTextClassifier.isNumber(PERCENT_SIGN.matcher(text).replaceFirst(""));
  }
}
