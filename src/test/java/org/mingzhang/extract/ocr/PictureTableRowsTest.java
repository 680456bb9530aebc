package org.mingzhang.extract.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.ExtractionResult;
import org.mingzhang.extract.Extractor;
import org.mingzhang.model.Block;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.TextBlock.Emphasis;

/** Tests which rows the text around the tables of a picture becomes. */
class PictureTableRowsTest {
  @TempDir private Path folder;

  private static Block line(String text) {
    return new TextBlock(1, text, TextBlock.Kind.LINE, 0, false, null, Emphasis.PLAIN, 0);
  }

  private static Block table(int rows, String prefix) {
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      cells.add(new TableBlock.Cell(row, 0, 1, 1, prefix + row));
      cells.add(new TableBlock.Cell(row, 1, 1, 1, row + ".50"));
    }
    return new TableBlock(1, rows, 2, cells);
  }

  @Test
  void lines_and_small_tables_around_a_table_are_rows_of_it() {
    List<TableBlock> tables =
        PictureTableReader.findTables(
            List.of(
                line("样表"),
                table(1, "单位"),
                table(3, "甲"),
                line("续表"),
                table(3, "乙"),
                line("注：样本"),
                table(2, "丙")));
    assertThat(tables)
        .extracting(TableBlock::grid)
        .containsExactly(
            List.of(
                List.of("样表", ""),
                List.of("单位0 0.50", ""),
                List.of("甲0", "0.50"),
                List.of("甲1", "1.50"),
                List.of("甲2", "2.50")),
            List.of(
                List.of("续表", ""),
                List.of("乙0", "0.50"),
                List.of("乙1", "1.50"),
                List.of("乙2", "2.50"),
                List.of("注：样本", ""),
                List.of("丙0 0.50", ""),
                List.of("丙1 1.50", "")));
    assertThat(tables).allMatch(TableBlock::isRecognizedByOcr);
  }

  @Test
  void small_tables_alone_give_no_table() {
    assertThat(PictureTableReader.findTables(List.of(line("样表"), table(2, "甲")))).isEmpty();
  }

  @Test
  void each_picture_of_a_table_in_a_paragraph_is_reported() throws IOException {
    BufferedImage picture = PictureFiles.blank(1240, 520);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.BLACK);
    pen.setStroke(new BasicStroke(2));
    for (int i = 0; i <= 4; i++) {
      pen.drawLine(40, 40 + i * 110, 1200, 40 + i * 110);
      pen.drawLine(40 + i * 290, 40, 40 + i * 290, 480);
    }
    pen.dispose();
    BufferedImage other = new BufferedImage(1240, 520, BufferedImage.TYPE_INT_RGB);
    other.createGraphics().drawImage(picture, 0, 0, null);
    other.setRGB(5, 5, 0);
    Path file = folder.resolve("a.docx");
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      XWPFRun run = document.createParagraph().createRun();
      run.setText("前文");
      for (BufferedImage image : List.of(picture, other)) {
        run.addPicture(
            new ByteArrayInputStream(PictureFiles.png(image)), PictureType.PNG, "a.png", 9, 9);
      }
      document.write(out);
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
    ExtractionLimits limits =
        new ExtractionLimits(1 << 24, 100_000, 10, 3, 10, Duration.ofMinutes(1), false);
    ExtractionResult result = new Extractor(limits).extract(file).getFirst();
    List<Block> blocks = ((ExtractionResult.SuccessfulExtraction) result).extraction().blocks();
    assertThat(blocks)
        .extracting(block -> ((TextBlock) block).text())
        .containsExactly(
            "前文", TablePictureClassifier.PLACEHOLDER, TablePictureClassifier.PLACEHOLDER);
  }

  @Test
  void pages_of_a_scan_that_are_not_read_are_reported() throws IOException {
    Tesseract tesseract = new Tesseract();
    assumeTrue(tesseract.isInstalled(), "needs Tesseract with chi_sim");
    BufferedImage page = PictureFiles.blank(1240, 520);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 48));
    pen.drawString("Budget of 2024", 100, 200);
    pen.dispose();
    Path file = folder.resolve("a.tif");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage image : List.of(page, PictureFiles.blank(150, 300), page)) {
        writer.writeToSequence(new IIOImage(image, null, null), null);
      }
      writer.endWriteSequence();
    }
    ExtractionLimits limits =
        new ExtractionLimits(1 << 24, 100_000, 2, 3, 10, Duration.ofMinutes(2), true);
    ExtractionResult result = new Extractor(limits).extract(file).getFirst();
    Extraction read = ((ExtractionResult.SuccessfulExtraction) result).extraction();
    assertThat(read.warnings())
        .containsExactly(
            "only 2 of 3 pages were read",
            "page 2 is an image of less than 200 pixels and was left out");
  }
}
