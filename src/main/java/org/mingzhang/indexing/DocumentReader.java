package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mingzhang.model.Disclosure;

/** Reads a file as one disclosure, or an archive file as several. Thread-safe. */
public interface DocumentReader extends AutoCloseable {
  /**
   * Version of extraction, analysis and audit together. Increased when any of them improves, so
   * that files are read again.
   */
  int PARSER_VERSION = 12;

  /**
   * Reads a file and its sidecar.
   *
   * @throws ReaderUnavailableException if the reading did not take place or was broken off for a
   *     reason other than the file
   * @throws IOException if the file cannot be opened
   */
  List<Result> read(Path file) throws IOException;

  /** Announces the approximate number of files of a run. */
  default void expectFiles(int fileCount) {}

  /**
   * Whether this reader has abandoned a file that one of its threads still reads. The thread keeps
   * using time and memory, so the process should be ended.
   */
  default boolean hasAbandonedRead() {
    return false;
  }

  @Override
  default void close() {}

  /** Thrown if a file could not be read although nothing is known to be wrong with it. */
  final class ReaderUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception. It has no cause, because the exception that revealed the end of a
     * reading process does not tell why that process ended.
     */
    public ReaderUnavailableException(String message) {
      super(message);
    }
  }

  /** The result for a file or for one member of an archive file. */
  sealed interface Result {
    /** Name of the file; a member is named {@code bundle.zip!/inner/name.pdf}. */
    String file();
  }

  /**
   * A disclosure that was read and audited.
   *
   * @param disclosure the disclosure
   */
  record SuccessfulReading(Disclosure disclosure) implements Result {
    @Override
    public String file() {
      return disclosure.source().file();
    }
  }

  /**
   * A file, or member of an archive file, that cannot be read.
   *
   * @param file its name
   * @param reason code of the reason
   * @param message one line for the user
   */
  record RefusedFile(String file, String reason, String message) implements Result {}
}
