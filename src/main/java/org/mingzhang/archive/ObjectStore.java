package org.mingzhang.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Objects named by 64 hexadecimal digits, mostly the SHA-256 of their content: files of a folder
 * ({@link FileObjects}) or objects of a store that speaks S3 ({@link S3Objects}). One appears whole
 * or not at all. Safe on many threads and processes.
 */
interface ObjectStore {
  /**
   * Keeps a copy of a file; returns its fingerprint. What is kept already is not written again
   * unless it has been damaged. The fingerprint is that of what was kept, also of a file that
   * changes meanwhile.
   */
  default String keep(Path file) throws IOException {
    String sha256 = fingerprint(file);
    if (kept(sha256)) {
      return sha256;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return receive(in);
    }
  }

  /**
   * Whether content need not be written again: it is here, and whole as far as the store does not
   * see to that by itself.
   */
  boolean kept(String sha256) throws IOException;

  /** Keeps content; returns its fingerprint. */
  String receive(InputStream content) throws IOException;

  /** Writes content under a name, replacing what was there. */
  void write(String name, Content content) throws IOException;

  /** Takes away what a process that was killed had begun to write and left before a time. */
  void clearBeginnings(Instant before) throws IOException;

  /**
   * Opens an object.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  InputStream open(String name) throws IOException;

  /** Whether there is an object. */
  boolean has(String name);

  /** Whether an object's content still has the fingerprint it is named by. */
  boolean intact(String sha256) throws IOException;

  /** When an object was written. */
  Instant written(String name) throws IOException;

  /** Names of all objects. */
  List<String> names() throws IOException;

  /** A file with an object's content, for readers that need one; its name is the object's. */
  Path place(String name);

  /** A name, if it is one. */
  static String checked(String name) {
    if (!name.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + name);
    }
    return name;
  }

  /** SHA-256 of a file in lower-case hexadecimal. */
  static String fingerprint(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return fingerprint(in);
    }
  }

  /** SHA-256 of content in lower-case hexadecimal. */
  static String fingerprint(InputStream content) throws IOException {
    DigestInputStream digest = new DigestInputStream(content, Fingerprint.sha256());
    digest.transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digest.getMessageDigest().digest());
  }

  /** Writes the content of an object. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }
}
