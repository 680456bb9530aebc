package org.mingzhang.extract.sheet;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.jsoup.nodes.Element;
import org.mingzhang.extract.RefusedException;
import org.mingzhang.extract.RefusedException.Reason;

/** What filling a workbook from XML needs, whatever the format. */
final class XmlSheets {
  /** Rows below are left out. */
  static final int MAX_ROWS = 100_000;

  /** Columns to the right are left out. */
  static final int MAX_COLUMNS = 1_000;

  /** More XML than this would need gigabytes as objects. */
  private static final long MAX_XML_BYTES = 100L << 20;

  private XmlSheets() {}

  /** Adds a sheet; a name that no workbook may have, or that is taken, is changed until it may. */
  static Sheet create(Workbook workbook, String name) {
    String safe = WorkbookUtil.createSafeSheetName(name);
    return workbook.createSheet(
        workbook.getSheet(safe) == null ? safe : "Sheet" + (workbook.getNumberOfSheets() + 1));
  }

  /** Merges the cells to the right of and below one with it, where there are more than itself. */
  static void merge(Row row, int column, int height, int width) {
    if (height > 1 || width > 1) {
      row.getSheet()
          .addMergedRegionUnsafe(
              new CellRangeAddress(
                  row.getRowNum(), row.getRowNum() + height - 1, column, column + width - 1));
    }
  }

  /** The elements of a local name, whatever the prefix of their namespace. */
  static List<Element> elements(Element within, String name) {
    return within.stream()
        .filter(e -> e.tagName().equals(name) || e.tagName().endsWith(":" + name))
        .toList();
  }

  /** Refuses more XML than can be held. */
  static void checkSize(long bytes) throws RefusedException {
    if (bytes > MAX_XML_BYTES) {
      throw new RefusedException(
          Reason.TOO_LARGE,
          "a workbook of " + (bytes >> 20) + " MiB of XML, more than " + (MAX_XML_BYTES >> 20));
    }
  }
}
