package org.mingzhang.extract.ocr;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.extract.ReadingThread;
import org.mingzhang.extract.page.Glyph;
import org.mingzhang.extract.page.PageContent;
import org.mingzhang.extract.page.PagedBlockCollector;
import org.mingzhang.model.SourceDocument;

/**
 * Recognizes the pages of a file that have no text layer, or reports them where OCR is not allowed
 * or not installed. Not thread-safe.
 */
public final class ScannedPageReader {
  /**
   * Minimum number of glyphs of a text layer from which on a page is not reported as unread. The
   * title of a cover has more glyphs, a page number has fewer.
   */
  private static final int MIN_TEXT_GLYPHS = 10;

  /**
   * Difference in width, in points, between text layer and recognized page from which the text
   * layer counts as rotated upright.
   */
  private static final float MIN_ROTATION_WIDTH_CHANGE = 5;

  private final Tesseract tesseract;
  private final PageRecognizer recognizer;
  private final boolean ocrAllowed;
  private final Set<String> warnings;
  private final PagedBlockCollector collector;
  private final List<Integer> unrecognizedPages = new ArrayList<>();
  private final List<Integer> failedPages = new ArrayList<>();

  /**
   * Creates a reader for the scanned pages of one file.
   *
   * @param collector collects the blocks of the same file
   * @param warnings receives the warnings about omitted text
   */
  public ScannedPageReader(
      Tesseract tesseract,
      ExtractionLimits limits,
      PagedBlockCollector collector,
      Set<String> warnings) {
    this.tesseract = tesseract;
    this.recognizer = new PageRecognizer(tesseract, collector.recognitionDeadline());
    this.ocrAllowed = limits.ocrAllowed();
    this.warnings = warnings;
    this.collector = collector;
  }

  /**
   * Recognizes the text of a page and merges it with its text layer.
   *
   * @param textLayer the page's text layer and rulings; it is replaced by the recognized page if it
   *     is empty or was rotated upright
   * @param source draws the page; not called if OCR is not allowed or not installed
   * @return the merged page, or the text layer alone if recognition fails or is not possible, which
   *     {@link #finish} reports
   */
  public PageContent mergeWithOcr(PageContent textLayer, PageImageSource source) {
    if (!ocrAllowed || !tesseract.isInstalled()) {
      if (textLayer.glyphs().size() < MIN_TEXT_GLYPHS) {
        unrecognizedPages.add(textLayer.number());
      }
      return textLayer;
    }
    try {
      GrayRaster drawn = source.draw();
      ReadingThread.reportProgress();
      PageContent recognized = recognizer.recognize(drawn, textLayer.number());
      ReadingThread.reportProgress();
      return merge(textLayer, recognized);
    } catch (IOException | RuntimeException e) {
      // Image decoders throw unchecked exceptions on broken data; the other pages are still read.
      failedPages.add(textLayer.number());
      return textLayer;
    }
  }

  /**
   * The recognized text joined with the text layer, which may hold the title of a cover or a
   * stamped page number. A recognized run over a glyph of the layer repeats it and is dropped. The
   * recognized page alone if the layer is empty or of another width, because it was rotated
   * upright.
   */
  static PageContent merge(PageContent textLayer, PageContent recognizedPage) {
    boolean turned =
        Math.abs(textLayer.width() - recognizedPage.width()) > MIN_ROTATION_WIDTH_CHANGE;
    if (textLayer.glyphs().isEmpty() || turned) {
      return recognizedPage;
    }
    List<Glyph> glyphs = new ArrayList<>(textLayer.glyphs());
    for (Glyph run : recognizedPage.glyphs()) {
      if (textLayer.glyphs().stream().noneMatch(g -> !g.isBlank() && covers(run, g))) {
        glyphs.add(run);
      }
    }
    return new PageContent(
        recognizedPage.number(),
        recognizedPage.width(),
        recognizedPage.height(),
        glyphs,
        recognizedPage.rulings());
  }

  private static boolean covers(Glyph run, Glyph glyph) {
    return run.left() <= glyph.centerX()
        && run.right() >= glyph.centerX()
        && run.top() <= glyph.centerY()
        && run.bottom() >= glyph.centerY();
  }

  /**
   * Whether the time for recognition is over before a page. If so, a warning is added, and the
   * caller should keep the pages read so far. Always false before the first page is recognized.
   *
   * @param page 1-based page
   * @param pageCount number of pages
   * @throws FileRefusedException if the time for reading is over and no page was recognized, or the
   *     thread was interrupted
   */
  public boolean warnIfTimeIsOver(int page, int pageCount) throws FileRefusedException {
    if (recognizer.pageCount() == 0 || Thread.currentThread().isInterrupted()) {
      collector.checkTimeLimit(page, pageCount);
      return false;
    }
    boolean over = Instant.now().isAfter(collector.recognitionDeadline());
    if (over) {
      warnings.add(
          "only %d of %d pages were recognised in the time allowed".formatted(page - 1, pageCount));
    }
    return over;
  }

  /**
   * Adds the warnings about unread pages. To be called once, after the last page.
   *
   * @return how text was recognized, or null if no page was
   * @throws FileRefusedException if the file gave no text at all
   */
  public SourceDocument.@Nullable Ocr finish() throws FileRefusedException {
    if (collector.isEmpty()) {
      throw new FileRefusedException(Reason.NO_TEXT, explainMissingText());
    }
    if (!unrecognizedPages.isEmpty()) {
      warnings.add(
          "no text layer on page "
              + joinNumbers(unrecognizedPages)
              + ": install Tesseract with "
              + Tesseract.CHINESE_MODEL);
    }
    if (!failedPages.isEmpty()) {
      warnings.add("the text of page " + joinNumbers(failedPages) + " could not be recognised");
    }
    recognizer
        .unreadTablePages()
        .forEach(
            page ->
                warnings.add("a table on page " + page + " is a picture and was not recognised"));
    return recognizer.pageCount() == 0 ? null : recognizer.ocrSummary();
  }

  private String explainMissingText() {
    if (!unrecognizedPages.isEmpty()) {
      return ocrAllowed
          ? "no text layer, install Tesseract with " + Tesseract.CHINESE_MODEL
          : "no text layer, and recognition is switched off";
    }
    return failedPages.isEmpty() ? "no text in it" : "no text layer, and recognition failed";
  }

  private static String joinNumbers(List<Integer> pages) {
    return pages.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** Renders one page. */
  @FunctionalInterface
  public interface PageImageSource {
    /**
     * The page as an image.
     *
     * @throws IOException if it cannot be rendered; decoders of its images also throw unchecked
     *     exceptions
     */
    GrayRaster draw() throws IOException;
  }
}
