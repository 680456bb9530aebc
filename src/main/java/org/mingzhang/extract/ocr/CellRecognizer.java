package org.mingzhang.extract.ocr;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.extract.page.Glyph;

/** Reads the cells of a page's tables, and numbers a second time with the Latin model. */
final class CellRecognizer {
  private static final int ONE_BLOCK = 6;

  private final Raster page;
  private final int threshold;
  private final Reader reader;

  CellRecognizer(Raster page, int threshold, Reader reader) {
    this.page = page;
    this.threshold = threshold;
    this.reader = reader;
  }

  /**
   * The text of cells at its place on the page.
   *
   * @param cells boxes in pixels
   */
  List<Glyph> read(List<Rectangle> cells) throws IOException {
    List<Reading> readings = read(cells, Tesseract.MODEL);
    List<Rectangle> doubtful =
        readings.stream()
            .filter(r -> PercentSigns.isDoubtful(r.text))
            .map(Reading::around)
            .toList();
    List<Reading> second = doubtful.isEmpty() ? List.of() : read(doubtful, Tesseract.LATIN);
    List<Glyph> glyphs = new ArrayList<>();
    for (Reading reading : readings) {
      String text = reading.text;
      for (Reading again : second) {
        if (reading.around().contains(again.box.getCenterX(), again.box.getCenterY())) {
          text = PercentSigns.settle(text, again.text).orElse(text);
        }
      }
      glyphs.add(
          WordBoxes.Piece.glyph(
              PercentSigns.withComparison(text), reading.box, page.pointsPerPixel()));
    }
    return glyphs;
  }

  private List<Reading> read(List<Rectangle> boxes, String model) throws IOException {
    List<Reading> readings = new ArrayList<>();
    for (StackedCells sheet : StackedCells.of(page, boxes, threshold)) {
      for (WordBoxes.Piece piece : reader.read(sheet.raster(), model, ONE_BLOCK)) {
        readings.add(new Reading(piece.text(), sheet.onPage(piece.box())));
      }
    }
    return readings;
  }

  /** Recognises an image. */
  @FunctionalInterface
  interface Reader {
    List<WordBoxes.Piece> read(Raster raster, String model, int layout) throws IOException;
  }

  private record Reading(String text, Rectangle box) {
    /** The place with some paper: the box of recognised words often cuts their ends. */
    Rectangle around() {
      Rectangle around = new Rectangle(box);
      around.grow(box.height / 2, box.height / 4);
      return around;
    }
  }
}
