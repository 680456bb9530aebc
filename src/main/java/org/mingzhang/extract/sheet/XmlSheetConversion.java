package org.mingzhang.extract.sheet;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.jsoup.nodes.Element;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;

/** Shared steps of the conversions of XML spreadsheets to workbooks. */
final class XmlSheetConversion {
  /** Maximum number of rows of a sheet; the rest is dropped. */
  static final int MAX_ROWS = 100_000;

  /** Maximum number of columns of a sheet; the rest is dropped. */
  static final int MAX_COLUMNS = 1_000;

  /** Largest XML in bytes; more would need gigabytes as objects. */
  private static final long MAX_XML_BYTES = 100L << 20;

  private XmlSheetConversion() {}

  /**
   * Adds a sheet. Characters that a name must not have are replaced; a used name is replaced by
   * {@code Sheet} and the number of the sheet, or the next higher one that is not used.
   */
  static Sheet createSheet(Workbook workbook, String name) {
    String unused = WorkbookUtil.createSafeSheetName(name);
    for (int i = workbook.getNumberOfSheets() + 1; workbook.getSheet(unused) != null; i++) {
      unused = "Sheet" + i;
    }
    return workbook.createSheet(unused);
  }

  /**
   * Hides columns; columns beyond {@link #MAX_COLUMNS} are ignored.
   *
   * @param first 0-based index of the first one
   * @param end index of the one after the last
   */
  static void hideColumns(Sheet sheet, int first, int end) {
    for (int column = first; column < Math.min(end, MAX_COLUMNS); column++) {
      sheet.setColumnHidden(column, true);
    }
  }

  /**
   * Merges a cell with the cells to its right and below, up to {@link #MAX_ROWS} and {@link
   * #MAX_COLUMNS}, if a span is greater than 1.
   */
  static void mergeCells(Row row, int column, int rowSpan, int columnSpan) {
    int lastRow = Math.min(row.getRowNum() + rowSpan, MAX_ROWS) - 1;
    int lastColumn = Math.min(column + columnSpan, MAX_COLUMNS) - 1;
    if (lastRow > row.getRowNum() || lastColumn > column) {
      row.getSheet()
          .addMergedRegionUnsafe(
              new CellRangeAddress(row.getRowNum(), lastRow, column, lastColumn));
    }
  }

  /**
   * The elements with a local name at any depth, regardless of their namespace prefix, in document
   * order.
   */
  static List<Element> elements(Element root, String name) {
    return root.stream()
        .filter(e -> e.tagName().equals(name) || e.tagName().endsWith(":" + name))
        .toList();
  }

  /**
   * Refuses XML beyond the size limit.
   *
   * @param bytes its size as the package states it; −1 if unknown, which is accepted
   * @throws FileRefusedException if it has more than 100 MiB
   */
  static void checkSize(long bytes) throws FileRefusedException {
    if (bytes > MAX_XML_BYTES) {
      throw new FileRefusedException(
          Reason.TOO_LARGE,
          "a workbook of " + (bytes >> 20) + " MiB of XML, more than " + (MAX_XML_BYTES >> 20));
    }
  }
}
