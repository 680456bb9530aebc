package org.mingzhang.extract.pdf;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.mingzhang.extract.ocr.GrayRaster;
import org.mingzhang.extract.ocr.PagePictures;
import org.mingzhang.extract.ocr.PagedFileReader;
import org.mingzhang.extract.ocr.TablePictureCache;
import org.mingzhang.extract.page.PageContent;

/** Reads one page of a PDF. Stateless. */
final class PdfPageReader {
  /**
   * Number of characters below which a page has no text layer; a stamp or page number has fewer.
   */
  private static final int MIN_TEXT_CHARACTERS = 30;

  /** Smallest share of the page that a scan covers. */
  private static final double MIN_SCAN_SHARE = 0.6;

  /** Minimum number of filled paths with curves on a page whose text is drawn as outlines. */
  private static final int MIN_FILLED_PATHS = 150;

  private PdfPageReader() {}

  /**
   * Reads a page as far as possible; faults become warnings.
   *
   * @param number 1-based page
   * @param fonts texts of the document's fonts
   * @param pictures which pictures of the document show tables
   * @param warnings receives a sentence for each fault
   * @return the page; as scanned if it has hardly any text but an image or outlines, or if most of
   *     its characters have no text
   */
  static PagedFileReader.LoadedPage read(
      PDDocument document,
      int number,
      FontTextCache fonts,
      TablePictureCache pictures,
      Set<String> warnings) {
    PDPage page = document.getPage(number - 1);
    TextLayer glyphs = new TextLayer(fonts);
    PageContentEngine canvas = new PageContentEngine(page, glyphs, pictures);
    try {
      canvas.processPage(page);
    } catch (DrawingLimits.LimitExceededException e) {
      warnings.add(
          "page %d asks for more than %d operations or %d forms and was read in part"
              .formatted(number, DrawingLimits.MAX_OPERATIONS, DrawingLimits.MAX_FORMS));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // PDFBox throws unchecked exceptions on some broken streams; what was drawn before the error
      // is kept.
      warnings.add("page " + number + " is damaged and was read in part");
    }
    if (canvas.hasOmittedForms()) {
      warnings.add("page " + number + " draws parts of itself again and again; they were left out");
    }
    if (glyphs.unmappedGlyphCount() > 0) {
      warnings.add("some characters have no Unicode value in the file and were left out");
    }
    PageContent content =
        glyphs
            .glyphCollector()
            .createPage(
                number, canvas.geometry().width(), canvas.geometry().height(), canvas.rulings());
    if (isIllegible(glyphs)) {
      // The few legible characters are dropped, since OCR recognizes them again.
      PageContent nothing =
          new PageContent(number, content.width(), content.height(), List.of(), content.rulings());
      return createLoadedPage(document, nothing, true, List.of());
    }
    if (isScanned(canvas, glyphs)) {
      return createLoadedPage(document, content, true, List.of());
    }
    PagePictures.PageWithPicturePlaceholders noted = canvas.pictures().withPlaceholders(content);
    return createLoadedPage(document, noted.content(), false, noted.tables());
  }

  private static PagedFileReader.LoadedPage createLoadedPage(
      PDDocument document,
      PageContent content,
      boolean isScanned,
      List<PagePictures.ImageSource> tablePictures) {
    return new PagedFileReader.LoadedPage(
        content, isScanned, () -> render(document, content), tablePictures);
  }

  private static GrayRaster render(PDDocument document, PageContent page) throws IOException {
    float dpi = GrayRaster.chooseResolution(page.width(), page.height());
    PDFRenderer renderer = new BoundedRenderer(document);
    renderer.setSubsamplingAllowed(true);
    return GrayRaster.of(renderer.renderImageWithDPI(page.number() - 1, dpi, ImageType.RGB), dpi);
  }

  /** Whether most glyphs, and more than 30, have no text in the file. */
  private static boolean isIllegible(TextLayer textLayer) {
    return textLayer.unmappedGlyphCount() > MIN_TEXT_CHARACTERS
        && textLayer.unmappedGlyphCount() > textLayer.mappedGlyphCount();
  }

  private static boolean isScanned(PageContentEngine engine, TextLayer textLayer) {
    return textLayer.mappedGlyphCount() < MIN_TEXT_CHARACTERS
        && (engine.imageAreaShare() >= MIN_SCAN_SHARE
            || engine.curvedFillCount() >= MIN_FILLED_PATHS);
  }
}
