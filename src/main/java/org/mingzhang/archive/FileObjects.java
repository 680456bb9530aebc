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
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Objects as files in a folder, under {@code ab/abcdef…}. A file appears whole or not at all: it is
 * written beside its place, forced to the disk and renamed. Safe on many threads and processes.
 */
final class FileObjects implements ObjectStore {
  private final Path folder;

  FileObjects(Path folder) {
    this.folder = folder;
  }

  @Override
  public boolean kept(String sha256) throws IOException {
    return intact(sha256);
  }

  /** Keeps content; returns its fingerprint. */
  @Override
  public String receive(InputStream content) throws IOException {
    MessageDigest digest = Fingerprint.sha256();
    Path beside = beside(out -> content.transferTo(new DigestOutputStream(out, digest)));
    try {
      String sha256 = HexFormat.of().formatHex(digest.digest());
      if (!kept(sha256)) {
        place(beside, sha256);
      }
      return sha256;
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Writes content under a name of 64 hexadecimal digits, replacing what was there. */
  @Override
  public void write(String name, Content content) throws IOException {
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

  /** Takes away what a process that was killed had begun to write and left before a time. */
  @Override
  public void clearBeginnings(Instant before) throws IOException {
    if (Files.isDirectory(beginnings())) {
      for (Path file : list(beginnings())) {
        if (before.equals(Instant.MAX) || lastWritten(file).isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static Instant lastWritten(Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (NoSuchFileException placed) {
      return Instant.MAX;
    }
  }

  /** Opens an object. */
  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(place(name));
  }

  @Override
  public boolean has(String name) {
    return Files.exists(place(name));
  }

  /** Whether the object's content still has the fingerprint it is named by. */
  @Override
  public boolean intact(String sha256) throws IOException {
    try {
      return ObjectStore.fingerprint(place(sha256)).equals(sha256);
    } catch (NoSuchFileException missing) {
      return false;
    }
  }

  /** Names of all objects. */
  @Override
  public List<String> names() throws IOException {
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
  @Override
  public Path place(String name) {
    return shelf(ObjectStore.checked(name)).resolve(name);
  }

  @Override
  public Instant written(String name) throws IOException {
    return Files.getLastModifiedTime(place(name)).toInstant();
  }

  private Path shelf(String name) {
    return folder.resolve(name.substring(0, 2));
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
