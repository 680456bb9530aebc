package org.mingzhang.extract.ocr;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.extract.page.Glyph;

/** Recognizes the text of a page's table cells, and numbers a second time with the Latin model. */
final class CellRecognizer {
  private static final int PSM_SINGLE_BLOCK = 6;

  private final Raster page;
  private final int threshold;
  private final TextRecognizer recognizer;

  CellRecognizer(Raster page, int threshold, TextRecognizer reader) {
    this.page = page;
    this.threshold = threshold;
    this.recognizer = reader;
  }

  /**
   * Recognizes cells; the glyphs have their positions on the page.
   *
   * @param cells boxes in pixels
   */
  List<Glyph> recognize(List<Rectangle> cells) throws IOException {
    List<Reading> readings = recognizeWith(cells, Tesseract.CHINESE_MODEL);
    List<Rectangle> doubtful =
        readings.stream()
            .filter(r -> PercentSignCorrection.mayContainPercentSign(r.text))
            .map(Reading::enlargedBox)
            .toList();
    List<Reading> second =
        doubtful.isEmpty() ? List.of() : recognizeWith(doubtful, Tesseract.LATIN_MODEL);
    List<Glyph> glyphs = new ArrayList<>();
    for (Reading reading : readings) {
      String text = reading.text;
      for (Reading again : second) {
        if (reading.enlargedBox().contains(again.box.getCenterX(), again.box.getCenterY())) {
          text = PercentSignCorrection.correct(text, again.text).orElse(text);
        }
      }
      glyphs.add(
          TesseractTsvParser.TextRun.createGlyph(
              PercentSignCorrection.correctComparison(text), reading.box, page.pointsPerPixel()));
    }
    return glyphs;
  }

  private List<Reading> recognizeWith(List<Rectangle> boxes, String model) throws IOException {
    List<Reading> readings = new ArrayList<>();
    for (StackedCells sheet : StackedCells.stack(page, boxes, threshold)) {
      for (TesseractTsvParser.TextRun piece :
          recognizer.recognize(sheet.raster(), model, PSM_SINGLE_BLOCK)) {
        readings.add(new Reading(piece.text(), sheet.toPage(piece.box())));
      }
    }
    return readings;
  }

  @FunctionalInterface
  interface TextRecognizer {
    List<TesseractTsvParser.TextRun> recognize(Raster raster, String model, int layout)
        throws IOException;
  }

  private record Reading(String text, Rectangle box) {
    /** The box with a margin, since boxes of recognized words often cut off their ends. */
    Rectangle enlargedBox() {
      Rectangle around = new Rectangle(box);
      around.grow(box.height / 2, box.height / 4);
      return around;
    }
  }
}
