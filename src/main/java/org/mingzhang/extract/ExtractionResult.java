package org.mingzhang.extract;

import org.mingzhang.model.Extraction;

/** The result for one file or one member of an archive. */
public sealed interface ExtractionResult {
  /** Name of the file; a member of an archive as {@code bundle.zip!/inner/name.pdf}. */
  String file();

  /**
   * The content of a file that was read.
   *
   * @param extraction its content
   */
  record SuccessfulExtraction(Extraction extraction) implements ExtractionResult {
    @Override
    public String file() {
      return extraction.source().file();
    }
  }

  /**
   * A file that could not be read, with the reason.
   *
   * @param file its name
   * @param reason the kind of fault
   * @param message why, in one line of at most 301 characters, without the file's name
   */
  record RefusedExtraction(String file, FileRefusedException.Reason reason, String message)
      implements ExtractionResult {}
}
