package org.mingzhang.extract.html;

import java.util.List;
import org.jsoup.nodes.Element;

/** The rows and cells of HTML tables, and which tables are used for layout only. */
final class HtmlTables {
  private static final int MAX_SPAN = 10_000;
  private static final int MAX_LAYOUT_CELLS = 4;
  private static final int MIN_LAYOUT_CELL_PARAGRAPHS = 10;

  private HtmlTables() {}

  /**
   * Whether a table is used for layout: it has role {@code presentation}, contains another table,
   * has at most one cell in each row, or has at most four cells of which one holds at least ten
   * {@code p}, {@code div} or {@code br}.
   */
  static boolean isLayout(Element table) {
    if (table.attr("role").equals("presentation")
        || table.selectFirst("td table, th table") != null) {
      return true;
    }
    List<List<Element>> rows = rows(table).stream().map(HtmlTables::cells).toList();
    if (rows.stream().allMatch(cells -> cells.size() <= 1)) {
      return true;
    }
    return rows.stream().mapToInt(List::size).sum() <= MAX_LAYOUT_CELLS
        && rows.stream()
            .flatMap(List::stream)
            .anyMatch(cell -> cell.select("p, div, br").size() >= MIN_LAYOUT_CELL_PARAGRAPHS);
  }

  /** The cells of a row, without those of tables nested in them. */
  static List<Element> cells(Element row) {
    return row.select("> td, > th");
  }

  /** The rows of a table, without the rows of tables nested in its cells. */
  static List<Element> rows(Element table) {
    return table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
  }

  /**
   * A cell's span, 1 to 10,000; 1 if it is not stated as a number.
   *
   * @param attribute {@code rowspan} or {@code colspan}
   */
  static int span(Element cell, String attribute) {
    String value = cell.attr(attribute).strip();
    if (!value.matches("\\d{1,6}")) {
      return 1;
    }
    return Math.clamp(Integer.parseInt(value), 1, MAX_SPAN);
  }
}
