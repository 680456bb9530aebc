package org.mingzhang.extract.pdf;

import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDPage;
import org.mingzhang.extract.page.PageContent;

/**
 * What one page of a PDF draws.
 *
 * @param content its text layer and rulings, turned upright
 * @param imageShare part of the page that images cover
 * @param unknown number of glyphs whose characters the file does not tell
 */
record PdfPage(PageContent content, double imageShare, int unknown) {

  /**
   * Reads a page as far as it can be read; what is wrong with it becomes a warning.
   *
   * @param number 1-based page
   */
  static PdfPage read(PDPage page, int number, Set<String> warnings) {
    GlyphLayer glyphs = new GlyphLayer();
    PageCanvas canvas = new PageCanvas(page, glyphs);
    try {
      canvas.processPage(page);
    } catch (IOException | RuntimeException e) {
      // PDFBox throws unchecked exceptions on some broken streams; what was drawn before is kept.
      warnings.add("page " + number + " is damaged and was read in part");
    }
    if (glyphs.unknown() > 0) {
      warnings.add("some characters have no Unicode value in the file and were left out");
    }
    PageContent content =
        glyphs
            .glyphs()
            .page(number, canvas.geometry().width(), canvas.geometry().height(), canvas.rulings());
    return new PdfPage(content, canvas.imageShare(), glyphs.unknown());
  }
}
