package org.mingzhang.extract.ofd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FormatReader;
import org.mingzhang.extract.RefusedException;
import org.mingzhang.extract.RefusedException.Reason;
import org.mingzhang.extract.page.BlockBuffer;
import org.mingzhang.extract.page.PageReader;

/**
 * Reads OFD files, the fixed-layout format of Chinese public bodies (GB/T 33190): visual lines and
 * tables of each page. Signatures, actions and attachments are not opened. Safe on many threads.
 */
public final class OfdReader implements FormatReader {
  private final PageReader pageReader = new PageReader();

  @Override
  public Set<String> mediaTypes() {
    return Set.of("application/ofd");
  }

  @Override
  public Content read(Path file, String mediaType, ExtractionLimits limits)
      throws RefusedException {
    try (OfdPackage ofd = new OfdPackage(file)) {
      return read(new OfdDocument(ofd), limits);
    } catch (IOException | IllegalArgumentException e) {
      throw new RefusedException(Reason.DAMAGED, "damaged OFD: " + e.getMessage(), e);
    }
  }

  private Content read(OfdDocument document, ExtractionLimits limits)
      throws IOException, RefusedException {
    int pages = document.pages();
    if (pages == 0) {
      throw new RefusedException(Reason.DAMAGED, "damaged OFD: no page can be found");
    }
    BlockBuffer buffer = new BlockBuffer(limits);
    List<String> warnings = new ArrayList<>();
    for (int page = 1; page <= Math.min(pages, limits.maxPages()); page++) {
      buffer.beginPage(page, pages);
      buffer.add(pageReader.blocks(document.scene(page).content()));
    }
    if (pages > limits.maxPages()) {
      warnings.add("only " + limits.maxPages() + " of " + pages + " pages were read");
    }
    return new Content(buffer.blocks(), pages, null, document.properties(), warnings);
  }
}
