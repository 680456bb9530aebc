package org.mingzhang.extract.ocr;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FormatReader.FileContent;
import org.mingzhang.extract.RefusedException;
import org.mingzhang.extract.RefusedException.Reason;
import org.mingzhang.extract.page.BlockBuffer;
import org.mingzhang.extract.page.PageContent;
import org.mingzhang.extract.page.PageSequence;
import org.mingzhang.model.Block;

/**
 * Reads the pages of a PDF or OFD file in order within the limits; scanned pages are recognized
 * where Tesseract is installed. Safe on many threads.
 */
public final class PagedFileReader {
  private final Tesseract tesseract;

  public PagedFileReader(Tesseract tesseract) {
    this.tesseract = tesseract;
  }

  /**
   * The content of a page.
   *
   * @param content its text layer and rulings
   * @param scanned whether it consists of an image, outlines or unknown characters rather than text
   * @param picture draws the page for OCR
   * @param tables pictures of tables, in the order of the placeholders in its text
   */
  public record Page(
      PageContent content,
      boolean scanned,
      ScannedPageReader.PageImageSource picture,
      List<PagePictures.ImageSource> tables) {
    /** Copies the pictures. */
    public Page {
      tables = List.copyOf(tables);
    }
  }

  /** The pages of one file. */
  public interface Pages {
    /** Number of pages. */
    int count();

    /** Reads a page; faults are added to the warnings. */
    Page page(int number, Set<String> warnings) throws IOException;
  }

  /**
   * Reads all pages that the limits allow.
   *
   * @param format name of the format in messages
   * @param properties document properties stated in the file
   * @throws RefusedException if there is no page, too much text or no time left
   */
  public FileContent read(
      String format, Pages pages, Map<String, String> properties, ExtractionLimits limits)
      throws IOException, RefusedException {
    int count = pages.count();
    if (count == 0) {
      throw new RefusedException(Reason.DAMAGED, "damaged " + format + ": no page can be found");
    }
    BlockBuffer buffer = new BlockBuffer(limits);
    PageSequence reader = new PageSequence();
    Set<String> warnings = new TreeSet<>();
    ScannedPageReader scans = new ScannedPageReader(tesseract, limits, buffer, warnings);
    PicturePlaceholderReplacer pictures =
        new PicturePlaceholderReplacer(new PictureTableReader(tesseract, limits), warnings);
    for (int number = 1; number <= Math.min(count, limits.maxPages()); number++) {
      if (scans.isTimeOver(number, count)) {
        break;
      }
      Page page = pages.page(number, warnings);
      PageContent content = page.content();
      List<Block> blocks =
          reader.readBlocks(page.scanned() ? scans.mergeWithOcr(content, page.picture()) : content);
      buffer.add(pictures.replacePlaceholders(blocks, page.tables(), number));
    }
    if (count > limits.maxPages()) {
      warnings.add("only " + limits.maxPages() + " of " + count + " pages were read");
    }
    return new FileContent(
        buffer.blocks(), count, scans.finish(), properties, List.copyOf(warnings));
  }
}
