package org.mingzhang.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.indexing.InProcessDocumentReader;
import org.mingzhang.model.Finding;

/** The findings of a file that is read as {@code inspect} reads it. */
final class FileFindings {
  private FileFindings() {}

  static List<Finding> findIn(Path file) throws IOException {
    try (InProcessDocumentReader reader =
        new InProcessDocumentReader(ExtractionLimits.standard())) {
      return reader.read(file).stream()
          .flatMap(
              r ->
                  r instanceof DocumentReader.SuccessfulReading read
                      ? Stream.of(read)
                      : Stream.of())
          .flatMap(r -> r.disclosure().findings().stream())
          .toList();
    }
  }
}
