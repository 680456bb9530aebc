package org.mingzhang.extract.sheet;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Converts the tables of an OpenDocument spreadsheet to sheets of a workbook. Not thread-safe. */
final class OpenDocumentSheetConverter {
  private final Document xml;
  private final Workbook workbook;
  private final Set<String> hiddenTableStyles = new HashSet<>();

  OpenDocumentSheetConverter(Document xml, Workbook workbook) {
    this.xml = xml;
    this.workbook = workbook;
  }

  /**
   * Adds all tables as sheets; hidden tables, rows and columns are marked as hidden, and rows and
   * columns beyond the limits are dropped.
   */
  void addSheets() {
    for (Element style : XmlSheetConversion.elements(xml, "style")) {
      if (XmlSheetConversion.elements(style, "table-properties").stream()
          .anyMatch(p -> p.attr("table:display").equals("false"))) {
        hiddenTableStyles.add(style.attr("style:name"));
      }
    }
    for (Element table : XmlSheetConversion.elements(xml, "table")) {
      Sheet sheet = XmlSheetConversion.createSheet(workbook, table.attr("table:name"));
      fillSheet(sheet, table);
      if (hiddenTableStyles.contains(table.attr("table:style-name"))) {
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
      }
    }
  }

  private static void fillSheet(Sheet sheet, Element table) {
    hideColumns(sheet, table);
    int at = 0;
    for (Element tr : XmlSheetConversion.elements(table, "table-row")) {
      int times = repetitions(tr, "table:number-rows-repeated");
      boolean empty = tr.text().isBlank();
      for (int i = 0; i < times && !empty && at + i < XmlSheetConversion.MAX_ROWS; i++) {
        Row row = sheet.createRow(at + i);
        row.setZeroHeight(isHidden(tr));
        fillRow(row, tr);
      }
      at += times;
    }
  }

  private static void hideColumns(Sheet sheet, Element table) {
    int at = 0;
    for (Element column : XmlSheetConversion.elements(table, "table-column")) {
      int end = at + repetitions(column, "table:number-columns-repeated");
      if (isHidden(column)) {
        XmlSheetConversion.hideColumns(sheet, at, end);
      }
      at = Math.min(end, XmlSheetConversion.MAX_COLUMNS);
    }
  }

  private static boolean isHidden(Element rowOrColumn) {
    return rowOrColumn.attr("table:visibility").matches("collapse|filter");
  }

  private static void fillRow(Row row, Element tr) {
    int column = 0;
    for (Element td : tr.children()) {
      int times = repetitions(td, "table:number-columns-repeated");
      String text = cellText(td);
      boolean covered = td.tagName().equals("table:covered-table-cell");
      for (int i = 0;
          i < times && !text.isEmpty() && !covered && column + i < XmlSheetConversion.MAX_COLUMNS;
          i++) {
        row.createCell(column + i).setCellValue(text);
        XmlSheetConversion.mergeCells(
            row,
            column + i,
            repetitions(td, "table:number-rows-spanned"),
            repetitions(td, "table:number-columns-spanned"));
      }
      column += times;
    }
  }

  /** The paragraphs of a cell as lines, without its comments. */
  private static String cellText(Element td) {
    return td.children().stream()
        .filter(p -> p.tagName().equals("text:p"))
        .map(OpenDocumentSheetConverter::paragraphText)
        .collect(Collectors.joining("\n"))
        .strip();
  }

  /** The text of a paragraph, in which elements stand for blanks and line breaks. */
  private static String paragraphText(Element paragraph) {
    StringBuilder text = new StringBuilder();
    appendText(paragraph, text);
    return text.toString().strip();
  }

  private static void appendText(Element element, StringBuilder text) {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode words) {
        text.append(words.text());
      } else if (child instanceof Element inner) {
        switch (inner.tagName()) {
          case "text:s", "text:tab" -> text.append(' ');
          case "text:line-break" -> text.append('\n');
          case "office:annotation" -> {}
          default -> appendText(inner, text);
        }
      }
    }
  }

  /** The number in an attribute, at least 1; 1 if there is none. */
  private static int repetitions(Element element, String attribute) {
    String times = element.attr(attribute);
    return times.matches("\\d{1,7}") ? Math.max(1, Integer.parseInt(times)) : 1;
  }
}
