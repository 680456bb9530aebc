package org.mingzhang.web.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.TableData;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.finding.FindingView;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.results.HitView;

/**
 * The tables, indicators and figures of a document with links to their sections.
 *
 * @param document the document
 * @param links creates links in the language of the page
 * @param version beginning of the fingerprint of the version shown, empty for the newest
 */
record DocumentRows(ArchivedDisclosure document, PortalLinks links, String version) {
  /**
   * An indicator row with its links.
   *
   * @param anchor anchor of the row, such as {@code i12}
   * @param row the row
   * @param address address of its section, or of the document if the section is not found
   * @param score points earned as a percentage of possible points, or -1 if unknown
   * @param metClass {@code met}, {@code missed} or {@code unknown}
   * @param opensTable whether it is the first row of its table and project
   */
  public record IndicatorRow(
      String anchor,
      Indicator row,
      String address,
      int score,
      String metClass,
      boolean opensTable) {}

  /**
   * A figure with its links.
   *
   * @param anchor anchor of the figure, such as {@code f3}
   * @param figure the figure
   * @param address address of its section, or of the document if the section is not found
   * @param slug slug of its section, or null
   * @param amount in 万元 with two decimals
   */
  public record FigureRow(
      String anchor, Figure figure, String address, @Nullable String slug, String amount) {}

  /**
   * A table with its links.
   *
   * @param index 0-based index of the table in the document
   * @param table the table
   * @param address address of its section, or of the document if the section is not found
   * @param slug slug of its section, or null
   * @param numericColumns for each column, whether most of its non-empty cells are numbers
   */
  public record TableView(
      int index,
      TableData table,
      String address,
      @Nullable String slug,
      List<Boolean> numericColumns) {}

  List<TableView> buildTables() {
    List<TableView> views = new ArrayList<>();
    for (TableData table : document.disclosure().tables()) {
      String path = table.sectionPath();
      views.add(
          new TableView(
              views.size(), table, sectionAddress(path), slugOf(path), findNumericColumns(table)));
    }
    return views;
  }

  /**
   * For each column, whether it contains numbers, that is, whether more than half of its non-empty
   * cells are numbers.
   */
  private static List<Boolean> findNumericColumns(TableData table) {
    List<Boolean> numeric = new ArrayList<>();
    for (int column = 0; column < table.header().size(); column++) {
      int at = column;
      List<String> cells =
          table.rows().stream()
              .filter(r -> at < r.size() && !r.get(at).isBlank())
              .map(r -> r.get(at))
              .toList();
      long numbers = cells.stream().filter(AmountFormat::isNumeric).count();
      numeric.add(!cells.isEmpty() && numbers * 2 > cells.size());
    }
    return numeric;
  }

  List<IndicatorRow> buildIndicators() {
    List<IndicatorRow> rows = new ArrayList<>();
    String before = "";
    for (Indicator row : document.disclosure().indicators()) {
      String table = row.sectionPath() + "|" + row.tableCaption() + "|" + row.project();
      rows.add(
          new IndicatorRow(
              "i" + rows.size(),
              row,
              sectionAddress(row.sectionPath()),
              HitView.scorePercent(row.score(), row.weight()),
              Labels.id(row.met()),
              !table.equals(before)));
      before = table;
    }
    return rows;
  }

  List<FigureRow> buildFigures() {
    List<FigureRow> rows = new ArrayList<>();
    for (Figure figure : document.disclosure().figures()) {
      rows.add(
          new FigureRow(
              "f" + rows.size(),
              figure,
              sectionAddress(figure.sectionPath()),
              slugOf(figure.sectionPath()),
              AmountFormat.formatTenThousands(figure.yuan().orElse(null))));
    }
    return rows;
  }

  private String sectionAddress(String path) {
    String slug = slugOf(path);
    return slug == null
        ? links.document(document.id())
        : links.section(document.id(), slug, "", version);
  }

  private @Nullable String slugOf(String path) {
    int index = FindingView.indexOfSection(document, path);
    return index < 0 ? null : document.sectionIds().get(index);
  }
}
