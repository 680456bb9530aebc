package org.mingzhang.web.api;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.api.SpreadsheetPackage.Cell;
import org.mingzhang.web.api.SpreadsheetPackage.Style;

/**
 * Writes rows as a workbook with a bold, frozen header and a filter over all rows, column widths,
 * number formats and links, and a last sheet with query, date, address and the meaning of the
 * columns. Further sheets are added when one is full.
 */
final class WorkbookWriter implements RowWriter {
  private static final int MAX_ROWS = 1_000_000;
  private static final int MAX_CELL_LENGTH = 32_000;
  private static final int MAX_SHEET_NAME_LENGTH = 28;
  private static final List<Integer> ABOUT_SHEET_WIDTHS = List.of(20, 20, 60);

  private final SpreadsheetPackage workbook;
  private final ExportFileDescription description;
  private int sheetCount;
  private int rowCount;

  WorkbookWriter(OutputStream out, ExportFileDescription description) throws IOException {
    this.workbook = new SpreadsheetPackage(out);
    this.description = description;
    beginSheet();
  }

  private void beginSheet() throws IOException {
    sheetCount++;
    String name = description.title().replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
    String clipped =
        name.length() > MAX_SHEET_NAME_LENGTH ? name.substring(0, MAX_SHEET_NAME_LENGTH) : name;
    String base = clipped.isEmpty() ? "1" : clipped;
    workbook.beginSheet(
        sheetCount == 1 ? base : base + " " + sheetCount,
        description.columns().stream().map(ExportColumn::width).toList(),
        true);
    workbook.writeRow(
        description.headers().stream().map(header -> new Cell(header, Style.HEADER)).toList());
    rowCount = 1;
  }

  @Override
  public void writeRow(List<? extends @Nullable Object> values) throws IOException {
    if (rowCount == MAX_ROWS) {
      workbook.endSheet(description.columns().size());
      beginSheet();
    }
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ExportColumn column = i < description.columns().size() ? description.columns().get(i) : null;
      cells.add(createCell(column, values.get(i)));
    }
    workbook.writeRow(cells);
    rowCount++;
  }

  private static Cell createCell(@Nullable ExportColumn column, @Nullable Object value) {
    boolean text = column == null || column.valueType() == ExportColumn.ValueType.TEXT;
    return switch (text ? value : parseNumber(value)) {
      case Number number ->
          new Cell(number, column == null ? Style.PLAIN : column.valueType().style());
      case String address when column != null && column.isLink() && isAddress(address) ->
          new Cell(address, Style.LINK);
      case String words -> new Cell(cellText(words), Style.PLAIN);
      case null, default -> new Cell(null, Style.PLAIN);
    };
  }

  private static boolean isAddress(String text) {
    return text.matches("https?://[\\x21-\\x7e]+");
  }

  /**
   * Converts a text that is a plain number, possibly with thousands separators, to a number;
   * returns other values, and null, unchanged.
   */
  private static @Nullable Object parseNumber(@Nullable Object value) {
    if (value instanceof String text) {
      String plain = text.replace(",", "").strip();
      return plain.matches("-?\\d{1,15}(\\.\\d{1,8})?") ? new BigDecimal(plain) : text;
    }
    return value;
  }

  /**
   * Cuts a text after {@link #MAX_CELL_LENGTH} characters and appends …, since a cell has at most
   * 32,767, and replaces control characters other than tab and line feed by spaces. Does not split
   * a surrogate pair.
   */
  private static String cellText(String text) {
    String clean = text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
    if (clean.length() <= MAX_CELL_LENGTH) {
      return clean;
    }
    boolean splitsPair = Character.isHighSurrogate(clean.charAt(MAX_CELL_LENGTH - 1));
    return clean.substring(0, splitsPair ? MAX_CELL_LENGTH - 1 : MAX_CELL_LENGTH) + "…";
  }

  @Override
  public void close() throws IOException {
    workbook.endSheet(description.columns().size());
    writeAboutSheet();
    workbook.close();
  }

  private void writeAboutSheet() throws IOException {
    List<String> headers = description.columnSheetTexts();
    workbook.beginSheet(headers.getFirst(), ABOUT_SHEET_WIDTHS, false);
    for (List<String> line : description.fileDetails()) {
      workbook.writeRow(
          List.of(
              new Cell(line.getFirst(), Style.HEADER),
              new Cell(cellText(line.getLast()), Style.PLAIN)));
    }
    workbook.writeRow(List.of());
    workbook.writeRow(
        headers.stream().skip(1).map(header -> new Cell(header, Style.HEADER)).toList());
    for (ExportColumn column : description.columns()) {
      workbook.writeRow(
          List.of(
              new Cell(column.header(description.language()), Style.PLAIN),
              new Cell(column.name(), Style.PLAIN),
              new Cell(column.meaning(description.language()), Style.PLAIN)));
    }
    workbook.endSheet(0);
  }
}
