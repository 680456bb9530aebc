package org.mingzhang.web.api;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.unbescape.xml.XmlEscape;

/**
 * Streams a workbook as a package of Office Open XML (ECMA-376), sheet by sheet and row by row.
 * Texts are stored in their cells, and sheets state no dimension, which is optional, so that rows
 * need not be kept or counted before they are written. Close it to finish the file.
 *
 * <p>Not a library, since a file is sent while its rows are found: fastexcel keeps all texts in
 * memory and states a dimension of one cell, so that readers see an empty sheet, and POI's SXSSF
 * writes nothing before the last row.
 */
final class SpreadsheetPackage implements Closeable {
  /** Formats of cells with their indices in {@code cellXfs} in {@link #STYLES}. */
  enum Style {
    PLAIN(0),
    HEADER(1),
    INTEGER(2),
    MONEY(3),
    LINK(4);

    private final int index;

    Style(int index) {
      this.index = index;
    }
  }

  /** A cell; one without a value is not written. */
  record Cell(@Nullable Object value, Style style) {}

  private static final String XML_DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String MAIN_NAMESPACE =
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONSHIP_NAMESPACE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE_NAMESPACE_PREFIX =
      "http://schemas.openxmlformats.org/package/2006/";
  private static final String STYLES =
      "<fonts count=\"3\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
          + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font>"
          + "<font><u/><sz val=\"11\"/><color rgb=\"FF0563C1\"/><name val=\"Calibri\"/></font>"
          + "</fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
          + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
          + "<borders count=\"1\"><border/></borders>"
          + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"5\"><xf/>"
          + "<xf fontId=\"1\" applyFont=\"1\"/>"
          + "<xf numFmtId=\"1\" applyNumberFormat=\"1\"/>"
          + "<xf numFmtId=\"4\" applyNumberFormat=\"1\"/>"
          + "<xf fontId=\"2\" applyFont=\"1\"/></cellXfs>";

  /** Maximum number of links of a sheet and length of their addresses that Excel accepts. */
  private static final int MAX_LINKS = 65_000;

  private static final int MAX_ADDRESS_LENGTH = 2_000;

  private final ZipOutputStream zip;
  private final Writer xml;
  private final List<String> sheets = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private int rowCount;

  /** A link of the current sheet. */
  private record Link(String cell, String address) {}

  SpreadsheetPackage(OutputStream out) {
    zip = new ZipOutputStream(out);
    xml = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
  }

