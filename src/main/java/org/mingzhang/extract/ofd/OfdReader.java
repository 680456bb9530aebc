package org.mingzhang.extract.ofd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FormatReader;
import org.mingzhang.extract.RefusedException;
import org.mingzhang.extract.RefusedException.Reason;
import org.mingzhang.extract.ocr.ScannedPages;
import org.mingzhang.extract.ocr.Tesseract;
import org.mingzhang.extract.page.BlockBuffer;
import org.mingzhang.extract.page.PageContent;
import org.mingzhang.extract.page.PageReader;

/**
 * Reads OFD files, the fixed-layout format of Chinese public bodies (GB/T 33190): visual lines and
 * tables of each page. Signatures, actions and attachments are not opened. Safe on many threads.
 */
public final class OfdReader implements FormatReader {
  private final PageReader pageReader = new PageReader();
  private final Tesseract tesseract;

  /** A reader that recognises pages of outlines and images where Tesseract is installed. */
  public OfdReader() {
    this(new Tesseract());
  }

  /** A reader with a recogniser. */
  public OfdReader(Tesseract tesseract) {
    this.tesseract = tesseract;
  }

  @Override
  public Set<String> mediaTypes() {
    return Set.of("application/ofd");
  }

  @Override
  public Content read(Path file, String mediaType, ExtractionLimits limits)
      throws RefusedException {
    try (OfdPackage ofd = new OfdPackage(file)) {
      return read(ofd, new OfdDocument(ofd), limits);
    } catch (IOException | IllegalArgumentException e) {
      throw new RefusedException(Reason.DAMAGED, "damaged OFD: " + e.getMessage(), e);
    }
  }

  private Content read(OfdPackage ofd, OfdDocument document, ExtractionLimits limits)
      throws IOException, RefusedException {
    int pages = document.pages();
    if (pages == 0) {
      throw new RefusedException(Reason.DAMAGED, "damaged OFD: no page can be found");
    }
    BlockBuffer buffer = new BlockBuffer(limits);
    Set<String> warnings = new TreeSet<>();
    ScannedPages scans = new ScannedPages(tesseract, limits, buffer, warnings);
    for (int page = 1; page <= Math.min(pages, limits.maxPages()); page++) {
      if (scans.isTimeOver(page, pages)) {
        break;
      }
      OfdScene scene = document.scene(page);
      PageContent content = scene.content();
      buffer.add(
          pageReader.blocks(
              scene.isScanned() ? scans.read(content, () -> OfdRaster.draw(scene, ofd)) : content));
    }
    if (pages > limits.maxPages()) {
      warnings.add("only " + limits.maxPages() + " of " + pages + " pages were read");
    }
    return new Content(
        buffer.blocks(), pages, scans.finish(), document.properties(), List.copyOf(warnings));
  }
}
