package org.mingzhang.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The file a disclosure was read from.
 *
 * @param file name as found, without directories; a member of an archive as {@code
 *     bundle.zip!/inner/name.pdf}
 * @param sha256 lower-case hexadecimal SHA-256 of the file's bytes
 * @param mediaType media type detected from the content, for example {@code application/pdf}
 * @param bytes size of the file
 * @param pages number of pages, or sheets of a workbook; 1 if the format has neither
 * @param ocr how the text was recognized, or null if the file has a text layer
 */
public record SourceDocument(
    String file, String sha256, String mediaType, long bytes, int pages, @Nullable Ocr ocr) {

  /** Checks that name, hash and media type are not null. */
  public SourceDocument {
    Objects.requireNonNull(file);
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(mediaType);
  }

  /**
   * Whether the page numbers are printed page numbers of the document: it has a format of fixed
   * pages, or page breaks of its own. The text of other files is broken into pages only when it is
   * printed.
   */
  public boolean hasPrintedPages() {
    return pages > 1
        || mediaType.equals("application/pdf")
        || mediaType.equals("application/ofd")
        || mediaType.startsWith("image/");
  }

  /** The same file with another value for how its text was recognized. */
  public SourceDocument withOcr(@Nullable Ocr recognized) {
    return new SourceDocument(file, sha256, mediaType, bytes, pages, recognized);
  }

  /**
   * Text recognized from images.
   *
   * @param engine the program and its model, for example {@code tesseract chi_sim}; {@code unknown}
   *     if only the text itself shows that it was recognized
   * @param confidence mean word confidence, 0 to 100; 0 if it is unknown
   * @param pages how many pages were recognized
   */
  public record Ocr(String engine, double confidence, int pages) {
    private static final String UNKNOWN_PROGRAM = "unknown";

    /** Recognition of a number of pages by a program that is not known. */
    public static Ocr ofUnknownProgram(int pages) {
      return new Ocr(UNKNOWN_PROGRAM, 0, pages);
    }

    /** Whether the program is known, and with it the confidence. */
    public boolean isProgramKnown() {
      return !engine.equals(UNKNOWN_PROGRAM);
    }
  }
}
