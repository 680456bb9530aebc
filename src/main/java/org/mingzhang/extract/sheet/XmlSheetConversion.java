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
   * {@code Sheet} and the number of the sheet.
   *
   * @throws IllegalArgumentException if that name is used too
   */
  static Sheet createSheet(Workbook workbook, String name) {
    String safe = WorkbookUtil.createSafeSheetName(name);
    return workbook.createSheet(
        workbook.getSheet(safe) == null ? safe : "Sheet" + (workbook.getNumberOfSheets() + 1));
  }

  /**
   * Merges a cell with those to its right and below, if a span is greater than 1.
   *
   * @throws IllegalArgumentException if the range is outside the sheet
   */
  static void mergeCells(Row row, int column, int rowSpan, int columnSpan) {
    if (rowSpan > 1 || columnSpan > 1) {
      row.getSheet()
          .addMergedRegionUnsafe(
              new CellRangeAddress(
                  row.getRowNum(), row.getRowNum() + rowSpan - 1, column, column + columnSpan - 1));
    }
  }

  /**
   * The elements with a local name at any depth, regardless of their namespace prefix, in document
   * order.
   */
  static List<Element> elements(Element within, String name) {
    return within.stream()
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
