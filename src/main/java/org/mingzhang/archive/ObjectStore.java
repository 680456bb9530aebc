package org.mingzhang.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files named by the SHA-256 of their content, under {@code ab/abcdef…}. A file appears whole or
 * not at all: it is written beside its place, forced to the disk and renamed. Safe on many threads
 * and processes.
 */
final class ObjectStore {
  private final Path folder;

  ObjectStore(Path folder) {
    this.folder = folder;
  }

  /**
   * Keeps a copy of a file; returns its fingerprint. A file already kept is not written again
   * unless it has been damaged. The fingerprint is that of what was kept, also of a file that
   * changes meanwhile.
   */
  String keep(Path file) throws IOException {
    String sha256 = fingerprint(file);
    if (intact(sha256)) {
      return sha256;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return receive(in);
    }
  }

  /** Keeps content; returns its fingerprint. */
  String receive(InputStream content) throws IOException {
    MessageDigest digest = Fingerprint.sha256();
    Path beside = beside(out -> content.transferTo(new DigestOutputStream(out, digest)));
    try {
      String sha256 = HexFormat.of().formatHex(digest.digest());
      if (!intact(sha256)) {
        place(beside, sha256);
      }
      return sha256;
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Writes content under a name of 64 hexadecimal digits, replacing what was there. */
  void write(String name, Content content) throws IOException {
    Path beside = beside(content);
    try {
      place(beside, name);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Writes a file that is not yet in its place, and forces it to the disk. */
  private Path beside(Content content) throws IOException {
    Files.createDirectories(beginnings());
    Path beside = Files.createTempFile(beginnings(), ".new-", "");
    try {
      try (OutputStream out = Files.newOutputStream(beside)) {
        content.write(out);
      }
      force(beside);
      return beside;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
  }

  private void place(Path beside, String name) throws IOException {
    Path place = place(name);
    Path shelf = shelf(name);
    if (!Files.isDirectory(shelf)) {
      Files.createDirectories(shelf);
      force(folder);
    }
    Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
    force(shelf);
  }

  private Path beginnings() {
    return folder.resolve(".new");
  }

  /** Takes away what a process that was killed had begun to write. */
  void clearBeginnings() throws IOException {
    if (Files.isDirectory(beginnings())) {
      for (Path file : list(beginnings())) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Opens an object. */
  InputStream open(String name) throws IOException {
    return Files.newInputStream(place(name));
  }

  boolean has(String name) {
    return Files.exists(place(name));
  }

  /** Whether the object's content still has the fingerprint it is named by. */
  boolean intact(String sha256) throws IOException {
    try {
      return fingerprint(place(sha256)).equals(sha256);
    } catch (NoSuchFileException missing) {
      return false;
    }
  }

  /** Names of all objects. */
  List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      for (Path shelf : list(folder)) {
        if (shelf.getFileName().toString().length() == 2 && Files.isDirectory(shelf)) {
          list(shelf).stream()
              .map(p -> p.getFileName().toString())
              .filter(n -> n.length() == 64)
              .forEach(names::add);
        }
      }
    }
    return names;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Path of an object, for readers that need a file. */
  Path place(String name) {
    if (!name.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + name);
    }
    return shelf(name).resolve(name);
  }

  private Path shelf(String name) {
    return folder.resolve(name.substring(0, 2));
  }

  /** SHA-256 of a file in lower-case hexadecimal. */
  static String fingerprint(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      DigestInputStream digest = new DigestInputStream(in, Fingerprint.sha256());
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Writes the content of an object. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }
}
