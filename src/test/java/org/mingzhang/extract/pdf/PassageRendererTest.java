package org.mingzhang.extract.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.model.TextBlock;

class PassageRendererTest {
  private static final Path SAMPLE = Path.of("samples/样本市东岸区文化和旅游局2024年度部门决算.pdf");

  @TempDir Path folder;

  private static BufferedImage image(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  /** The numbers of pixels in the highlight color and of dark pixels on it. */
  private static long[] marked(BufferedImage image) {
    long yellow = 0;
    long ink = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y) & 0xFFFFFF;
        yellow += rgb == 0xFFE89A ? 1 : 0;
        int blue = rgb & 0xFF;
        ink += (rgb >> 16 & 0xFF) > blue + 8 && blue < 80 ? 1 : 0;
      }
    }
    return new long[] {yellow, ink};
  }

  @Test
  void sentences_of_a_sample_are_drawn_with_their_words_marked() throws Exception {
    List<TextBlock> sentences =
        new PdfReader()
            .read(SAMPLE, "application/pdf", ExtractionLimits.standard()).blocks().stream()
                .filter(TextBlock.class::isInstance)
                .map(TextBlock.class::cast)
                .filter(block -> block.text().length() > 20)
                .limit(12)
                .toList();
    assertThat(sentences).hasSize(12);
    try (PassageRenderer painter = new PassageRenderer(SAMPLE)) {
      for (TextBlock sentence : sentences) {
        Optional<byte[]> png = painter.draw(sentence.page(), sentence.text());
        assertThat(png).as(sentence.text()).isPresent();
        BufferedImage image = image(png.orElseThrow());
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isBetween(160, 721);
        long[] marked = marked(image);
        assertThat(marked[0]).as("paper under the mark").isGreaterThan(2_000);
        assertThat(marked[1]).as("ink on the mark").isGreaterThan(100);
      }
      assertThat(painter.draw(1, "这句话不在任何一页上，一个字也没有")).isEmpty();
      assertThat(painter.draw(999, sentences.getFirst().text())).isEmpty();
    }
  }

  @Test
  void a_page_without_text_is_drawn_whole_and_nothing_is_marked() throws Exception {
    Path file = folder.resolve("scan.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream ink = new PDPageContentStream(document, page)) {
        BufferedImage paper = new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB);
        ink.drawImage(LosslessFactory.createFromImage(document, paper), 0, 0, 612, 792);
      }
      document.save(file.toFile());
    }
    try (PassageRenderer painter = new PassageRenderer(file)) {
      BufferedImage image = image(painter.draw(1, "认出来的字").orElseThrow());
      assertThat(image.getWidth()).isEqualTo(1200);
      assertThat(image.getHeight()).isEqualTo(Math.round(1200f * 792 / 612));
      assertThat(marked(image)[0]).isZero();
    }
  }

  /** Writes a file of two pages; the words on the second are rotated by the given quarter turns. */
  private Path turned(int quarter, int rotation) throws IOException {
    Path file = folder.resolve("turned" + quarter + rotation + ".pdf");
    try (PDDocument pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      PDPage page = new PDPage();
      page.setRotation(rotation);
      pdf.addPage(page);
      try (PDPageContentStream text = new PDPageContentStream(pdf, page)) {
        text.beginText();
        text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
        text.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(-90.0 * quarter), 300, 400));
        text.showText("forty-two reception dinners");
        text.endText();
      }
      pdf.save(file.toFile());
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void words_that_run_in_any_direction_are_drawn_upright_and_under_the_mark(int quarter)
      throws IOException {
    for (int rotation : new int[] {0, 90}) {
      try (PassageRenderer painter = new PassageRenderer(turned(quarter, rotation))) {
        long[] marked = marked(image(painter.draw(1, "reception dinners").orElseThrow()));
        assertThat(marked[0]).isGreaterThan(2_000);
        assertThat(marked[1]).as("quarter %d, rotation %d", quarter, rotation).isGreaterThan(300);
      }
    }
  }

  @Test
  void a_file_that_is_no_pdf_is_an_error() throws IOException {
    Path file = Files.writeString(folder.resolve("a.pdf"), "no PDF");
    assertThatThrownBy(() -> new PassageRenderer(file)).isInstanceOf(IOException.class);
  }
}
