package org.mingzhang.extract.sheet;

import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.WorkbookUtil;

/** Sheets of a workbook that is filled from another format. */
final class Sheets {
  private Sheets() {}

  /** Adds a sheet; a name that no workbook may have, or that is taken, is changed until it may. */
  static Sheet create(Workbook workbook, String name) {
    String safe = WorkbookUtil.createSafeSheetName(name);
    return workbook.createSheet(
        workbook.getSheet(safe) == null ? safe : "Sheet" + (workbook.getNumberOfSheets() + 1));
  }
}
