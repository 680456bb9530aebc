package org.mingzhang.extract.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.extract.FormatReader.FileContent;
import org.mingzhang.extract.page.CellBoxFinder;
import org.mingzhang.extract.page.Glyph;
import org.mingzhang.extract.page.PageContent;
import org.mingzhang.extract.page.Ruling;
import org.mingzhang.extract.pdf.PdfReader;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;

class RecognitionTest {
  private static final Tesseract MISSING = new Tesseract("no-such-recogniser");

  @TempDir Path folder;

  @Test
  void ruling_lines_are_found_in_pixels_and_strokes_of_characters_are_not() {
    BufferedImage image = paper(600, 400);
    Graphics2D pen = pen(image);
    for (int y : new int[] {100, 150, 200}) {
      pen.drawLine(50, y, 450, y + 1);
    }
    for (int x : new int[] {50, 250, 450}) {
      pen.drawLine(x, 100, x, 200);
    }
    pen.fillRect(70, 120, 15, 4);
    pen.fillRect(300, 300, 200, 60);
    GrayRaster raster = GrayRaster.of(image, 150);
    RasterRulingFinder lines = new RasterRulingFinder(raster, raster.computeThreshold());
    List<Ruling> rulings = lines.toRulings(lines.findRuns());
    assertEquals(4, CellBoxFinder.find(rulings).size());
    assertTrue(
        rulings.stream().noneMatch(r -> r.horizontal() && r.position() > 250 * 0.48f),
        "the filled box is no line");
  }

  @Test
  void cells_are_stacked_on_a_sheet_and_found_again_on_the_page() {
    BufferedImage image = paper(600, 400);
    Graphics2D pen = pen(image);
    pen.fillRect(120, 60, 40, 20);
    pen.fillRect(420, 260, 60, 20);
    GrayRaster page = GrayRaster.of(image, 150);
    List<CellMontage> montages =
        CellMontage.stack(
            page,
            List.of(
                new Rectangle(100, 50, 100, 50),
                new Rectangle(300, 50, 100, 50),
                new Rectangle(400, 250, 100, 50)),
            page.computeThreshold());
    assertEquals(1, montages.size());
    GrayRaster sheet = montages.get(0).raster();
    Rectangle first = sheet.inkBounds(new Rectangle(0, 0, sheet.width(), 50), 128);
    Rectangle second =
        sheet.inkBounds(new Rectangle(0, 50, sheet.width(), sheet.height() - 50), 128);
    assertEquals(new Rectangle(120, 60, 40, 20), montages.get(0).toPage(first));
    assertEquals(new Rectangle(420, 260, 60, 20), montages.get(0).toPage(second));
  }

  @Test
  void words_of_a_line_are_joined_and_specks_are_dropped() {
    String tsv =
        """
        level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
        4\t1\t1\t1\t1\t0\t100\t50\t400\t40\t-1\t
        5\t1\t1\t1\t1\t1\t100\t52\t40\t36\t90\t收入
        5\t1\t1\t1\t1\t2\t142\t52\t90\t36\t80\t〈款)
        5\t1\t1\t1\t1\t3\t400\t52\t40\t36\t70\t|12.5
        4\t1\t2\t1\t1\t0\t100\t150\t9\t9\t-1\t
        5\t1\t2\t1\t1\t1\t100\t150\t9\t9\t3\t、
        """;
    List<TesseractOutput.TextRun> pieces = TesseractOutput.parse(tsv).confidentRuns();
    assertEquals(
        List.of("收入（款)", "12.5"), pieces.stream().map(TesseractOutput.TextRun::text).toList());
    assertEquals(new Rectangle(100, 50, 132, 40), pieces.get(0).box());
    assertEquals(84, pieces.get(0).confidence(), 0.01);
  }

  @Test
  void a_scan_is_refused_with_a_hint_where_nothing_can_recognize_it() throws Exception {
    Path scan = scan(text -> {});
    FileRefusedException e =
        assertThrows(
            FileRefusedException.class,
            () ->
                new PdfReader(MISSING).read(scan, "application/pdf", ExtractionLimits.standard()));
    assertEquals(Reason.NO_TEXT, e.reason());
    assertEquals("no text layer, install Tesseract with chi_sim", e.getMessage());
    assertFalse(MISSING.isInstalled());
  }

  @Test
  void a_program_that_hangs_is_ended_in_time() throws Exception {
    Path slow = Files.writeString(folder.resolve("slow"), "#!/bin/sh\nsleep 60\n");
    assumeTrue(slow.toFile().setExecutable(true), "scripts cannot be made executable here");
    GrayRaster raster = GrayRaster.of(paper(20, 20), 100);
    long start = System.nanoTime();
    assertThrows(
        IOException.class,
        () ->
            new Tesseract(slow.toString())
                .recognize(raster, Tesseract.CHINESE_MODEL, 3, Duration.ofMillis(200)));
    assertTrue(System.nanoTime() - start < 10_000_000_000L);
  }

