package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.model.Extraction;

/**
 * Tests hidden columns, sheet names, spans and limits of XML spreadsheets and OpenDocument ones.
 */
class XmlSpreadsheetTest {
  private static final String HIDDEN = "Hidden rows and columns were left out.";

  @TempDir private Path folder;

  private static Extraction read(Path file, ExtractionLimits limits) throws IOException {
    return ((ExtractionResult.SuccessfulExtraction) new Extractor(limits).extract(file).getFirst())
        .extraction();
  }

  private Extraction readExcel(String sheets) throws IOException {
    Path file = folder.resolve("a.xls");
    Files.writeString(
        file,
        """
        <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
          xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">%s</Workbook>
        """
            .formatted(sheets));
    return read(file, ExtractionLimits.standard());
  }

  private static String row(String... cells) {
    StringBuilder row = new StringBuilder("<Row>");
    for (String cell : cells) {
      row.append("<Cell><Data ss:Type=\"String\">").append(cell).append("</Data></Cell>");
    }
    return row + "</Row>";
  }

  private Extraction readOpenDocument(String table) throws IOException {
    Path file = folder.resolve("a.ods");
    String content =
        """
        <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body>
        <office:spreadsheet><table:table table:name="Sheet1">%s</table:table></office:spreadsheet>
        </office:body></office:document-content>
        """
            .formatted(table);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      byte[] type =
          "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8);
      ZipEntry first = new ZipEntry("mimetype");
      first.setMethod(ZipEntry.STORED);
      first.setSize(type.length);
      CRC32 sum = new CRC32();
      sum.update(type);
      first.setCrc(sum.getValue());
      zip.putNextEntry(first);
      zip.write(type);
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
      zip.write("<manifest/>".getBytes(StandardCharsets.UTF_8));
    }
    return read(file, ExtractionLimits.standard());
  }

  private static String cells(String... texts) {
    StringBuilder row = new StringBuilder("<table:table-row>");
    for (String text : texts) {
      row.append("<table:table-cell><text:p>").append(text).append("</text:p></table:table-cell>");
    }
    return row + "</table:table-row>";
  }

  @Test
  void hidden_columns_of_excel_xml_are_left_out_with_a_warning() throws IOException {
    Extraction read =
        readExcel(
            "<Worksheet ss:Name=\"Sheet1\"><Table><Column ss:Index=\"2\" ss:Hidden=\"1\" ss:Span=\"1\"/><Column/>"
                + "<Column ss:Index=\"6\" ss:Hidden=\"1\"/>"
                + row("项目", "藏", "藏", "金额", "备注", "藏")
                + row("合计", "藏", "藏", "1", "无", "藏")
                + "</Table></Worksheet>");
    assertThat(BlockDump.lines(read.blocks()))
        .containsExactly(
            "p1 table 2×3", "  0,0 项目", "  0,1 金额", "  0,2 备注", "  1,0 合计", "  1,1 1", "  1,2 无");
    assertThat(read.warnings()).containsExactly(HIDDEN);
  }

  @Test
  void hidden_columns_of_open_document_are_left_out_with_a_warning() throws IOException {
    Extraction read =
        readOpenDocument(
            "<table:table-column/><table:table-columns><table:table-column"
                + " table:visibility=\"collapse\" table:number-columns-repeated=\"2\"/></table:table-columns>"
                + "<table:table-column table:number-columns-repeated=\"1021\"/>"
                + cells("项目", "藏", "藏", "金额")
                + cells("合计", "藏", "藏", "1"));
    assertThat(BlockDump.lines(read.blocks()))
        .containsExactly("p1 table 2×2", "  0,0 项目", "  0,1 金额", "  1,0 合计", "  1,1 1");
    assertThat(read.warnings()).containsExactly(HIDDEN);
  }

  @Test
  void elements_for_blanks_and_line_breaks_separate_the_words_of_a_cell() throws IOException {
    Extraction read =
        readOpenDocument(
            cells("项目<text:line-break/>名称", "金<text:s/>额")
                + cells("合<text:span>计<text:tab/></text:span>数", "1"));
    assertThat(BlockDump.lines(read.blocks()))
        .containsExactly("p1 table 2×2", "  0,0 项目⏎名称", "  0,1 金 额", "  1,0 合计 数", "  1,1 1");
  }

  @Test
  void sheets_with_names_used_before_and_spans_beyond_the_sheet_are_read() throws IOException {
    String table = "<Table>" + row("项目", "金额") + row("合计", "1") + "</Table></Worksheet>";
    Extraction read =
        readExcel(
            ("<Worksheet ss:Name=\"Sheet3\">" + table).repeat(2)
                + "<Worksheet ss:Name=\"Sheet3\">"
                + table.replace(
                    "<Row><Cell><Data ss:Type=\"String\">合",
                    "<Row ss:Index=\"99000\"><Cell ss:MergeDown=\"999999\"><Data ss:Type=\"String\">合"));
    assertThat(read.source().pages()).isEqualTo(3);
    assertThat(BlockDump.lines(read.blocks()).stream().filter(line -> line.contains("合计")))
        .hasSize(3);
  }

  @Test
  void sheets_beyond_the_limit_are_counted_and_reported() throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (Workbook book = WorkbookFactory.create(true);
        OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 3; i++) {
        Sheet sheet = book.createSheet();
        sheet.createRow(0).createCell(0).setCellValue("内容" + i);
      }
      book.write(out);
    }
    ExtractionLimits limits =
        new ExtractionLimits(1 << 20, 100_000, 2, 3, 10, Duration.ofMinutes(1), false);
    Extraction read = read(file, limits);
    assertThat(read.source().pages()).isEqualTo(3);
    assertThat(read.warnings()).containsExactly("Only 2 of 3 sheets were read.");
  }
}