  /**
   * Begins a sheet, after the one before was ended.
   *
   * @param widths widths of its columns in characters
   * @param isFirstRowFrozen whether the first row stays in view
   */
  void beginSheet(String name, List<Integer> widths, boolean isFirstRowFrozen) throws IOException {
    sheets.add(name);
    rowCount = 0;
    beginPart("xl/worksheets/sheet" + sheets.size() + ".xml");
    xml.write(
        "<worksheet xmlns=\"" + MAIN_NAMESPACE + "\" xmlns:r=\"" + RELATIONSHIP_NAMESPACE + "\">");
    if (isFirstRowFrozen) {
      xml.write(
          "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\""
              + " activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
    }
    if (!widths.isEmpty()) {
      xml.write("<cols>");
      for (int i = 0; i < widths.size(); i++) {
        String column = "\"" + (i + 1) + "\"";
        xml.write("<col min=" + column + " max=" + column);
        xml.write(" width=\"" + widths.get(i) + "\" customWidth=\"1\"/>");
      }
      xml.write("</cols>");
    }
    xml.write("<sheetData>");
  }

  /** Writes the next row of the sheet; leaves a row empty if there are no cells. */
  void writeRow(List<Cell> cells) throws IOException {
    rowCount++;
    if (cells.isEmpty()) {
      return;
    }
    xml.write("<row r=\"" + rowCount + "\">");
    for (int i = 0; i < cells.size(); i++) {
      writeCell(cells.get(i), columnName(i) + rowCount);
    }
    xml.write("</row>");
  }

  private void writeCell(Cell cell, String reference) throws IOException {
    String start = "<c r=\"" + reference + "\" s=\"" + cell.style().index + "\"";
    switch (cell.value()) {
      case null -> {}
      case BigDecimal number -> xml.write(start + "><v>" + number.toPlainString() + "</v></c>");
      case Number number -> xml.write(start + "><v>" + number + "</v></c>");
      case Object text -> {
        xml.write(start + " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        xml.write(escape(text.toString()));
        xml.write("</t></is></c>");
        if (cell.style() == Style.LINK
            && links.size() < MAX_LINKS
            && text.toString().length() <= MAX_ADDRESS_LENGTH) {
          links.add(new Link(reference, text.toString()));
        }
      }
    }
  }

  /**
   * Ends the sheet.
   *
   * @param filteredColumns number of columns with a filter over all rows, 0 for no filter
   */
  void endSheet(int filteredColumns) throws IOException {
    xml.write("</sheetData>");
    if (filteredColumns > 0) {
      xml.write("<autoFilter ref=\"A1:" + columnName(filteredColumns - 1) + rowCount + "\"/>");
    }
    if (!links.isEmpty()) {
      xml.write("<hyperlinks>");
      for (int i = 0; i < links.size(); i++) {
        xml.write("<hyperlink ref=\"" + links.get(i).cell() + "\" r:id=\"rId" + (i + 1) + "\"/>");
      }
      xml.write("</hyperlinks>");
    }
    xml.write("</worksheet>");
    endPart();
    if (!links.isEmpty()) {
      beginPart("xl/worksheets/_rels/sheet" + sheets.size() + ".xml.rels");
      xml.write("<Relationships xmlns=\"" + PACKAGE_NAMESPACE_PREFIX + "relationships\">");
      for (int i = 0; i < links.size(); i++) {
        String target = escape(links.get(i).address()) + "\" TargetMode=\"External";
        writeRelationship(i + 1, "hyperlink", target);
      }
      xml.write("</Relationships>");
      endPart();
      links.clear();
    }
  }

  /** Name of a 0-based column: A, B, …, Z, AA, … */
  static String columnName(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : columnName(column / 26 - 1) + last;
  }

  private void beginPart(String part) throws IOException {
    zip.putNextEntry(new ZipEntry(part));
    xml.write(XML_DECLARATION);
  }

  private void endPart() throws IOException {
    xml.flush();
    zip.closeEntry();
  }

  private void writePart(String part, String content) throws IOException {
    beginPart(part);
    xml.write(content);
    endPart();
  }

  private void writeRelationship(int id, String type, String target) throws IOException {
    xml.write(
        "<Relationship Id=\"rId" + id + "\" Type=\"" + RELATIONSHIP_NAMESPACE + "/" + type + "\"");
    xml.write(" Target=\"" + target + "\"/>");
  }

  private static String escape(String text) {
    return XmlEscape.escapeXml10(text);
  }

  /** Writes the parts that list the sheets, and ends the file. */
  @Override
  public void close() throws IOException {
    beginPart("xl/_rels/workbook.xml.rels");
    xml.write("<Relationships xmlns=\"" + PACKAGE_NAMESPACE_PREFIX + "relationships\">");
    StringBuilder listed = new StringBuilder();
    StringBuilder types = new StringBuilder();
    for (int i = 1; i <= sheets.size(); i++) {
      writeRelationship(i, "worksheet", "worksheets/sheet" + i + ".xml");
      listed
          .append("<sheet name=\"" + escape(sheets.get(i - 1)) + "\" sheetId=\"" + i)
          .append("\" r:id=\"rId" + i + "\"/>");
      types.append(contentType("worksheets/sheet" + i, "worksheet"));
    }
    writeRelationship(sheets.size() + 1, "styles", "styles.xml");
    xml.write("</Relationships>");
    endPart();
    writePart(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN_NAMESPACE
            + "\" xmlns:r=\""
            + RELATIONSHIP_NAMESPACE
            + "\"><sheets>"
            + listed
            + "</sheets></workbook>");
    writePart(
        "xl/styles.xml",
        "<styleSheet xmlns=\"" + MAIN_NAMESPACE + "\">" + STYLES + "</styleSheet>");
    beginPart("_rels/.rels");
    xml.write("<Relationships xmlns=\"" + PACKAGE_NAMESPACE_PREFIX + "relationships\">");
    writeRelationship(1, "officeDocument", "xl/workbook.xml");
    xml.write("</Relationships>");
    endPart();
    writePart(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE_NAMESPACE_PREFIX
            + "content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package"
            + ".relationships+xml\"/>"
            + contentType("workbook", "sheet.main")
            + contentType("styles", "styles")
            + types
            + "</Types>");
    xml.close();
  }

  private static String contentType(String part, String type) {
    return "<Override PartName=\"/xl/"
        + part
        + ".xml\" ContentType=\"application/"
        + "vnd.openxmlformats-officedocument.spreadsheetml."
        + type
        + "+xml\"/>";
  }
}
