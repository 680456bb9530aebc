package org.mingzhang.structure.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.table.TableInterpreter.InterpretedTable;
import org.mingzhang.text.PatternTable;

/**
 * Splits a grid in which two tables are printed side by side. The titles of the tables are in the
 * first row of the header, each above its own columns, and both tables begin with a column of
 * names. The two sides of one table (收入, 支出) do not have titles of tables and are not split.
 * Stateless.
 */
final class AdjacentTableSplitter {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AdjacentTableSplitter.class);
  private static final Pattern TABLE_TITLE = PATTERNS.get("title");
  private static final int MIN_COLUMNS = 2;

  private AdjacentTableSplitter() {}

  /**
   * The tables from left to right, each without the rows in which it is blank; the given table as
   * the only element if it is a single one.
   */
  static List<InterpretedTable> split(InterpretedTable table) {
    List<String> header = table.header();
    int second = indexOfSecondTitle(header);
    boolean two =
        second >= MIN_COLUMNS
            && header.size() - second >= MIN_COLUMNS
            && areColumnsOfTitledTable(header.subList(0, second))
            && areColumnsOfTitledTable(header.subList(second, header.size()));
    return two
        ? List.of(slice(table, 0, second), slice(table, second, header.size()))
        : List.of(table);
  }

  /**
   * Index of the first column whose title differs from that of the first column; the number of
   * columns if there is none.
   */
  private static int indexOfSecondTitle(List<String> header) {
    int at = 0;
    while (at < header.size()
        && firstTitleLevel(header.get(at)).equals(firstTitleLevel(header.getFirst()))) {
      at++;
    }
    return at;
  }

  /** Whether all columns are below the title of one table and the first of them contains names. */
  private static boolean areColumnsOfTitledTable(List<String> header) {
    String title = firstTitleLevel(header.getFirst());
    return TABLE_TITLE.matcher(title).matches()
        && header.stream().allMatch(name -> name.startsWith(title + "/"))
        && TableVocabulary.isHeaderWord(withoutFirstTitleLevel(header.getFirst()));
  }

  private static String firstTitleLevel(String name) {
    return name.substring(0, Math.max(0, name.indexOf('/')));
  }

  private static String withoutFirstTitleLevel(String name) {
    return name.substring(name.indexOf('/') + 1);
  }

  private static InterpretedTable slice(InterpretedTable table, int from, int to) {
    List<List<String>> rows = new ArrayList<>();
    List<Integer> pages = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      List<String> cells = table.rows().get(row).subList(from, to);
      if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        rows.add(cells);
        pages.add(table.rowPages().get(row));
      }
    }
    return new InterpretedTable(
        table.firstRow(),
        firstTitleLevel(table.header().get(from)),
        table.hasCaptionInGrid(),
        table.page(),
        table.header().subList(from, to).stream()
            .map(AdjacentTableSplitter::withoutFirstTitleLevel)
            .toList(),
        rows,
        pages);
  }
}
