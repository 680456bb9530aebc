package org.mingzhang.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.extract.FormatReader.FileContent;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

class PdfReaderTest {
  private static final PDType1Font FONT = new PDType1Font(FontName.HELVETICA);

  @TempDir Path folder;

  @Test
  void lines_come_from_top_to_bottom_with_page_and_place() throws Exception {
    FileContent fileContent =
        read(
            out -> {
              write(out, 100, 600, "second line");
              write(out, 100, 700, "first line");
            },
            out -> write(out, 50, 400, "next page"));
    assertEquals(List.of("first line", "second line", "next page"), texts(fileContent));
    TextBlock.Layout first = layout(fileContent);
    assertEquals(100, first.left(), 1);
    assertEquals(12, first.fontSize(), 0.1);
    assertEquals(595, first.pageWidth(), 1);
    assertEquals(842 - 700, first.bottom(), 3);
    assertEquals(2, fileContent.blocks().get(2).page());
    assertEquals(2, fileContent.pages());
  }

  @Test
  void a_ruled_table_is_read_by_its_cells_and_not_again_as_lines() throws Exception {
    FileContent fileContent =
        read(
            out -> {
              write(out, 50, 780, "caption");
              strokeGrid(out);
              write(out, 60, 735, "head over two");
              write(out, 60, 715, "wrapped");
              write(out, 60, 703, "name");
              write(out, 160, 709, "12.50");
            });
    assertEquals(List.of("caption"), texts(fileContent));
    TableBlock table = (TableBlock) fileContent.blocks().get(1);
    assertEquals(
        List.of(
            new TableBlock.Cell(0, 0, 1, 2, "head over two"),
            new TableBlock.Cell(1, 0, 1, 1, "wrapped\nname"),
            new TableBlock.Cell(1, 1, 1, 1, "12.50")),
        table.cells());
  }

  @Test
  void thin_filled_rectangles_are_rulings_as_well() throws Exception {
    FileContent fileContent =
        read(
            out -> {
              for (float y : new float[] {700, 720, 740}) {
                out.addRect(50, y, 200.5f, 0.5f);
                out.fill();
              }
              for (float x : new float[] {50, 150, 250}) {
                out.addRect(x, 700, 0.5f, 40.5f);
                out.fill();
              }
              write(out, 60, 725, "a");
              write(out, 160, 705, "d");
            });
    assertEquals(
        List.of(List.of("a", ""), List.of("", "d")),
        ((TableBlock) fileContent.blocks().get(0)).grid());
  }

  @Test
  void white_lines_are_no_rulings() throws Exception {
    FileContent fileContent =
        read(
            out -> {
              out.setStrokingColor(1f, 1f, 1f);
              strokeGrid(out);
              write(out, 60, 735, "free text");
            });
    assertEquals(List.of("free text"), texts(fileContent));
  }

  @Test
  void text_outside_the_clip_is_not_read() throws Exception {
    FileContent fileContent =
        read(
            out -> {
              out.saveGraphicsState();
              out.addRect(50, 690, 400, 30);
              out.clip();
              write(out, 60, 700, "visible");
              write(out, 60, 600, "cut off");
              out.restoreGraphicsState();
              write(out, 60, 500, "after");
            });
    assertEquals(List.of("visible", "after"), texts(fileContent));
  }

  @Test
  void text_drawn_twice_is_read_once() throws Exception {
    FileContent fileContent =
        read(
            out -> {
              write(out, 60, 700, "bold 2024");
              write(out, 60.3f, 700, "bold 2024");
            });
    assertEquals(List.of("bold 2024"), texts(fileContent));
  }

  @Test
  void invisible_text_over_a_scan_is_a_text_layer() throws Exception {
    FileContent fileContent =
        read(
            out -> {
              out.setRenderingMode(RenderingMode.NEITHER);
              write(out, 60, 700, "layer");
            });
    assertEquals(List.of("layer"), texts(fileContent));
  }

  @Test
  void a_turned_page_is_read_as_shown() throws Exception {
    for (int rotation : new int[] {0, 90, 180, 270}) {
      FileContent fileContent = read(rotation, out -> writeSideways(out, rotation));
      assertEquals(List.of("upper", "lower"), texts(fileContent), "rotation " + rotation);
      assertEquals(rotation % 180 == 0 ? 595 : 842, layout(fileContent).pageWidth(), 1);
    }
  }

  @Test
  void text_printed_sideways_on_an_upright_page_is_read_upright() throws Exception {
    FileContent fileContent = read(out -> writeSideways(out, 90));
    assertEquals(List.of("upper", "lower"), texts(fileContent));
  }

  @Test
  void a_slanted_watermark_is_left_out() throws Exception {
    FileContent fileContent =
        read(
            out -> {
              write(out, 60, 700, "body");
              out.beginText();
              out.setFont(FONT, 40);
              out.setTextMatrix(Matrix.getRotateInstance(Math.PI / 4, 100, 300));
              out.showText("DRAFT");
              out.endText();
            });
    assertEquals(List.of("body"), texts(fileContent));
  }

