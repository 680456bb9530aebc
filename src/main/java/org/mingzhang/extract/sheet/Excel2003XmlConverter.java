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
import org.mingzhang.extract.office.Office2003XmlParser;

/** Converts the sheets of an XML Spreadsheet 2003 file to sheets of a workbook. Not thread-safe. */
final class Excel2003XmlConverter {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,15}(?:\\.\\d{1,15})?(?:[eE][+-]?\\d{1,2})?");

  /** The format codes of the number formats that have names. */
  private static final Map<String, String> NAMED_FORMATS =
      Map.of("Standard", "#,##0.00", "Fixed", "0.00", "Percent", "0.00%", "Currency", "#,##0.00");

  private final Document xml;
  private final Workbook workbook;
  private final Map<String, CellStyle> styles = new HashMap<>();

  Excel2003XmlConverter(Document xml, Workbook workbook) {
    this.xml = xml;
    this.workbook = workbook;
  }

  /**
   * Adds all sheets; hidden sheets, rows and columns are marked as hidden, and rows and columns
   * beyond the limits are dropped.
   */
  void addSheets() {
    for (Element style : XmlSheetConversion.elements(xml, "Style")) {
      XmlSheetConversion.elements(style, "NumberFormat").stream()
          .map(format -> format.attr("ss:Format"))
          .filter(format -> !format.isEmpty())
          .findFirst()
          .ifPresent(format -> styles.put(style.attr("ss:ID"), createStyle(format)));
    }
    for (Element worksheet : XmlSheetConversion.elements(xml, "Worksheet")) {
      Sheet sheet = XmlSheetConversion.createSheet(workbook, worksheet.attr("ss:Name"));
      fillSheet(sheet, worksheet);
      if (XmlSheetConversion.elements(worksheet, "Visible").stream()
          .anyMatch(v -> v.text().startsWith("SheetHidden"))) {
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
      }
    }
  }

  private CellStyle createStyle(String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(
        workbook.createDataFormat().getFormat(NAMED_FORMATS.getOrDefault(format, format)));
    return style;
  }

  private void fillSheet(Sheet sheet, Element worksheet) {
    hideColumns(sheet, worksheet);
    int next = 0;
    for (Element tr : XmlSheetConversion.elements(worksheet, "Row")) {
      int at = readIndex(tr, next);
      if (at >= XmlSheetConversion.MAX_ROWS) {
        return;
      }
      Row row = sheet.createRow(at);
      row.setZeroHeight(tr.attr("ss:Hidden").equals("1"));
      fillRow(row, tr);
      next = at + 1 + Office2003XmlParser.parseNumber(tr.attr("ss:Span"));
    }
  }

  private static void hideColumns(Sheet sheet, Element worksheet) {
    int next = 0;
    for (Element column : XmlSheetConversion.elements(worksheet, "Column")) {
      int first = readIndex(column, next);
      next = first + 1 + Office2003XmlParser.parseNumber(column.attr("ss:Span"));
      if (column.attr("ss:Hidden").equals("1")) {
        XmlSheetConversion.hideColumns(sheet, first, next);
      }
    }
  }

  private void fillRow(Row row, Element tr) {
    int next = 0;
    for (Element td : XmlSheetConversion.elements(tr, "Cell")) {
      int column = readIndex(td, next);
      int across = Office2003XmlParser.parseNumber(td.attr("ss:MergeAcross"));
      int down = Office2003XmlParser.parseNumber(td.attr("ss:MergeDown"));
      if (column + across >= XmlSheetConversion.MAX_COLUMNS) {
        return;
      }
      XmlSheetConversion.elements(td, "Data").stream()
          .findFirst()
          .ifPresent(data -> fillCell(row, column, td, data));
      XmlSheetConversion.mergeCells(row, column, down + 1, across + 1);
      next = column + across + 1;
    }
  }

  private void fillCell(Row row, int column, Element td, Element data) {
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

  /**
   * The 0-based index that an element states, or the default if it states none or a smaller one.
   */
  private static int readIndex(Element element, int defaultIndex) {
    int stated = Office2003XmlParser.parseNumber(element.attr("ss:Index"));
    return stated > defaultIndex ? stated - 1 : defaultIndex;
  }
}
