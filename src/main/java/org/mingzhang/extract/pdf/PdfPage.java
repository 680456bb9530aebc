package org.mingzhang.extract.pdf;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDPage;
import org.mingzhang.extract.ocr.PagePictures;
import org.mingzhang.extract.page.PageContent;

/**
 * What one page of a PDF draws.
 *
 * @param content its text layer and rulings, turned upright
 * @param scanned whether the page is an image, outlines or unknown characters rather than text
 */
record PdfPage(PageContent content, boolean scanned, List<PagePictures.Source> tables) {
  /** Copies the pictures. */
  PdfPage {
    tables = List.copyOf(tables);
  }

  /** Fewest characters of a page that has a text layer: a stamp or page number has less. */
  private static final int FEW = 30;

  /** Part of the page that a scan covers at least. */
  private static final double MOST_OF_PAGE = 0.6;

  /** Fewest filled paths of a page whose text is drawn as outlines. */
  private static final int MANY_PATHS = 150;

  /**
   * Reads a page as far as it can be read; what is wrong with it becomes a warning.
   *
   * @param number 1-based page
   * @param meanings what the document's fonts say
   */
  static PdfPage read(PDPage page, int number, FontMeanings meanings, Set<String> warnings) {
    GlyphLayer glyphs = new GlyphLayer(meanings);
    PageCanvas canvas = new PageCanvas(page, glyphs);
    try {
      canvas.processPage(page);
    } catch (DrawingLimits.Exceeded e) {
      warnings.add(
          "page %d asks for more than %d operations or %d forms and was read in part"
              .formatted(number, DrawingLimits.MOST_OPERATIONS, DrawingLimits.MOST_FORMS));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // PDFBox throws unchecked exceptions on some broken streams; what was drawn before is kept.
      warnings.add("page " + number + " is damaged and was read in part");
    }
    if (canvas.isLeft()) {
      warnings.add("page " + number + " draws parts of itself again and again; they were left out");
    }
    if (glyphs.unknown() > 0) {
      warnings.add("some characters have no Unicode value in the file and were left out");
    }
    PageContent content =
        glyphs
            .glyphs()
            .page(number, canvas.geometry().width(), canvas.geometry().height(), canvas.rulings());
    if (isIllegible(glyphs)) {
      // The few characters that are known would only stand in the way of those recognised.
      PageContent nothing =
          new PageContent(number, content.width(), content.height(), List.of(), content.rulings());
      return new PdfPage(nothing, true, List.of());
    }
    if (isScanned(canvas, glyphs)) {
      return new PdfPage(content, true, List.of());
    }
    PagePictures.Noted noted = canvas.pictures().noted(content);
    return new PdfPage(noted.content(), false, noted.tables());
  }

  private static boolean isIllegible(GlyphLayer glyphs) {
    return glyphs.unknown() > FEW && glyphs.unknown() > glyphs.known();
  }

  private static boolean isScanned(PageCanvas canvas, GlyphLayer glyphs) {
    return glyphs.known() < FEW
        && (canvas.imageShare() >= MOST_OF_PAGE || canvas.curvedFills() >= MANY_PATHS);
  }
}
