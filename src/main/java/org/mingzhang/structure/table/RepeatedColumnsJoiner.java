package org.mingzhang.structure.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.structure.grid.CellText;
import org.mingzhang.structure.table.TableInterpreter.InterpretedTable;
import org.mingzhang.text.PatternTable;

/**
 * Joins the sides of a list that is printed in several sets of equal columns beside each other to
 * save space. The sides are put below each other, from left to right. If the row numbers continue
 * from side to side within each row, the rows of all sides are put below each other row by row
 * instead. The two sides of a table of revenue and expenditure are no such list, nor are tables of
 * accounts. Stateless.
 */
final class RepeatedColumnsJoiner {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(RepeatedColumnsJoiner.class);
  private static final Pattern ACCOUNT_COLUMN_TITLE = PATTERNS.get("account-column");
  private static final Pattern REVENUE_OR_EXPENDITURE_NAME = PATTERNS.get("side-name");

  /** The mark by which equal names of columns are distinguished. */
  private static final Pattern SIDE_MARK = Pattern.compile("[(][左右\\d][)](?=/|$)");

  private static final String ORDINAL_TITLE = "序号";
  private static final int MIN_COLUMNS = 2;
  private static final int MIN_ROWS = 2;
  private static final int MAX_SIDES = 4;

  private RepeatedColumnsJoiner() {}

  /**
   * The table with its sides below each other; the given table if it is no list of several sides.
   */
  static InterpretedTable join(InterpretedTable table) {
    int width = table.header().size();
    for (int sides = MAX_SIDES; sides > 1; sides--) {
      if (width % sides == 0
          && width / sides >= MIN_COLUMNS
          && haveSidesEqualTitles(table.header(), width / sides)
          && isOneList(table, width / sides)) {
        return joinSides(table, width / sides);
      }
    }
    return table;
  }

  private static boolean haveSidesEqualTitles(List<String> header, int width) {
    return IntStream.range(0, header.size())
        .allMatch(
            c ->
                SIDE_MARK.matcher(header.get(c)).find()
                    && withoutMark(header.get(c)).equals(withoutMark(header.get(c % width))));
  }

  private static String withoutMark(String name) {
    return SIDE_MARK.matcher(name).replaceFirst("");
  }

  /**
   * Whether the sides are parts of one list: each has names and numbers, and the row numbers
   * continue from one side to the next. In a list without row numbers, no name may be one of
   * revenue or expenditure.
   */
  private static boolean isOneList(InterpretedTable table, int width) {
    List<String> titles =
        table.header().subList(0, width).stream().map(RepeatedColumnsJoiner::withoutMark).toList();
    if (table.rows().size() < MIN_ROWS
        || titles.stream().anyMatch(title -> ACCOUNT_COLUMN_TITLE.matcher(title).find())) {
      return false;
    }
    for (int side = 0; side < table.header().size(); side += width) {
      int first = side;
      List<String> cells =
          table.rows().stream().flatMap(row -> row.subList(first, first + width).stream()).toList();
      if (cells.stream().noneMatch(CellText::isNumber)
          || cells.stream().noneMatch(RepeatedColumnsJoiner::hasIdeograph)) {
        return false;
      }
    }
    return titles.getFirst().equals(ORDINAL_TITLE)
        ? areOrdinalsConsecutive(listRowsBySide(table, width))
            || areOrdinalsConsecutive(listRowsAcrossSides(table, width))
        : table.rows().stream()
            .flatMap(List::stream)
            .noneMatch(cell -> REVENUE_OR_EXPENDITURE_NAME.matcher(cell).find());
  }

  private static boolean hasIdeograph(String cell) {
    return cell.codePoints().anyMatch(Character::isIdeographic);
  }

  /**
   * A row of the list.
   *
   * @param cells its cells
   * @param page the page on which it is printed
   */
  private record ListRow(List<String> cells, int page) {}

  /**
   * The rows that are not blank, side by side of the table: all rows of the first side, then those
   * of the next.
   */
  private static List<ListRow> listRowsBySide(InterpretedTable table, int width) {
    List<ListRow> rows = new ArrayList<>();
    for (int side = 0; side < table.header().size(); side += width) {
      for (int row = 0; row < table.rows().size(); row++) {
        addUnlessBlank(rows, table, row, side, width);
      }
    }
    return rows;
  }

  /**
   * The rows that are not blank, row by row of the table, and within a row from the first side to
   * the last.
   */
  private static List<ListRow> listRowsAcrossSides(InterpretedTable table, int width) {
    List<ListRow> rows = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      for (int side = 0; side < table.header().size(); side += width) {
        addUnlessBlank(rows, table, row, side, width);
      }
    }
    return rows;
  }

  private static void addUnlessBlank(
      List<ListRow> rows, InterpretedTable table, int row, int startColumn, int width) {
    List<String> cells = table.rows().get(row).subList(startColumn, startColumn + width);
    if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
      rows.add(new ListRow(cells, table.rowPages().get(row)));
    }
  }

  /** Whether the row numbers, as far as they are given, are 1, 2, 3 and so on. */
  private static boolean areOrdinalsConsecutive(List<ListRow> rows) {
    int next = 1;
    for (ListRow row : rows) {
      String ordinal = row.cells().getFirst();
      if (!ordinal.isEmpty() && !ordinal.equals(Integer.toString(next++))) {
        return false;
      }
    }
    return next > 1;
  }

  private static InterpretedTable joinSides(InterpretedTable table, int width) {
    boolean numbered = withoutMark(table.header().getFirst()).equals(ORDINAL_TITLE);
    List<ListRow> rows = listRowsBySide(table, width);
    rows = numbered && !areOrdinalsConsecutive(rows) ? listRowsAcrossSides(table, width) : rows;
    return new InterpretedTable(
        table.firstRow(),
        table.title(),
        table.hasCaptionInGrid(),
        table.page(),
        table.header().subList(0, width).stream().map(RepeatedColumnsJoiner::withoutMark).toList(),
        rows.stream().map(ListRow::cells).toList(),
        rows.stream().map(ListRow::page).toList());
  }
}
