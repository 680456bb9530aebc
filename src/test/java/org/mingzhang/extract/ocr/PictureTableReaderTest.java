package org.mingzhang.extract.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.ExtractionResult;
import org.mingzhang.extract.Extractor;
import org.mingzhang.model.Block;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.record.DisclosureParser;
import org.mingzhang.record.DisclosureWriter;
import org.mingzhang.structure.DisclosureReader;
import org.mingzhang.structure.metadata.Sidecar;
import org.mingzhang.text.ExtractionNotes;

/** Tests that pictures of tables are recognized in place and marked, and give no table data. */
class PictureTableReaderTest {
  private static final String[][] ROWS = {
    {"Item", "Sum", "Basic", "Project"},
    {"A", "120.50", "80.50", "40.00"},
    {"B", "64.25", "60.00", "4.25"},
    {"C", "9.75", "9.75", "0.00"}
  };

  @TempDir private Path folder;

  @BeforeEach
  void needs_the_recognizer() {
    assumeTrue(new Tesseract().isInstalled(), "needs Tesseract with chi_sim");
  }

  private static BufferedImage table() {
    BufferedImage image = PictureFiles.blank(1240, 520);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.BLACK);
    pen.setStroke(new BasicStroke(2));
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 36));
    for (int row = 0; row <= ROWS.length; row++) {
      pen.drawLine(40, 40 + row * 110, 1200, 40 + row * 110);
    }
    for (int column = 0; column <= 4; column++) {
      pen.drawLine(40 + column * 290, 40, 40 + column * 290, 480);
    }
    for (int row = 0; row < ROWS.length; row++) {
      for (int column = 0; column < 4; column++) {
        pen.drawString(ROWS[row][column], 90 + column * 290, 108 + row * 110);
      }
    }
    pen.dispose();
    return image;
  }

  private static Extraction read(Path file) throws IOException {
    ExtractionResult result = new Extractor(ExtractionLimits.standard()).extract(file).getFirst();
    if (result instanceof ExtractionResult.SuccessfulExtraction extracted) {
      return extracted.extraction();
    }
    throw new AssertionError(result.toString());
  }

  private static List<TableBlock> recognized(List<Block> blocks) {
    return blocks.stream()
        .flatMap(block -> block instanceof TableBlock table ? Stream.of(table) : Stream.empty())
        .filter(TableBlock::isRecognizedByOcr)
        .toList();
  }

  private static boolean isNote(Block block) {
    return block instanceof TextBlock text && text.text().equals(ExtractionNotes.RECOGNIZED_TABLE);
  }

  @Test
  void the_table_stands_where_its_picture_stands_in_each_format() throws IOException {
    PictureFiles files = new PictureFiles(folder);
    for (Path file :
        List.of(
            files.word("table.docx", table()),
            files.pdf("table.pdf", table()),
            files.ofd("table.ofd", table()))) {
      Extraction read = read(file);
      assertThat(read.blocks()).as(file.toString()).hasSize(4);
      assertThat(isNote(read.blocks().get(1))).as(file.toString()).isTrue();
      assertThat(read.blocks().get(2)).isInstanceOf(TableBlock.class);
      TableBlock table = recognized(read.blocks()).getFirst();
      assertThat(table.grid().get(1)).as(file.toString()).contains("120.50", "80.50", "40.00");
      assertThat(read.warnings())
          .anyMatch(w -> w.contains("recognised") && w.contains("may be wrong"));
      assertThat(read.source().ocr()).isNull();
    }
    Extraction sheet = read(files.workbook("table.xlsx", false, table()));
    assertThat(recognized(sheet.blocks())).hasSize(2);
    assertThat(sheet.blocks().stream().filter(PictureTableReaderTest::isNote)).hasSize(2);
  }

  @Test
  void a_recognized_table_gives_no_table_data_and_the_record_keeps_its_mark() throws IOException {
    Disclosure read =
        new DisclosureReader()
            .read(read(new PictureFiles(folder).word("a.docx", table())), Sidecar.none());
    assertThat(read.tables()).isEmpty();
    assertThat(read.indicators()).isEmpty();
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    new DisclosureWriter()
        .write(read, DisclosureWriter.PermalinkIds.none(), json -> {}, false, record);
    Disclosure parsed =
        new DisclosureParser().parse(new ByteArrayInputStream(record.toByteArray()));
    List<Section.TablePart> parts =
        parsed.sections().stream()
            .flatMap(section -> section.body().stream())
            .flatMap(p -> p instanceof Section.TablePart t ? Stream.of(t) : Stream.empty())
            .toList();
    assertThat(parts).hasSize(1);
    assertThat(parts.getFirst().grid().isRecognizedByOcr()).isTrue();
    assertThat(parts.getFirst().text()).contains("64.25");
  }
}
