package org.mingzhang.extract.ocr;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.extract.FormatReader.FileContent;
import org.mingzhang.extract.page.PageContent;
import org.mingzhang.extract.page.PageSequence;
import org.mingzhang.extract.page.PagedBlockCollector;
import org.mingzhang.model.Block;

/**
 * Reads the pages of a PDF or OFD file in order within the limits; scanned pages are recognized
 * where Tesseract is installed. Thread-safe.
 */
public final class PagedFileReader {
  private final Tesseract tesseract;

  /** Creates a reader that uses the given Tesseract, which need not be installed. */
  public PagedFileReader(Tesseract tesseract) {
    this.tesseract = tesseract;
  }

  /**
   * The content of a page, and whether it must be recognized as an image.
   *
   * @param content its text layer and rulings, with placeholders for the pictures of tables
   * @param isScanned whether it consists of an image, outlines or unknown characters rather than
   *     text
   * @param imageSource draws the page for OCR
   * @param tablePictures pictures of tables, in the order of the placeholders in its text
   */
  public record LoadedPage(
      PageContent content,
      boolean isScanned,
      ScannedPageReader.PageImageSource imageSource,
      List<PagePictures.ImageSource> tablePictures) {
    /** Makes an immutable copy of the pictures. */
    public LoadedPage {
      tablePictures = List.copyOf(tablePictures);
    }
  }

  /** Gives the pages of one file by their numbers. */
  public interface PageSource {
    /** Number of pages. */
    int pageCount();

    /**
     * Reads a page.
     *
     * @param number 1-based page
     * @param warnings receives a sentence for each fault in spite of which the page is read
     * @throws IOException if the page cannot be read at all; the whole file is then not read
     */
    LoadedPage readPage(int number, Set<String> warnings) throws IOException;
  }

  /**
   * Reads all pages that the limits allow.
   *
   * @param format name of the format in messages, such as PDF
   * @param pages the pages of one file, which are read once each, in order
   * @param properties document properties stated in the file
   * @throws FileRefusedException if there is no page, no text, too much text or no time left
   * @throws IOException if a page cannot be read
   */
  public FileContent read(
      String format, PageSource pages, Map<String, String> properties, ExtractionLimits limits)
      throws IOException, FileRefusedException {
    int count = pages.pageCount();
    if (count == 0) {
      throw new FileRefusedException(
          Reason.DAMAGED, "damaged " + format + ": no page can be found");
    }
    PagedBlockCollector collector = new PagedBlockCollector(limits);
    PageSequence reader = new PageSequence();
    Set<String> warnings = new TreeSet<>();
    ScannedPageReader scans = new ScannedPageReader(tesseract, limits, collector, warnings);
    PicturePlaceholderReplacer pictures =
        new PicturePlaceholderReplacer(new PictureTableReader(tesseract, limits), warnings);
    for (int number = 1; number <= Math.min(count, limits.maxPages()); number++) {
      if (scans.warnIfTimeIsOver(number, count)) {
        break;
      }
      LoadedPage page = pages.readPage(number, warnings);
      PageContent content = page.content();
      List<Block> blocks =
          reader.readBlocks(
              page.isScanned() ? scans.mergeWithOcr(content, page.imageSource()) : content);
      collector.addPage(pictures.replacePlaceholders(blocks, page.tablePictures(), number));
    }
    if (count > limits.maxPages()) {
      warnings.add("only " + limits.maxPages() + " of " + count + " pages were read");
    }
    return new FileContent(
        collector.blocks(), count, scans.finish(), properties, List.copyOf(warnings));
  }
}
