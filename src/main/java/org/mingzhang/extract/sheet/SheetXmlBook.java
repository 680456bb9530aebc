package org.mingzhang.extract.sheet;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Fills a workbook with the sheets of an XML Spreadsheet 2003. Not thread-safe. */
final class SheetXmlBook {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,15}(?:\\.\\d{1,15})?(?:[eE][+-]?\\d{1,2})?");

  /** Formats that go by a name. */
  private static final Map<String, String> NAMED =
      Map.of("Standard", "#,##0.00", "Fixed", "0.00", "Percent", "0.00%", "Currency", "#,##0.00");

  private final Document xml;
  private final Workbook workbook;
  private final Map<String, CellStyle> styles = new HashMap<>();

  SheetXmlBook(Document xml, Workbook workbook) {
    this.xml = xml;
    this.workbook = workbook;
  }

  /** Adds all sheets. */
  void fill() {
    for (Element style : Sheets.named(xml, "Style")) {
      Sheets.named(style, "NumberFormat").stream()
          .map(format -> format.attr("ss:Format"))
          .filter(format -> !format.isEmpty())
          .findFirst()
          .ifPresent(format -> styles.put(style.attr("ss:ID"), style(format)));
    }
    for (Element worksheet : Sheets.named(xml, "Worksheet")) {
      Sheet sheet = Sheets.create(workbook, worksheet.attr("ss:Name"));
      sheet(sheet, worksheet);
      if (Sheets.named(worksheet, "Visible").stream()
          .anyMatch(v -> v.text().startsWith("SheetHidden"))) {
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
      }
    }
  }

  private CellStyle style(String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(NAMED.getOrDefault(format, format)));
    return style;
  }

  private void sheet(Sheet sheet, Element worksheet) {
    int next = 0;
    for (Element tr : Sheets.named(worksheet, "Row")) {
      int at = index(tr, next);
      if (at >= Sheets.MOST_ROWS) {
        return;
      }
      Row row = sheet.createRow(at);
      row.setZeroHeight(tr.attr("ss:Hidden").equals("1"));
      row(row, tr);
      next = at + 1 + number(tr.attr("ss:Span"));
    }
  }

  private void row(Row row, Element tr) {
    int next = 0;
    for (Element td : Sheets.named(tr, "Cell")) {
      int column = index(td, next);
      int across = number(td.attr("ss:MergeAcross"));
      int down = number(td.attr("ss:MergeDown"));
      if (column + across >= Sheets.MOST_COLUMNS) {
        return;
      }
      Sheets.named(td, "Data").stream().findFirst().ifPresent(data -> cell(row, column, td, data));
      Sheets.merge(row, column, down + 1, across + 1);
      next = column + across + 1;
    }
  }

  private void cell(Row row, int column, Element td, Element data) {
    Cell cell = row.createCell(column);
    String text = data.wholeText();
    if (data.attr("ss:Type").equals("Number") && NUMBER.matcher(text.strip()).matches()) {
      cell.setCellValue(Double.parseDouble(text.strip()));
      CellStyle style = styles.get(td.attr("ss:StyleID"));
      if (style != null) {
        cell.setCellStyle(style);
      }
    } else {
      cell.setCellValue(text);
    }
  }

  /** The 0-based place an element states, or the one after the element before. */
  private static int index(Element element, int next) {
    int stated = number(element.attr("ss:Index"));
    return stated > next ? stated - 1 : next;
  }

  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }
}
