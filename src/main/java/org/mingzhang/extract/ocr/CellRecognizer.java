package org.mingzhang.extract.ocr;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.extract.page.Glyph;

/**
 * Recognizes the text of a page's table cells, and numbers that may end in a percent sign a second
 * time with the Latin model.
 */
final class CellRecognizer {
  /** Page segmentation mode of Tesseract for one block of lines. */
  private static final int PSM_SINGLE_BLOCK = 6;

  private final GrayRaster page;
  private final int threshold;
  private final TextRecognizer recognizer;

  /**
   * Creates a recognizer for the cells of one page.
   *
   * @param threshold gray value up to which a pixel is ink
   */
  CellRecognizer(GrayRaster page, int threshold, TextRecognizer recognizer) {
    this.page = page;
    this.threshold = threshold;
    this.recognizer = recognizer;
  }

  /**
   * Recognizes cells.
   *
   * @param cells boxes in pixels
   * @return one glyph for each run of words, at its place on the page in points; empty if nothing
   *     is legible
   * @throws IOException if the recognizer fails
   */
  List<Glyph> recognize(List<Rectangle> cells) throws IOException {
    List<RecognizedText> recognizedTexts = recognizeWith(cells, Tesseract.CHINESE_MODEL);
    List<Rectangle> doubtful =
        recognizedTexts.stream()
            .filter(r -> RecognizedSignCorrector.mayContainPercentSign(r.text))
            .map(RecognizedText::enlargedBox)
            .toList();
    List<RecognizedText> second =
        doubtful.isEmpty() ? List.of() : recognizeWith(doubtful, Tesseract.LATIN_MODEL);
    List<Glyph> glyphs = new ArrayList<>();
    for (RecognizedText recognizedText : recognizedTexts) {
      String text = recognizedText.text;
      for (RecognizedText again : second) {
        if (recognizedText.enlargedBox().contains(again.box.getCenterX(), again.box.getCenterY())) {
          text = RecognizedSignCorrector.correctPercentSign(text, again.text).orElse(text);
        }
      }
      glyphs.add(
          Glyph.ofPixels(
              RecognizedSignCorrector.correctLessOrEqualSign(text),
              recognizedText.box,
              page.pointsPerPixel()));
    }
    return glyphs;
  }

  private List<RecognizedText> recognizeWith(List<Rectangle> boxes, String model)
      throws IOException {
    List<RecognizedText> recognizedTexts = new ArrayList<>();
    for (CellMontage montage : CellMontage.stack(page, boxes, threshold)) {
      for (TesseractOutput.TextRun piece :
          recognizer.recognize(montage.raster(), model, PSM_SINGLE_BLOCK)) {
        recognizedTexts.add(new RecognizedText(piece.text(), montage.toPage(piece.box())));
      }
    }
    return recognizedTexts;
  }

  /** Recognizes the text of an image with a model and a page segmentation mode of Tesseract. */
  @FunctionalInterface
  interface TextRecognizer {
    List<TesseractOutput.TextRun> recognize(
        GrayRaster raster, String model, int pageSegmentationMode) throws IOException;
  }

  /** Recognized text and its box in pixels. */
  private record RecognizedText(String text, Rectangle box) {
    /** The box with a margin, since boxes of recognized words often cut off their ends. */
    Rectangle enlargedBox() {
      Rectangle around = new Rectangle(box);
      around.grow(box.height / 2, box.height / 4);
      return around;
    }
  }
}
