package org.mingzhang.structure.running;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TsvResource;

/**
 * Finds the amount columns of a table with classification codes in running text. In such text the
 * lines of wrapped, centered titles are interleaved (对附属单位补 … 助支出). Since the forms prescribe the
 * titles and their order, broken titles can be completed, and the titles of revenue are put in the
 * prescribed order.
 */
final class CodeTableColumnFinder {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(CodeTableColumnFinder.class);
  private static final Pattern COLUMN = PATTERNS.get("column");
  private static final List<ColumnTitle> TITLES =
      TsvResource.parseRows(
          CodeTableColumnFinder.class, "code-table-titles.tsv", 4, ColumnTitle::parse);
  private static final List<String> REVENUE_TITLE_ORDER =
      TITLES.stream().filter(ColumnTitle::revenue).map(ColumnTitle::title).toList();

  /** The title that identifies a header as that of revenue. */
  private static final Pattern REVENUE = PATTERNS.get("revenue-column");

  private static final Pattern NUMBERS = PATTERNS.get("numbers");

  private static final Pattern GROUP_TITLES = PATTERNS.get("groups");

  private static final Pattern NAME_COLUMN_TITLE = PATTERNS.get("code-header");

  /** Column titles of tables without codes. */
  private static final Pattern UNCODED_TABLE_TITLE = PATTERNS.get("uncoded-table-title");

  private CodeTableColumnFinder() {}

  /**
   * A title that may be broken around other titles.
   *
   * @param revenue whether it is a title of revenue, not of expenditure
   * @param title the complete title
   * @param rest what the header contains of it when it is broken
   * @param others the titles that stand between its parts
   */
  private record ColumnTitle(boolean revenue, String title, String rest, List<String> others) {
    static ColumnTitle parse(List<String> row) {
      return new ColumnTitle(
          TsvResource.requireKeyword(row.get(0), "revenue", "expenditure").equals("revenue"),
          row.get(1),
          row.get(2),
          TsvResource.splitList(row.get(3)));
    }

    boolean isBroken(String header, List<String> columns) {
      return !rest.isEmpty()
          && columns.containsAll(others)
          && header.contains(rest)
          && !columns.contains(title);
    }
  }

  /**
   * Finds the titles of the amount columns. Empty if the header is not that of a table with
   * classification codes, repeats a title, or contradicts the printed column numbers.
   *
   * @param header the header without white space
   */
  static List<String> findColumns(String header) {
    if (!NAME_COLUMN_TITLE.matcher(header).find()) {
      return List.of();
    }
    List<String> columns = new ArrayList<>();
    Matcher column = COLUMN.matcher(GROUP_TITLES.matcher(header).replaceAll(" "));
    while (column.find()) {
      columns.add(column.group());
    }
    boolean known = columns.stream().distinct().count() == columns.size();
    boolean uncoded = columns.stream().anyMatch(c -> UNCODED_TABLE_TITLE.matcher(c).matches());
    if (!known || uncoded) {
      return List.of();
    }
    addTitleBrokenAroundOthers(header, columns);
    Matcher numbers = NUMBERS.matcher(header);
    boolean counted = !numbers.find() || numbers.group(1).endsWith(String.valueOf(columns.size()));
    return counted ? List.copyOf(columns) : List.of();
  }

  /**
   * Adds the title that was broken around others, and puts the titles of revenue in their
   * prescribed order.
   */
  private static void addTitleBrokenAroundOthers(String header, List<String> columns) {
    for (ColumnTitle title : TITLES) {
      if (title.isBroken(header, columns)) {
        columns.add(title.title());
      }
    }
    if (columns.stream().anyMatch(c -> REVENUE.matcher(c).matches())) {
      columns.sort(
          (a, b) ->
              Integer.compare(REVENUE_TITLE_ORDER.indexOf(a), REVENUE_TITLE_ORDER.indexOf(b)));
    }
  }
}
