package org.mingzhang.collect.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what is received to a file of this machine. A failure is a {@link LocalFileException}, so
 * that a full disk is not taken for a failure of the address.
 */
final class ResponseFileOutput extends OutputStream {
  /** Thrown if a file of a response cannot be written. */
  static final class LocalFileException extends IOException {
    private static final long serialVersionUID = 1L;

    LocalFileException(Path file, IOException cause) {
      super("cannot write " + file + ": " + cause.getMessage(), cause);
    }
  }

  private final Path file;
  private final OutputStream out;

  /** Creates an empty file with a new name in a folder. */
  static Path createFile(Path folder, String prefix) throws LocalFileException {
    try {
      return Files.createTempFile(folder, prefix, "");
    } catch (IOException e) {
      throw new LocalFileException(folder, e);
    }
  }

  /** Opens an existing or new file, whose content is replaced. */
  ResponseFileOutput(Path file) throws LocalFileException {
    this.file = file;
    try {
      this.out = new BufferedOutputStream(Files.newOutputStream(file));
    } catch (IOException e) {
      throw new LocalFileException(file, e);
    }
  }

  /** Writes to another stream in place of a file. */
  ResponseFileOutput(Path file, OutputStream out) {
    this.file = file;
    this.out = out;
  }

  @Override
  public void write(int b) throws LocalFileException {
    try {
      out.write(b);
    } catch (IOException e) {
      throw new LocalFileException(file, e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws LocalFileException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw new LocalFileException(file, e);
    }
  }

  @Override
  public void flush() throws LocalFileException {
    try {
      out.flush();
    } catch (IOException e) {
      throw new LocalFileException(file, e);
    }
  }

  @Override
  public void close() throws LocalFileException {
    try {
      out.close();
    } catch (IOException e) {
      throw new LocalFileException(file, e);
    }
  }
}
