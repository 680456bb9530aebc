package org.mingzhang.extract.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.extract.FormatReader;
import org.mingzhang.extract.ocr.PagedFileReader;
import org.mingzhang.extract.ocr.TablePictureCache;
import org.mingzhang.extract.ocr.Tesseract;

/**
 * Reads PDF files into lines and tables, with one pass over each page's content stream. Scripts,
 * attachments and form fields are ignored. Thread-safe.
 */
public final class PdfReader implements FormatReader {
  /**
   * Maximum number of bytes of decoded streams that are kept in memory; the rest is written to a
   * temporary file.
   */
  private static final long MAX_MEMORY_BYTES = 64L << 20;

  private final PagedFileReader pagedReader;

  /** Creates a reader that recognizes scanned pages where Tesseract is installed. */
  public PdfReader() {
    this(new Tesseract());
  }

  /** Creates a reader that uses the given Tesseract. */
  public PdfReader(Tesseract tesseract) {
    this.pagedReader = new PagedFileReader(tesseract);
  }

  @Override
  public Set<String> mediaTypes() {
    return Set.of("application/pdf");
  }

  @Override
  public FileContent read(Path file, String mediaType, ExtractionLimits limits)
      throws FileRefusedException {
    try (PDDocument document = open(file)) {
      return pagedReader.read(
          "PDF",
          new PdfPages(document, new FontTextCache(), new TablePictureCache()),
          readProperties(document),
          limits);
    } catch (InvalidPasswordException e) {
      throw new FileRefusedException(Reason.ENCRYPTED, "needs a password", e);
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("security handler")) {
        throw new FileRefusedException(Reason.ENCRYPTED, "encrypted by an unknown method", e);
      }
      throw new FileRefusedException(Reason.DAMAGED, "damaged PDF: " + firstLine(e), e);
    }
  }

  /**
   * Opens a file that needs no password to be read.
   *
   * @throws InvalidPasswordException if it needs one
   * @throws IOException if it is not a PDF or cannot be read
   */
  static PDDocument open(Path file) throws IOException {
    return Loader.loadPDF(
        file.toFile(), "", MemoryUsageSetting.setupMixed(MAX_MEMORY_BYTES).streamCache);
  }

  private record PdfPages(PDDocument document, FontTextCache fonts, TablePictureCache tablePictures)
      implements PagedFileReader.PageSource {
    @Override
    public int pageCount() {
      return document.getNumberOfPages();
    }

    @Override
    public PagedFileReader.LoadedPage readPage(int number, Set<String> warnings) {
      return PdfPageReader.read(document, number, fonts, tablePictures, warnings);
    }
  }

  private static Map<String, String> readProperties(PDDocument document) {
    PDDocumentInformation information = document.getDocumentInformation();
    Map<String, String> properties = new LinkedHashMap<>();
    putIfNotBlank(properties, "title", information.getTitle());
    putIfNotBlank(properties, "author", information.getAuthor());
    putIfNotBlank(properties, "subject", information.getSubject());
    putIfNotBlank(properties, "creator", information.getCreator());
    putIfNotBlank(properties, "producer", information.getProducer());
    return properties;
  }

  private static void putIfNotBlank(
      Map<String, String> properties, String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      properties.put(key, value.strip());
    }
  }

  private static String firstLine(IOException e) {
    String message = e.getMessage();
    return message == null ? "unexpected end of file" : message.lines().findFirst().orElse("");
  }
}
