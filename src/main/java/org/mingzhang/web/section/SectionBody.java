package org.mingzhang.web.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableData;
import org.mingzhang.web.highlight.FactHighlighter;
import org.mingzhang.web.highlight.HighlightedHtmlRenderer;
import org.mingzhang.web.highlight.MatchHighlighter;
import org.mingzhang.web.highlight.QuoteHighlighter;
import org.mingzhang.web.highlight.QuotedText;
import org.mingzhang.web.highlight.RowAnchors;
import org.mingzhang.web.render.AmountFormat;

/**
 * The body of a section as HTML: paragraphs and tables with highlighted text.
 *
 * @param parts paragraphs and tables in reading order
 * @param unlocatedRows anchors of rows that are not found in it
 * @param unlocatedQuotes quotes that are not found in it
 */
public record SectionBody(
    List<Part> parts, List<String> unlocatedRows, List<QuotedText> unlocatedQuotes) {
  /**
   * A paragraph or a table of the body, as HTML.
   *
   * @param anchor anchor such as {@code p3} or {@code t2}; paragraphs and tables are numbered
   *     separately from 1
   * @param page 1-based page on which it starts
   * @param startsPage whether it starts on another page than the part before it or, if it is the
   *     first part, the section
   * @param html text of a paragraph with its marks, empty for a table
   * @param table the table, or null for a paragraph
   */
  public record Part(
      String anchor, int page, boolean startsPage, String html, @Nullable Table table) {}

  /**
   * A table of the body as HTML, with its caption and unit.
   *
   * @param caption printed caption, may be empty
   * @param unit unit of its amounts, or null
   * @param index index among the data tables of the document, -1 for none
   * @param head rows of the head
   * @param body rows below it
   */
  public record Table(
      String caption,
      @Nullable String unit,
      int index,
      List<List<Cell>> head,
      List<List<Cell>> body) {}

  /**
   * A cell.
   *
   * @param html its text with its marks
   * @param style style classes: number, word on one line, phrase or long text; and whether a
   *     finding quotes the cell
   * @param id anchor for links of findings, or null
   * @param rowspan number of rows that it covers, null for one
   * @param colspan number of columns that it covers, null for one
   */
  public record Cell(
      String html,
      String style,
      @Nullable String id,
      @Nullable Integer rowspan,
      @Nullable Integer colspan) {}

  /**
   * Renders the body of a section. Each quote is highlighted at its first occurrence only.
   *
   * @param matchHighlighter highlights matches of a query
   * @param quotes quotes to be highlighted
   * @param factHighlighter highlights the requested fact; must not have been used before
   */
  public static SectionBody build(
      Disclosure disclosure,
      Section section,
      MatchHighlighter matchHighlighter,
      List<QuotedText> quotes,
      FactHighlighter factHighlighter) {
    RowAnchors anchors = RowAnchors.locate(disclosure, section);
    Highlighters marking =
        new Highlighters(matchHighlighter, new QuoteHighlighter(quotes), factHighlighter, anchors);
    List<Part> parts = new ArrayList<>();
    List<Integer> offsets = section.partOffsets();
    int page = section.page();
    int paragraphs = 0;
    int tables = 0;
    for (int i = 0; i < section.body().size(); i++) {
      Section.Part part = section.body().get(i);
      boolean turned = part.page() != page;
      page = part.page();
      switch (part) {
        case Section.Paragraph paragraph ->
            parts.add(
                new Part(
                    "p" + ++paragraphs,
                    page,
                    turned,
                    renderText(paragraph.text(), i, offsets.get(i), marking),
                    null));
        case Section.TablePart table ->
            parts.add(
                new Part(
                    "t" + ++tables,
                    page,
                    turned,
                    "",
                    buildTable(disclosure, table, i, offsets.get(i), marking)));
      }
    }
    return new SectionBody(
        parts, anchors.unlocatedRowIds(), marking.quoteHighlighter().unlocatedQuotes());
  }

  /** The highlighters for matches, quotes, the requested fact and rows in a section. */
  private record Highlighters(
      MatchHighlighter matchHighlighter,
      QuoteHighlighter quoteHighlighter,
      FactHighlighter factHighlighter,
      RowAnchors rows) {}

  private static String renderText(String text, int part, int offset, Highlighters highlighters) {
    List<MatchHighlighter.Run> runs =
        highlighters.matchHighlighter().highlight(List.of(text)).getFirst();
    return HighlightedHtmlRenderer.render(
        highlighters.factHighlighter().highlightParagraph(runs, offset),
        highlighters.quoteHighlighter().locate(text, highlighters.rows(), part));
  }

  private static Table buildTable(
      Disclosure disclosure,
      Section.TablePart part,
      int index,
      int offset,
      Highlighters highlighters) {
    TableData data =
        part.table() >= 0 && part.table() < disclosure.tables().size()
            ? disclosure.tables().get(part.table())
            : null;
    TableBlock grid = part.grid();
    List<List<Cell>> rows = buildRows(part, index, offset, highlighters);
    int head = data == null ? 0 : headRowCount(grid, data);
    return new Table(
        data == null ? "" : data.title(),
        data == null ? null : data.unit(),
        data == null ? -1 : part.table(),
        rows.subList(0, Math.min(head, rows.size())),
        rows.subList(Math.min(head, rows.size()), rows.size()));
  }

  /** Number of header rows, that is, rows above the first row of data, at most five. */
  private static int headRowCount(TableBlock grid, TableData data) {
    String first = data.rows().isEmpty() ? "" : String.join("", data.rows().getFirst());
    for (int row = 0; row < Math.min(6, grid.rows()) && !first.isBlank(); row++) {
      int at = row;
      String text =
          grid.cells().stream()
              .filter(cell -> cell.row() == at)
              .map(TableBlock.Cell::text)
              .collect(Collectors.joining());
      if (QuoteHighlighter.removeWhitespace(text)
          .equals(QuoteHighlighter.removeWhitespace(first))) {
        return row;
      }
    }
    return Math.clamp(grid.rows() - data.rows().size(), 0, 5);
  }

  private static List<List<Cell>> buildRows(
      Section.TablePart part, int index, int offset, Highlighters highlighters) {
    TableBlock grid = part.grid();
    List<QuoteHighlighter.QuotedCellRange> quotes = highlighters.quoteHighlighter().locate(grid);
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < grid.rows(); i++) {
      rows.add(new ArrayList<>());
    }
    Map<Integer, List<QuoteHighlighter.QuotedCellRange>> quoted = new HashMap<>();
    for (QuoteHighlighter.QuotedCellRange cells : quotes) {
      for (int i = cells.first(); i <= cells.last(); i++) {
        quoted.computeIfAbsent(i, k -> new ArrayList<>()).add(cells);
      }
    }
    List<List<MatchHighlighter.Run>> texts =
        highlighters
            .factHighlighter()
            .highlightTable(
                highlighters
                    .matchHighlighter()
                    .highlight(grid.cells().stream().map(c -> c.text().replace("\n", "")).toList()),
                part,
                offset);
    for (int i = 0; i < texts.size(); i++) {
      TableBlock.Cell cell = grid.cells().get(i);
      List<Cell> row = rows.get(cell.row());
      String anchors = row.isEmpty() ? highlighters.rows().renderAnchors(index, cell.row()) : "";
      row.add(buildCell(grid, i, anchors, texts.get(i), quoted.getOrDefault(i, List.of())));
    }
    return rows;
  }

  private static Cell buildCell(
      TableBlock grid,
      int index,
      String anchors,
      List<MatchHighlighter.Run> runs,
      List<QuoteHighlighter.QuotedCellRange> quotes) {
    TableBlock.Cell cell = grid.cells().get(index);
    StringBuilder html =
        new StringBuilder(anchors).append(HighlightedHtmlRenderer.render(runs, List.of()));
    String id = null;
    for (QuoteHighlighter.QuotedCellRange quote : quotes) {
      if (quote.first() == index && id == null) {
        id = quote.quote().id();
      } else if (quote.first() == index) {
        html.append("<span id=\"").append(quote.quote().id()).append("\"></span>");
      }
      html.append(
          quote.last() == index ? HighlightedHtmlRenderer.buildFindingLink(quote.quote()) : "");
    }
    int rows = Math.min(cell.rowSpan(), grid.rows() - cell.row());
    return new Cell(
        html.toString(),
        styleClass(cell.text(), quotes),
        id,
        rows > 1 ? rows : null,
        cell.columnSpan() > 1 ? cell.columnSpan() : null);
  }

  private static String styleClass(String text, List<QuoteHighlighter.QuotedCellRange> quotes) {
    int length = text.replace("\n", "").length();
    String fit =
        AmountFormat.isNumeric(text)
            ? "num"
            : length <= 4 ? "word" : length <= 12 ? "phrase" : "long";
    List<QuotedText> quoted = quotes.stream().map(QuoteHighlighter.QuotedCellRange::quote).toList();
    return quoted.isEmpty()
        ? fit
        : fit + " doubt " + HighlightedHtmlRenderer.highestSeverity(quoted);
  }

  /** Whether the section has no body. */
  public boolean isEmpty() {
    return parts.isEmpty();
  }
}
