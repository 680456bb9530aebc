package org.mingzhang.collect.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.output.ProxyOutputStream;

/**
 * Writes what is received to a file of this machine. A failure is a {@link LocalFileException}, so
 * that a full disk is not taken for a failure of the address.
 */
final class ResponseFileOutput extends ProxyOutputStream {
  /** Thrown if a file of a response cannot be written. */
  static final class LocalFileException extends IOException {
    private static final long serialVersionUID = 1L;

    LocalFileException(Path file, IOException cause) {
      super("cannot write " + file + ": " + cause.getMessage(), cause);
    }
  }

  private final Path file;

  /** Writes to another stream in place of a file, whose name is only used in messages. */
  ResponseFileOutput(Path file, OutputStream out) {
    super(out);
    this.file = file;
  }

  /**
   * Creates an empty file with a new name in a folder.
   *
   * @throws LocalFileException if it cannot be created
   */
  static Path createFile(Path folder, String prefix) throws LocalFileException {
    try {
      return Files.createTempFile(folder, prefix, "");
    } catch (IOException e) {
      throw new LocalFileException(folder, e);
    }
  }

  /**
   * Opens an existing or new file, whose content is replaced.
   *
   * @throws LocalFileException if it cannot be opened
   */
  static ResponseFileOutput open(Path file) throws LocalFileException {
    try {
      return new ResponseFileOutput(file, new BufferedOutputStream(Files.newOutputStream(file)));
    } catch (IOException e) {
      throw new LocalFileException(file, e);
    }
  }

  @Override
  protected void handleIOException(IOException e) throws IOException {
    throw new LocalFileException(file, e);
  }
}