  @Test
  void a_file_that_needs_a_password_is_refused_and_an_owner_password_is_not() throws Exception {
    Path locked = save(encrypted("user"));
    FileRefusedException e = assertThrows(FileRefusedException.class, () -> read(locked));
    assertEquals(Reason.ENCRYPTED, e.reason());
    assertEquals("needs a password", e.getMessage());
    assertEquals(List.of("text"), texts(read(save(encrypted("")))));
  }

  @Test
  void a_truncated_file_is_refused_as_damaged() throws Exception {
    byte[] whole = Files.readAllBytes(save(document(0, out -> write(out, 60, 700, "text"))));
    Path broken = folder.resolve("broken.pdf");
    Files.write(broken, java.util.Arrays.copyOf(whole, whole.length / 3));
    FileRefusedException e = assertThrows(FileRefusedException.class, () -> read(broken));
    assertEquals(Reason.DAMAGED, e.reason());
    assertEquals(1, String.valueOf(e.getMessage()).lines().count());
  }

  @Test
  void limits_of_characters_pages_and_time_hold() throws Exception {
    Path file =
        save(document(0, out -> write(out, 60, 700, "text"), out -> write(out, 60, 700, "more")));
    ExtractionLimits few = new ExtractionLimits(1000, 5, 10, 1, 1, Duration.ofMinutes(1), false);
    assertEquals(
        Reason.TOO_LARGE,
        assertThrows(
                FileRefusedException.class,
                () -> new PdfReader().read(file, "application/pdf", few))
            .reason());
    ExtractionLimits one = new ExtractionLimits(1000, 500, 1, 1, 1, Duration.ofMinutes(1), false);
    FileContent first = new PdfReader().read(file, "application/pdf", one);
    assertEquals(List.of("text"), texts(first));
    assertTrue(first.warnings().get(0).contains("1 of 2 pages"), first.warnings().toString());
    ExtractionLimits late = new ExtractionLimits(1000, 500, 9, 1, 1, Duration.ofMillis(-1), false);
    assertEquals(
        Reason.TOO_SLOW,
        assertThrows(
                FileRefusedException.class,
                () -> new PdfReader().read(file, "application/pdf", late))
            .reason());
  }

  /** Draws two lines of text that read upright once the page is turned clockwise by an angle. */
  private static void writeSideways(PDPageContentStream out, int rotation) throws IOException {
    for (int line = 0; line < 2; line++) {
      out.beginText();
      out.setFont(FONT, 12);
      double angle = Math.toRadians(rotation);
      double down = 300 - 40 * line;
      out.setTextMatrix(
          Matrix.getRotateInstance(
              angle,
              (float) (300 - Math.sin(angle) * (down - 300)),
              (float) (300 + Math.cos(angle) * (down - 300))));
      out.showText(line == 0 ? "upper" : "lower");
      out.endText();
    }
  }

  /** Two columns from x 50 to 250, a merged head row and one row, from y 750 to 700. */
  private static void strokeGrid(PDPageContentStream out) throws IOException {
    stroke(out, 50, 750, 250, 750);
    stroke(out, 50, 728, 250, 728);
    stroke(out, 50, 700, 250, 700);
    stroke(out, 50, 700, 50, 750);
    stroke(out, 150, 700, 150, 728);
    stroke(out, 250, 700, 250, 750);
  }

  private static void stroke(PDPageContentStream out, float x0, float y0, float x1, float y1)
      throws IOException {
    out.moveTo(x0, y0);
    out.lineTo(x1, y1);
    out.stroke();
  }

  private static void write(PDPageContentStream out, float x, float y, String text)
      throws IOException {
    out.beginText();
    out.setFont(FONT, 12);
    out.newLineAtOffset(x, y);
    out.showText(text);
    out.endText();
  }

  private static PDDocument encrypted(String userPassword) throws IOException {
    PDDocument document = document(0, out -> write(out, 60, 700, "text"));
    document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
    return document;
  }

  private FileContent read(Drawing... pages) throws Exception {
    return read(save(document(0, pages)));
  }

  private FileContent read(int rotation, Drawing page) throws Exception {
    return read(save(document(rotation, page)));
  }

  private static FileContent read(Path file) throws IOException, FileRefusedException {
    return new PdfReader().read(file, "application/pdf", ExtractionLimits.standard());
  }

  private Path save(PDDocument document) throws IOException {
    Path file = Files.createTempFile(folder, "test", ".pdf");
    try (document) {
      document.save(file.toFile());
    }
    return file;
  }

  private static PDDocument document(int rotation, Drawing... pages) throws IOException {
    PDDocument document = new PDDocument();
    for (Drawing drawing : pages) {
      PDPage page = new PDPage(PDRectangle.A4);
      page.setRotation(rotation);
      document.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        drawing.on(out);
      }
    }
    return document;
  }

  private static TextBlock.Layout layout(FileContent fileContent) {
    return Objects.requireNonNull(((TextBlock) fileContent.blocks().get(0)).layout());
  }

  private static List<String> texts(FileContent fileContent) {
    return fileContent.blocks().stream()
        .filter(TextBlock.class::isInstance)
        .map(b -> ((TextBlock) b).text())
        .toList();
  }

  private interface Drawing {
    void on(PDPageContentStream out) throws IOException;
  }
}
