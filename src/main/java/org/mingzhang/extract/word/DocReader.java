package org.mingzhang.extract.word;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.BlockCollector;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FormatReader;
import org.mingzhang.extract.ocr.InlineTableRecognizer;
import org.mingzhang.extract.ocr.PictureTableReader;
import org.mingzhang.extract.ocr.Tesseract;

/**
 * Reads binary Word documents, including those of WPS Writer, which are compound files of the same
 * format. Documents of Word 97 and later are read with tables and numbering, those of Word 6 and 95
 * as plain paragraphs with a warning. Thread-safe.
 */
public final class DocReader implements FormatReader {
  @Override
  public Set<String> mediaTypes() {
    return Set.of("application/msword", "application/vnd.ms-works", "application/kswps");
  }

  @Override
  public FileContent read(Path file, String mediaType, ExtractionLimits limits) throws IOException {
    BlockCollector blocks = new BlockCollector(limits);
    try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
      try (HWPFDocument document = new HWPFDocument(ole)) {
        InlineTableRecognizer tables =
            new InlineTableRecognizer(new PictureTableReader(new Tesseract(), limits));
        new DocBodyReader(document, blocks, tables).read();
        tables.addWarnings(blocks);
        return toFileContent(blocks, document.getSummaryInformation(), limits);
      } catch (OldWordFileFormatException e) {
        return readOldFormat(ole, blocks, limits);
      }
    }
  }

  private static FileContent readOldFormat(
      POIFSFileSystem ole, BlockCollector blocks, ExtractionLimits limits) throws IOException {
    try (HWPFOldDocument document = new HWPFOldDocument(ole);
        Word6Extractor text = new Word6Extractor(document)) {
      blocks.addParagraph(text.getText().replace('\r', '\n').replace('\u0007', '\t'), 0, false);
      blocks.addWarning("Word 6 or 95 document: tables were read as text.");
      return toFileContent(blocks, document.getSummaryInformation(), limits);
    }
  }

  private static FileContent toFileContent(
      BlockCollector blocks, @Nullable SummaryInformation summary, ExtractionLimits limits) {
    Map<String, String> properties = new HashMap<>();
    int pages = blocks.page();
    if (summary != null) {
      putIfNotBlank(properties, "title", summary.getTitle());
      putIfNotBlank(properties, "author", summary.getAuthor());
      putIfNotBlank(properties, "subject", summary.getSubject());
      pages = Math.max(pages, Math.min(summary.getPageCount(), limits.maxPages()));
    }
    return new FileContent(blocks.blocks(), pages, null, properties, blocks.warnings());
  }

  private static void putIfNotBlank(
      Map<String, String> properties, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      properties.put(name, value.strip());
    }
  }
}