  @Test
  void a_scanned_table_is_recognized_cell_by_cell() throws Exception {
    assumeTrue(new Tesseract().isInstalled(), "Tesseract with chi_sim is not installed");
    Path scan =
        scan(
            out -> {
              for (float y : new float[] {600, 640, 680}) {
                stroke(out, 100, y, 400, y);
              }
              for (float x : new float[] {100, 250, 400}) {
                stroke(out, x, 600, x, 680);
              }
              write(out, 120, 652, "2024");
              write(out, 270, 612, "465.38");
            });
    FileContent fileContent =
        new PdfReader().read(scan, "application/pdf", ExtractionLimits.standard());
    TableBlock table = (TableBlock) fileContent.blocks().get(0);
    assertEquals(List.of(List.of("2024", ""), List.of("", "465.38")), table.grid());
    SourceDocument.Ocr ocr = Objects.requireNonNull(fileContent.ocr());
    assertEquals("tesseract chi_sim", ocr.engine());
    assertEquals(1, ocr.pages());
    assertTrue(ocr.confidence() > 50 && ocr.confidence() <= 100);
  }

  @Test
  void the_text_layer_of_a_cover_is_kept_over_what_is_recognized_behind_it() {
    Glyph title = new Glyph("决算公开", 100, 200, 180, 220, 20, true);
    Glyph misread = new Glyph("决竹公开", 98, 199, 182, 221, 22, false);
    Glyph picture = new Glyph("二〇二五", 100, 400, 180, 420, 20, false);
    PageContent merged =
        ScannedPageReader.merge(
            new PageContent(1, 595, 842, List.of(title), List.of()),
            new PageContent(1, 595, 842, List.of(misread, picture), List.of()));
    assertEquals(List.of(title, picture), merged.glyphs());
  }

  @Test
  void a_page_with_text_is_never_recognized() throws Exception {
    Path file = folder.resolve("text.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        out.drawImage(LosslessFactory.createFromImage(document, paper(60, 80)), 0, 0, 595, 842);
        write(out, 60, 700, "a text layer of more than thirty characters");
      }
      document.save(file.toFile());
    }
    FileContent fileContent =
        new PdfReader(MISSING).read(file, "application/pdf", ExtractionLimits.standard());
    assertNull(fileContent.ocr());
    assertEquals(List.of(), fileContent.warnings());
  }

  @Test
  void an_image_is_read_as_a_page() throws Exception {
    assumeTrue(new Tesseract().isInstalled(), "Tesseract with chi_sim is not installed");
    Path image = folder.resolve("page.png");
    try (PDDocument document = page(out -> write(out, 100, 600, "2024 465.38"))) {
      ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 150), "png", image.toFile());
    }
    FileContent fileContent =
        new ImageFileReader().read(image, "image/png", ExtractionLimits.standard());
    assertEquals(1, fileContent.pages());
    assertTrue(fileContent.blocks().toString().contains("465.38"), fileContent.blocks().toString());
  }

  @Test
  void a_picture_without_text_or_an_icon_is_refused() throws Exception {
    Path icon = folder.resolve("icon.png");
    ImageIO.write(paper(16, 16), "png", icon.toFile());
    FileRefusedException e =
        assertThrows(
            FileRefusedException.class,
            () -> new ImageFileReader().read(icon, "image/png", ExtractionLimits.standard()));
    assertEquals(Reason.NO_TEXT, e.reason());
  }

  /** A PDF that holds nothing but an image of a page. */
  private Path scan(Drawing drawing) throws IOException {
    Path file = folder.resolve("scan.pdf");
    try (PDDocument original = page(drawing);
        PDDocument scan = new PDDocument()) {
      BufferedImage image = new PDFRenderer(original).renderImageWithDPI(0, 200);
      PDPage page = new PDPage(PDRectangle.A4);
      scan.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(scan, page)) {
        out.drawImage(LosslessFactory.createFromImage(scan, image), 0, 0, 595, 842);
      }
      scan.save(file.toFile());
    }
    return file;
  }

  private static PDDocument page(Drawing drawing) throws IOException {
    PDDocument document = new PDDocument();
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (PDPageContentStream out = new PDPageContentStream(document, page)) {
      drawing.on(out);
    }
    return document;
  }

  private static void write(PDPageContentStream out, float x, float y, String text)
      throws IOException {
    out.beginText();
    out.setFont(new PDType1Font(FontName.HELVETICA), 14);
    out.newLineAtOffset(x, y);
    out.showText(text);
    out.endText();
  }

  private static void stroke(PDPageContentStream out, float x0, float y0, float x1, float y1)
      throws IOException {
    out.moveTo(x0, y0);
    out.lineTo(x1, y1);
    out.stroke();
  }

  private static BufferedImage paper(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = pen(image);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    return image;
  }

  private static Graphics2D pen(BufferedImage image) {
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    pen.setColor(Color.BLACK);
    pen.setStroke(new BasicStroke(2));
    return pen;
  }

  private interface Drawing {
    void on(PDPageContentStream out) throws IOException;
  }
}
