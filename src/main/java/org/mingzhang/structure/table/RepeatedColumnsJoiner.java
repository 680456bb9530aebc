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
 * save space. The sides are put below each other, from left to right. The two sides of a table of
 * revenue and expenditure are no such list, nor are tables of accounts. Stateless.
 */
final class RepeatedColumnsJoiner {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(RepeatedColumnsJoiner.class);
  private static final Pattern ACCOUNT_TITLE = PATTERNS.get("account-column");
  private static final Pattern SIDE_NAME = PATTERNS.get("side-name");

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
          && haveEqualTitles(table.header(), width / sides)
          && isList(table, width / sides)) {
        return joinSides(table, width / sides);
      }
    }
    return table;
  }

  private static boolean haveEqualTitles(List<String> header, int width) {
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
   * Whether the sides are parts of one list: each has names and numbers, and either the row numbers
   * of a side go on after those of the side before it, or no name is one of revenue or expenditure.
   */
  private static boolean isList(InterpretedTable table, int width) {
    List<String> titles =
        table.header().subList(0, width).stream().map(RepeatedColumnsJoiner::withoutMark).toList();
    if (table.rows().size() < MIN_ROWS
        || titles.stream().anyMatch(title -> ACCOUNT_TITLE.matcher(title).find())) {
      return false;
    }
    for (int side = 0; side < table.header().size(); side += width) {
      int first = side;
      List<String> cells =
          table.rows().stream().flatMap(row -> row.subList(first, first + width).stream()).toList();
      if (cells.stream().noneMatch(CellText::isNumber)
          || cells.stream().noneMatch(RepeatedColumnsJoiner::isName)) {
        return false;
      }
    }
    return titles.getFirst().equals(ORDINAL_TITLE)
        ? doOrdinalsGoOn(table, width)
        : table.rows().stream()
            .flatMap(List::stream)
            .noneMatch(cell -> SIDE_NAME.matcher(cell).find());
  }

  private static boolean isName(String cell) {
    return cell.codePoints().anyMatch(Character::isIdeographic);
  }

  private static boolean doOrdinalsGoOn(InterpretedTable table, int width) {
    int next = 1;
    for (int side = 0; side < table.header().size(); side += width) {
      for (List<String> row : table.rows()) {
        String ordinal = row.get(side);
        if (!ordinal.isEmpty() && !ordinal.equals(Integer.toString(next++))) {
          return false;
        }
      }
    }
    return next > 1;
  }

  private static InterpretedTable joinSides(InterpretedTable table, int width) {
    List<List<String>> rows = new ArrayList<>();
    List<Integer> pages = new ArrayList<>();
    for (int side = 0; side < table.header().size(); side += width) {
      for (int row = 0; row < table.rows().size(); row++) {
        List<String> cells = table.rows().get(row).subList(side, side + width);
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          rows.add(cells);
          pages.add(table.pages().get(row));
        }
      }
    }
    return new InterpretedTable(
        table.firstRow(),
        table.title(),
        table.hasCaptionInGrid(),
        table.page(),
        table.header().subList(0, width).stream().map(RepeatedColumnsJoiner::withoutMark).toList(),
        rows,
        pages);
  }
}
