package org.mingzhang.extract;

import org.mingzhang.model.Extraction;

/** The result for one file or one member of an archive. */
public sealed interface ExtractionResult {
  /** Name of the file; a member of an archive as {@code bundle.zip!/inner/name.pdf}. */
  String file();

  /**
   * A file that was read.
   *
   * @param extraction its content
   */
  record Extracted(Extraction extraction) implements ExtractionResult {
    @Override
    public String file() {
      return extraction.source().file();
    }
  }

  /**
   * A file that could not be read.
   *
   * @param file its name
   * @param reason the kind of fault
   * @param message one clear line
   */
  record Refused(String file, RefusedException.Reason reason, String message)
      implements ExtractionResult {}
}
