package org.mingzhang.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.mingzhang.text.Sha256;

/**
 * Stores objects named by 64 hexadecimal digits, usually the SHA-256 of their content, as files of
 * a folder ({@link FileObjectStore}) or in an S3 store ({@link S3ObjectStore}). An object appears
 * whole or not at all. Safe for use by several threads and processes.
 */
interface ObjectStore {
  /**
   * Stores a copy of a file and returns the SHA-256 of what was stored, also for a file that
   * changes meanwhile. Stored content is not written again unless it is damaged.
   */
  default String store(Path file) throws IOException {
    String sha256 = Sha256.hash(file);
    if (isStored(sha256)) {
      return sha256;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return store(in);
    }
  }

  /**
   * As {@link #store(Path)}, for a file whose SHA-256 is already known: new content is then read
   * once and not twice. If the file has changed since, the result differs from the SHA-256
   * expected.
   */
  default String store(Path file, String expectedSha256) throws IOException {
    if (exists(expectedSha256)) {
      return store(file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return store(in);
    }
  }

  /** Whether content is stored; its integrity is checked as well unless the store guarantees it. */
  boolean isStored(String sha256) throws IOException;

  /** Stores the rest of a stream, which is not closed, and returns its SHA-256. */
  String store(InputStream content) throws IOException;

  /** Writes content under a name, replacing an earlier object. */
  void write(String name, ContentWriter contentWriter) throws IOException;

  /** Deletes temporary files last modified before a time, all for {@link Instant#MAX}. */
  void deleteTemporaryFiles(Instant cutoff) throws IOException;

  /**
   * Opens an object.
   *
   * @throws java.nio.file.NoSuchFileException if it does not exist
   */
  InputStream open(String name) throws IOException;

  /**
   * Whether an object exists; its content is not checked.
   *
   * @throws java.io.UncheckedIOException if a remote store cannot be reached
   */
  boolean exists(String name);

  /** Whether the content of an object has the SHA-256 in its name; false if it does not exist. */
  boolean isIntact(String sha256) throws IOException;

  /**
   * When an object was written.
   *
   * @throws java.nio.file.NoSuchFileException if it does not exist
   */
  Instant lastModified(String name) throws IOException;

  /** Names of all objects. */
  List<String> names() throws IOException;

  /**
   * A local file with the content of an object, named like it; a path without a file if the folder
   * does not have the object. The file of an object in a remote store is fetched and may be deleted
   * later, so it should be opened at once.
   *
   * @throws java.io.UncheckedIOException if the object cannot be fetched or the remote store does
   *     not have it
   */
  Path localFile(String name);

  /**
   * Returns the name unchanged.
   *
   * @throws IllegalArgumentException if it is not a SHA-256 in lower-case hexadecimal
   */
  static String requireValidName(String name) {
    if (!name.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + name);
    }
    return name;
  }

  /** Writes the content of an object to a stream. */
  @FunctionalInterface
  interface ContentWriter {
    void write(OutputStream out) throws IOException;
  }
}
