package org.mingzhang.extract.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FormatReader;
import org.mingzhang.extract.RefusedException;
import org.mingzhang.extract.RefusedException.Reason;
import org.mingzhang.extract.ocr.Raster;
import org.mingzhang.extract.ocr.ScannedPages;
import org.mingzhang.extract.ocr.Tesseract;
import org.mingzhang.extract.page.BlockBuffer;
import org.mingzhang.extract.page.PageContent;
import org.mingzhang.extract.page.PageReader;

/**
 * Reads PDF files: visual lines and tables of each page, from one pass over its content stream.
 * Scripts, attachments and forms are never run or opened. Safe on many threads.
 */
public final class PdfReader implements FormatReader {
  /** Bytes of decoded streams kept in memory; more go to a temporary file. */
  private static final long IN_MEMORY = 64L << 20;

  private final PageReader pageReader = new PageReader();
  private final Tesseract tesseract;

  /** A reader that recognises scanned pages where Tesseract is installed. */
  public PdfReader() {
    this(new Tesseract());
  }

  /** A reader with a recogniser. */
  public PdfReader(Tesseract tesseract) {
    this.tesseract = tesseract;
  }

  @Override
  public Set<String> mediaTypes() {
    return Set.of("application/pdf");
  }

  @Override
  public Content read(Path file, String mediaType, ExtractionLimits limits)
      throws RefusedException {
    try (PDDocument document =
        Loader.loadPDF(file.toFile(), "", MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache)) {
      return read(document, limits);
    } catch (InvalidPasswordException e) {
      throw new RefusedException(Reason.ENCRYPTED, "needs a password", e);
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("security handler")) {
        throw new RefusedException(Reason.ENCRYPTED, "encrypted in a way that is not known", e);
      }
      throw new RefusedException(Reason.DAMAGED, "damaged PDF: " + firstLine(e), e);
    }
  }

  private Content read(PDDocument document, ExtractionLimits limits)
      throws IOException, RefusedException {
    int pages = document.getNumberOfPages();
    if (pages == 0) {
      throw new RefusedException(Reason.DAMAGED, "damaged PDF: no page can be found");
    }
    BlockBuffer buffer = new BlockBuffer(limits);
    Set<String> warnings = new TreeSet<>();
    ScannedPages scans = new ScannedPages(tesseract, limits, buffer, warnings);
    for (int page = 1; page <= Math.min(pages, limits.maxPages()); page++) {
      if (scans.isTimeOver(page, pages)) {
        break;
      }
      PdfPage drawn = PdfPage.read(document.getPage(page - 1), page, warnings);
      PageContent content = drawn.content();
      buffer.add(
          pageReader.blocks(
              drawn.scanned() ? scans.read(content, () -> draw(document, content)) : content));
    }
    if (pages > limits.maxPages()) {
      warnings.add("only " + limits.maxPages() + " of " + pages + " pages were read");
    }
    return new Content(
        buffer.blocks(), pages, scans.finish(), properties(document), List.copyOf(warnings));
  }

  private static Raster draw(PDDocument document, PageContent page) throws IOException {
    float dpi = Raster.resolution(page.width(), page.height());
    PDFRenderer renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
    return Raster.of(renderer.renderImageWithDPI(page.number() - 1, dpi, ImageType.RGB), dpi);
  }

  private static Map<String, String> properties(PDDocument document) {
    PDDocumentInformation information = document.getDocumentInformation();
    Map<String, String> properties = new LinkedHashMap<>();
    put(properties, "title", information.getTitle());
    put(properties, "author", information.getAuthor());
    put(properties, "subject", information.getSubject());
    put(properties, "creator", information.getCreator());
    put(properties, "producer", information.getProducer());
    return properties;
  }

  private static void put(Map<String, String> properties, String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      properties.put(key, value.strip());
    }
  }

  private static String firstLine(IOException e) {
    String message = e.getMessage();
    return message == null ? "it ends or breaks off" : message.lines().findFirst().orElse("");
  }
}
