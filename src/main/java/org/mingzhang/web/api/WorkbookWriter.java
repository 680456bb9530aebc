package org.mingzhang.web.api;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as a workbook with a bold, frozen header and a filter, column widths and number
 * formats, and a last sheet with query, date, address and the meaning of the columns. Further
 * sheets are added when one is full.
 */
final class WorkbookWriter implements RowWriter {
  private static final int MAX_ROWS = 1_000_000;
  private static final int MAX_CELL_LENGTH = 32_000;
  private static final int FLUSH_ROWS = 500;
  private static final int MAX_SHEET_NAME_LENGTH = 28;
  private static final int LABEL_WIDTH = 20;
  private static final int VALUE_WIDTH = 60;

  private final Workbook workbook;
  private final ExportFileDescription description;
  private Worksheet sheet;
  private int sheetCount = 1;
  private int rowCount;

  WorkbookWriter(OutputStream out, ExportFileDescription description) throws IOException {
    this.workbook = new Workbook(out, "Mingzhang", "1.0");
    this.description = description;
    this.sheet = createSheet();
  }

  private Worksheet createSheet() {
    String name = description.title().replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
    String clipped =
        name.length() > MAX_SHEET_NAME_LENGTH ? name.substring(0, MAX_SHEET_NAME_LENGTH) : name;
    String base = clipped.isEmpty() ? "1" : clipped;
    Worksheet newSheet = workbook.newWorksheet(sheetCount == 1 ? base : base + " " + sheetCount);
    List<ExportColumn> columns = description.columns();
    for (int i = 0; i < columns.size(); i++) {
      newSheet.width(i, columns.get(i).width());
      newSheet.value(0, i, description.headers().get(i));
      newSheet.style(0, i).bold().set();
    }
    newSheet.freezePane(0, 1);
    if (!columns.isEmpty()) {
      newSheet.setAutoFilter(0, 0, columns.size() - 1);
    }
    rowCount = 1;
    return newSheet;
  }

  @Override
  public void writeRow(List<? extends @Nullable Object> values) throws IOException {
    if (rowCount == MAX_ROWS) {
      sheet.finish();
      sheetCount++;
      sheet = createSheet();
    }
    for (int i = 0; i < values.size(); i++) {
      ExportColumn.Form form =
          i < description.columns().size()
              ? description.columns().get(i).form()
              : ExportColumn.Form.TEXT;
      writeCell(i, form, values.get(i));
    }
    rowCount++;
    if (rowCount % FLUSH_ROWS == 0) {
      sheet.flush();
    }
  }

  private void writeCell(int column, ExportColumn.Form form, @Nullable Object value) {
    Object fitting = form == ExportColumn.Form.TEXT ? value : parseNumber(value);
    switch (fitting) {
      case Number number -> {
        sheet.value(rowCount, column, number);
        if (!form.pattern().isEmpty()) {
          sheet.style(rowCount, column).format(form.pattern()).set();
        }
      }
      case String text -> sheet.value(rowCount, column, cellText(text));
      case null, default -> {}
    }
  }

  /**
   * Converts a text that is a plain number, possibly with thousands separators, to a number;
   * returns other values unchanged.
   */
  private static @Nullable Object parseNumber(@Nullable Object value) {
    if (value instanceof String text) {
      String plain = text.replace(",", "").strip();
      return plain.matches("-?\\d{1,15}(\\.\\d{1,8})?") ? new BigDecimal(plain) : text;
    }
    return value;
  }

  /**
   * Truncates a text to {@link #MAX_CELL_LENGTH} characters, since a cell has at most 32,767, and
   * replaces control characters other than tab and line feed by spaces.
   */
  private static String cellText(String text) {
    String clean = text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
    return clean.length() > MAX_CELL_LENGTH ? clean.substring(0, MAX_CELL_LENGTH) + "…" : clean;
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    writeAboutSheet();
    workbook.finish();
    workbook.close();
  }

  private void writeAboutSheet() throws IOException {
    List<String> headers = description.explained();
    Worksheet second = workbook.newWorksheet(headers.getFirst());
    second.width(0, LABEL_WIDTH);
    second.width(1, LABEL_WIDTH);
    second.width(2, VALUE_WIDTH);
    int row = 0;
    for (List<String> line : description.about()) {
      second.value(row, 0, line.getFirst());
      second.style(row, 0).bold().set();
      second.value(row++, 1, cellText(line.getLast()));
    }
    row++;
    for (int i = 1; i < headers.size(); i++) {
      second.value(row, i - 1, headers.get(i));
      second.style(row, i - 1).bold().set();
    }
    for (ExportColumn column : description.columns()) {
      row++;
      second.value(row, 0, column.header(description.language()));
      second.value(row, 1, column.name());
      second.value(row, 2, column.meaning(description.language()));
    }
    second.finish();
  }
}
