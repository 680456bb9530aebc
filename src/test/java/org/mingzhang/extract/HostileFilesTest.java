package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

/**
 * Tests malicious files: each is read or refused within the time limit, and no link in it is
 * followed.
 */
class HostileFilesTest {
  private static final ExtractionLimits LIMITS =
      new ExtractionLimits(1L << 30, 20_000_000, 10_000, 3, 1_000, Duration.ofSeconds(60), false);

  @TempDir Path folder;
  private final AtomicInteger fetched = new AtomicInteger();
  private HttpServer externalServer;

  @BeforeEach
  void listen() throws IOException {
    externalServer =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    externalServer.createContext(
        "/",
        exchange -> {
          fetched.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
        });
    externalServer.start();
  }

  @AfterEach
  void nothing_was_fetched() {
    externalServer.stop(0);
    assertThat(fetched).as("requests to another server").hasValue(0);
  }

  private String externalUrl() {
    return "http://127.0.0.1:" + externalServer.getAddress().getPort() + "/";
  }

  private List<ExtractionResult> read(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, content);
    return new Extractor(LIMITS).extract(file);
  }

  private static String describe(ExtractionResult result) {
    if (!(result instanceof ExtractionResult.SuccessfulExtraction extracted)) {
      return "";
    }
    Extraction extraction = extracted.extraction();
    return extraction.blocks().stream()
        .flatMap(
            block ->
                switch (block) {
                  case TextBlock text -> Stream.of(text.text());
                  case TableBlock table -> table.cells().stream().map(TableBlock.Cell::text);
                })
        .reduce("", (a, b) -> a + "\n" + b);
  }

  private static byte[] zip(String... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static void assertRefused(
      List<ExtractionResult> results, FileRefusedException.Reason why) {
    assertThat(results).singleElement().isInstanceOf(ExtractionResult.RefusedExtraction.class);
    ExtractionResult.RefusedExtraction refused =
        (ExtractionResult.RefusedExtraction) results.getFirst();
    assertThat(refused.reason()).isEqualTo(why);
    assertThat(refused.message()).doesNotContain("\n");
  }

  @Test
  void a_file_of_more_than_a_gigabyte_is_refused_without_being_read() throws IOException {
    Path file = folder.resolve("huge.pdf");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.write("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
      sparse.setLength((1L << 30) + 1);
    }
    long begun = System.nanoTime();
    assertRefused(new Extractor(LIMITS).extract(file), FileRefusedException.Reason.TOO_LARGE);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void a_document_of_ten_thousand_pages_is_read() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(100, 700);
        content.showText("Page of many");
        content.endText();
      }
      for (int i = 1; i < 10_000; i++) {
        PDPage same = new PDPage();
        same.getCOSObject()
            .setItem("Contents", page.getCOSObject().getDictionaryObject("Contents"));
        same.setResources(page.getResources());
        document.addPage(same);
      }
      document.save(bytes);
    }
    ExtractionResult result = read("many.pdf", bytes.toByteArray()).getFirst();
    assertThat(result).isInstanceOf(ExtractionResult.SuccessfulExtraction.class);
    assertThat(((ExtractionResult.SuccessfulExtraction) result).extraction().source().pages())
        .isEqualTo(10_000);
  }

  @Test
  void scripts_and_actions_of_a_pdf_are_not_run() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document
          .getDocumentCatalog()
          .setOpenAction(new PDActionJavaScript("app.launchURL('" + externalUrl() + "')"));
      document.save(bytes);
    }
    assertRefused(read("action.pdf", bytes.toByteArray()), FileRefusedException.Reason.NO_TEXT);
  }

  @Test
  void entities_from_outside_are_followed_in_no_format() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "TOPSECRET");
    String entity =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY file SYSTEM \""
            + secret.toUri()
            + "\"><!ENTITY web SYSTEM \""
            + externalUrl()
            + "\"><!ENTITY % more SYSTEM \""
            + externalUrl()
            + "\">%more;]>";
    String body = "<w:p><w:r><w:t>text &file;&web;</w:t></w:r></w:p>";
    byte[] word =
        zip(
            "[Content_Types].xml",
            "<?xml version=\"1.0\"?><Types"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                + " Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument"
                + ".wordprocessingml.document.main+xml\"/></Types>",
            "_rels/.rels",
            "<?xml version=\"1.0\"?><Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument"
                + "/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"
                + "</Relationships>",
            "word/document.xml",
            entity
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006"
                + "/main\"><w:body>"
                + body
                + "</w:body></w:document>");
    byte[] ofd =
        zip(
            "OFD.xml",
            entity
                + "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" Version=\"1.0\"><ofd:DocBody>"
                + "<ofd:DocInfo><ofd:Title>&file;&web;</ofd:Title></ofd:DocInfo><ofd:DocRoot>"
                + "Doc.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
            "Doc.xml",
            entity + "<x>&file;</x>");
    byte[] page =
        (entity
                + "<html><body><p>text &file;&web;</p><img src=\""
                + externalUrl()
                + "\"></body></html>")
            .getBytes(StandardCharsets.UTF_8);
    for (ExtractionResult result :
        Stream.of(
                read("a.docx", word), read("a.ofd", ofd), read("a.html", page), read("a.xml", page))
            .flatMap(List::stream)
            .toList()) {
      assertThat(describe(result)).as(result.file()).doesNotContain("TOPSECRET");
    }
  }

  @Test
  void an_entity_that_grows_a_billion_times_costs_nothing() throws IOException {
    StringBuilder laughs =
        new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 12; i++) {
      laughs.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10));
      laughs.append("\">");
    }
    laughs.append("]><html><body><p>&a11;</p></body></html>");
    long begun = System.nanoTime();
    read("laughs.html", laughs.toString().getBytes(StandardCharsets.UTF_8));
    read("laughs.ofd", zip("OFD.xml", laughs.toString()));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void formulas_are_shown_as_they_were_saved_and_links_of_a_workbook_not_followed()
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      var row = book.createSheet("a").createRow(0);
      row.createCell(0).setCellValue("plain");
      var web = row.createCell(1, CellType.FORMULA);
      web.setCellFormula("WEBSERVICE(\"" + externalUrl() + "\")");
      web.setCellValue("saved");
      var link = row.createCell(2, CellType.FORMULA);
      link.setCellFormula("HYPERLINK(\"" + externalUrl() + "\",\"x\")");
      link.setCellValue("linked");
      book.write(bytes);
    }
    assertThat(describe(read("book.xlsx", bytes.toByteArray()).getFirst()))
        .contains("plain", "saved", "linked");
  }

  @Test
  void names_that_climb_out_of_an_archive_write_nothing_outside_it() throws IOException {
    Path victim = folder.resolve("victim.txt");
    List<ExtractionResult> results =
        read(
            "climb.zip",
            zip(
                "../victim.txt",
                "职责一\n",
                "..\\..\\victim.txt",
                "职责二\n",
                victim.toString(),
                "职责三\n",
                "a/../../victim\u0000.txt",
                "职责四\n",
                "\u202etxt.exe\n\u001b[2J",
                "职责五\n"));
    assertThat(victim).doesNotExist();
    assertThat(folder.resolveSibling("victim.txt")).doesNotExist();
    assertThat(results).hasSize(5);
    for (ExtractionResult result : results) {
      assertThat(result.file()).doesNotContain("..").doesNotMatch("(?s).*[\\p{Cntrl}\u202e].*");
    }
  }

  @Test
  void an_archive_in_an_archive_in_an_archive_ends_at_the_limit() throws IOException {
    byte[] inner = zip("a.txt", "职责\n");
    for (int i = 0; i < 40; i++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        zip.putNextEntry(new ZipEntry("inner.zip"));
        zip.write(inner);
      }
      inner = bytes.toByteArray();
    }
    assertRefused(read("deep.zip", inner), FileRefusedException.Reason.TOO_LARGE);
  }

  @Test
  void a_text_with_some_nul_characters_is_read_without_them() throws IOException {
    String text = "样例局2024年度部门决算\n样例\0支出5万元。\n第二行\0\0\n";
    ExtractionResult result = read("a.txt", text.getBytes(StandardCharsets.UTF_8)).getFirst();
    assertThat(describe(result)).contains("样例支出5万元。").doesNotContain("\0");
    ExtractionResult old = read("b.txt", text.getBytes(Charset.forName("GB18030"))).getFirst();
    assertThat(describe(old)).contains("样例支出5万元。").doesNotContain("\0");
  }

  @Test
  void nothing_but_nul_characters_is_no_text() throws IOException {
    ExtractionResult result = read("a.txt", new byte[5_000]).getFirst();
    assertThat(result).isInstanceOf(ExtractionResult.RefusedExtraction.class);
  }

  @Test
  void tables_nested_too_deeply_are_refused_for_that_and_not_as_damaged() throws IOException {
    String nested =
        "<w:tbl><w:tr><w:tc>".repeat(1_000)
            + "<w:p><w:r><w:t>深处的文字</w:t></w:r></w:p>"
            + "<w:p/></w:tc></w:tr></w:tbl>".repeat(1_000);
    ExtractionResult result = read("a.docx", docx(nested, 0)).getFirst();
    assertThat(result)
        .isInstanceOfSatisfying(
            ExtractionResult.RefusedExtraction.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(FileRefusedException.Reason.TOO_LARGE);
              assertThat(refused.message()).contains("nested too deeply");
            });
  }

  @Test
  void a_document_with_a_picture_that_expands_without_end_is_read_without_it() throws IOException {
    String body = "<w:p><w:r><w:t>样例支出5万元。</w:t></w:r></w:p>";
    ExtractionResult result = read("a.docx", docx(body, 300 << 20)).getFirst();
    assertThat(describe(result)).contains("样例支出5万元。");
  }

  /**
   * A Word document with a picture of the given number of zero bytes; without a picture if it is 0.
   */
  private static byte[] docx(String body, int picture) throws IOException {
    String types = "application/vnd.openxmlformats-";
    String office = "http://schemas.openxmlformats.org/";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(
          zip,
          "[Content_Types].xml",
          "<Types xmlns='%spackage/2006/content-types'><Default Extension='rels' ContentType='%spackage.relationships+xml'/><Default Extension='png' ContentType='image/png'/><Override PartName='/word/document.xml' ContentType='%sofficedocument.wordprocessingml.document.main+xml'/></Types>"
              .formatted(office, types, types));
      put(
          zip,
          "_rels/.rels",
          "<Relationships xmlns='%spackage/2006/relationships'><Relationship Id='r1' Type='%sofficeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>"
              .formatted(office, office));
      if (picture > 0) {
        zip.putNextEntry(new ZipEntry("word/media/image1.png"));
        byte[] zeros = new byte[1 << 20];
        for (int written = 0; written < picture; written += zeros.length) {
          zip.write(zeros);
        }
        zip.closeEntry();
      }
      put(
          zip,
          "word/document.xml",
          "<w:document xmlns:w='%swordprocessingml/2006/main'><w:body>%s</w:body></w:document>"
              .formatted(office, body));
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
