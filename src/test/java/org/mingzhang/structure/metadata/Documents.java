package org.mingzhang.structure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.Block;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TextBlock;

/** Small documents for the metadata tests. */
final class Documents {
  private Documents() {}

  static DocumentMetadata read(String file, String... lines) {
    return new MetadataReader().read(extraction(file, lines), List.of(), Sidecar.none());
  }

  static Extraction extraction(String file, String... lines) {
    List<Block> blocks = new ArrayList<>();
    for (String line : lines) {
      blocks.add(TextBlock.line(1, line));
    }
    SourceDocument source = new SourceDocument(file, "0".repeat(64), "application/pdf", 1, 1, null);
    return new Extraction(source, blocks, Map.of(), List.of());
  }

  /** Like {@link #read}, for a file whose text was recognized from images. */
  static DocumentMetadata readScan(String file, String... lines) {
    Extraction text = extraction(file, lines);
    SourceDocument source =
        new SourceDocument(
            file, "0".repeat(64), "application/pdf", 1, 1, new SourceDocument.Ocr("x", 90, 1));
    return new MetadataReader()
        .read(
            new Extraction(source, text.blocks(), Map.of(), List.of()), List.of(), Sidecar.none());
  }

  /** The values in the notation of the case tables, with {@code -} for an unknown one. */
  static List<String> values(DocumentMetadata metadata) {
    return List.of(
        metadata.agency() == null ? "-" : metadata.agency(),
        metadata.region() == null ? "-" : String.join("/", metadata.region().path()),
        metadata.year() == null ? "-" : metadata.year().toString(),
        metadata.category() == null ? "-" : metadata.category().label());
  }

  /** Asserts the metadata read from a page: agency, path of the region, year and category. */
  static void assertMetadata(
      String page, String agency, String region, String year, String category) {
    assertThat(values(read("scan.pdf", page.split("\n"))))
        .isEqualTo(List.of(agency, region, year, category));
  }
}
