package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mingzhang.model.Disclosure;

/** Reads a file as one disclosure, or several for an archive. Safe on many threads. */
public interface DocumentReader extends AutoCloseable {
  /**
   * Version of the whole reading: extraction, understanding and audit. Raised when any of them
   * improves, so that what was read before is read again.
   */
  int PARSER_VERSION = 4;

  /**
   * Reads a file with the sidecar beside it.
   *
   * @throws IOException if the file cannot be opened
   */
  List<Result> read(Path file) throws IOException;

  /** Says about how many files a run is going to ask for, so that a reader can prepare for it. */
  default void expect(int files) {}

  /**
   * Whether it had to leave a file behind that it is still at. Such a reader goes on taking time
   * and memory: its process is ended rather than given another file.
   */
  default boolean isSpent() {
    return false;
  }

  @Override
  default void close() {}

  /** What came of a file or of one member of an archive. */
  sealed interface Result {
    /** Name of the file; a member as {@code bundle.zip!/inner/name.pdf}. */
    String file();
  }

  /**
   * A disclosure, audited.
   *
   * @param disclosure the disclosure
   */
  record Read(Disclosure disclosure) implements Result {
    @Override
    public String file() {
      return disclosure.source().file();
    }
  }

  /**
   * A file that cannot be read.
   *
   * @param file its name
   * @param reason kind of fault
   * @param message one clear line
   */
  record Refused(String file, String reason, String message) implements Result {}
}
