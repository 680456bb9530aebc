package org.mingzhang.extract.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.ExtractionResult;
import org.mingzhang.extract.Extractor;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.TextBlock;

class TablePictureClassifierTest {
  private static final String IN_WORD = "tables that are pictures were not recognised: 1";
  private static final String IN_PDF = "a table on page 1 is a picture and was not recognised";

  private static final ExtractionLimits UNRECOGNIZED =
      new ExtractionLimits(1 << 30, 1_000_000, 100, 2, 10, Duration.ofMinutes(1), false);

  @TempDir private Path folder;

  private PictureFiles files() {
    return new PictureFiles(folder);
  }

  @Test
  void a_picture_of_a_table_is_distinguished_from_seals_charts_and_screens() {
    assertThat(TablePictureClassifier.showsTable(table())).isTrue();
    assertThat(TablePictureClassifier.showsTable(seal())).isFalse();
    assertThat(TablePictureClassifier.showsTable(chart())).isFalse();
    assertThat(TablePictureClassifier.showsTable(screen())).isFalse();
  }

  @Test
  void bytes_that_are_no_image_are_refused_by_the_decoder() {
    byte[] bytes = "no picture".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ImageDecoder.decode(bytes)).isInstanceOf(IOException.class);
  }

  @Test
  void a_word_document_says_where_a_table_is_a_picture() throws IOException {
    Extraction read = read(files().word("table.docx", table()));
    assertThat(texts(read)).containsExactly("Above", TablePictureClassifier.PLACEHOLDER, "Below");
    assertThat(read.warnings()).containsExactly(IN_WORD);
    Extraction sealed = read(files().word("seal.docx", seal()));
    assertThat(texts(sealed)).containsExactly("Above", "Below");
    assertThat(sealed.warnings()).isEmpty();
  }

  @Test
  void a_page_with_text_says_where_a_table_is_a_picture() throws IOException {
    Extraction read = read(files().pdf("table.pdf", table()));
    assertThat(texts(read)).hasSize(3).element(1).isEqualTo(TablePictureClassifier.PLACEHOLDER);
    assertThat(read.warnings()).contains(IN_PDF);
    assertThat(read(files().pdf("seal.pdf", seal())).warnings()).doesNotContain(IN_PDF);
  }

  @Test
  void a_workbook_says_on_which_sheet_a_table_is_a_picture() throws IOException {
    for (boolean binary : new boolean[] {false, true}) {
      String name = binary ? "table.xls" : "table.xlsx";
      Extraction read = read(files().workbook(name, binary, table()));
      assertThat(texts(read))
          .as(name)
          .containsExactly(
              "收入决算表",
              TablePictureClassifier.PLACEHOLDER,
              "支出决算表",
              "单位：万元",
              TablePictureClassifier.PLACEHOLDER);
      assertThat(read.warnings())
          .containsExactly("tables that are pictures were not recognised: 2");
      assertThat(read(files().workbook("seal-" + name, binary, seal())).warnings()).isEmpty();
    }
  }

  @Test
  void a_page_of_an_ofd_says_where_a_table_is_a_picture() throws IOException {
    Extraction read = read(files().ofd("table.ofd", table()));
    assertThat(texts(read)).hasSize(3).element(1).isEqualTo(TablePictureClassifier.PLACEHOLDER);
    assertThat(read.warnings()).contains(IN_PDF);
    assertThat(read(files().ofd("seal.ofd", seal())).warnings()).doesNotContain(IN_PDF);
  }

  private static List<String> texts(Extraction read) {
    return read.blocks().stream()
        .filter(TextBlock.class::isInstance)
        .map(block -> ((TextBlock) block).text())
        .toList();
  }

  private static Extraction read(Path file) throws IOException {
    ExtractionResult result = new Extractor(UNRECOGNIZED).extract(file).getFirst();
    if (result instanceof ExtractionResult.SuccessfulExtraction extracted) {
      return extracted.extraction();
    }
    throw new AssertionError(result.toString());
  }

  private static BufferedImage table() {
    BufferedImage image = PictureFiles.blank(1200, 600);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.BLACK);
    pen.setStroke(new BasicStroke(2));
    for (int row = 0; row <= 8; row++) {
      pen.drawLine(60, 60 + row * 60, 1140, 60 + row * 60);
    }
    for (int column = 0; column <= 4; column++) {
      pen.drawLine(60 + column * 270, 60, 60 + column * 270, 540);
    }
    for (int row = 0; row < 8; row++) {
      for (int column = 0; column < 4; column++) {
        pen.drawString("12.50", 160 + column * 270, 95 + row * 60);
      }
    }
    pen.dispose();
    return image;
  }

  private static BufferedImage seal() {
    BufferedImage image = PictureFiles.blank(400, 400);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.setStroke(new BasicStroke(8));
    pen.drawOval(20, 20, 360, 360);
    pen.fillPolygon(new int[] {200, 230, 170}, new int[] {150, 240, 240}, 3);
    pen.dispose();
    return image;
  }

  private static BufferedImage chart() {
    BufferedImage image = PictureFiles.blank(1000, 600);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.BLACK);
    pen.drawLine(80, 40, 80, 540);
    pen.drawLine(80, 540, 960, 540);
    pen.setColor(Color.BLUE);
    for (int bar = 0; bar < 5; bar++) {
      pen.fillRect(140 + bar * 160, 540 - 80 * (bar + 1), 80, 80 * (bar + 1));
    }
    pen.dispose();
    return image;
  }

  /** A window with a bar, two boxes and lines of text. */
  private static BufferedImage screen() {
    BufferedImage image = PictureFiles.blank(1280, 800);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.DARK_GRAY);
    pen.fillRect(0, 0, 1280, 60);
    pen.drawRect(80, 120, 420, 36);
    pen.drawRect(540, 120, 160, 36);
    for (int row = 0; row < 12; row++) {
      pen.drawString("A line of a page that stands on a screen", 80, 220 + row * 40);
    }
    pen.dispose();
    return image;
  }
}
