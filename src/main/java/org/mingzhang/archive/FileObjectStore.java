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
import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.text.Sha256;

/**
 * Objects as files in a folder, under {@code ab/abcdef…}. A file appears whole or not at all: it is
 * written to a temporary file, forced to disk and renamed. Safe for use by several threads and
 * processes.
 */
final class FileObjectStore implements ObjectStore {
  private final Path folder;

  FileObjectStore(Path folder) {
    this.folder = folder;
  }

  @Override
  public boolean isStored(String sha256) throws IOException {
    return isIntact(sha256);
  }

  @Override
  public String store(InputStream content) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    Path temporaryFile =
        writeTemporaryFile(out -> content.transferTo(new DigestOutputStream(out, digest)));
    try {
      String sha256 = Sha256.hex(digest);
      if (!isStored(sha256)) {
        moveIntoPlace(temporaryFile, sha256);
      }
      return sha256;
    } finally {
      Files.deleteIfExists(temporaryFile);
    }
  }

  @Override
  public void write(String name, ContentWriter contentWriter) throws IOException {
    Path temporaryFile = writeTemporaryFile(contentWriter);
    try {
      moveIntoPlace(temporaryFile, name);
    } finally {
      Files.deleteIfExists(temporaryFile);
    }
  }

  /** Writes a temporary file and forces it to disk. */
  private Path writeTemporaryFile(ContentWriter contentWriter) throws IOException {
    Files.createDirectories(temporaryFolder());
    Path temporaryFile = Files.createTempFile(temporaryFolder(), ".new-", "");
    try {
      try (OutputStream out = Files.newOutputStream(temporaryFile)) {
        contentWriter.write(out);
      }
      force(temporaryFile);
      return temporaryFile;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(temporaryFile);
      throw e;
    }
  }

  private void moveIntoPlace(Path temporaryFile, String name) throws IOException {
    Path place = localFile(name);
    Path shelf = shardFolder(name);
    if (!Files.isDirectory(shelf)) {
      Files.createDirectories(shelf);
      force(folder);
    }
    Files.move(temporaryFile, place, StandardCopyOption.ATOMIC_MOVE);
    force(shelf);
  }

  private Path temporaryFolder() {
    return folder.resolve(".new");
  }

  @Override
  public void deleteTemporaryFiles(Instant cutoff) throws IOException {
    if (Files.isDirectory(temporaryFolder())) {
      for (Path file : list(temporaryFolder())) {
        if (cutoff.equals(Instant.MAX) || lastWriteTime(file).isBefore(cutoff)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** The time of the last change of a file; {@link Instant#MAX} if it has been moved or deleted. */
  static Instant lastWriteTime(Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (NoSuchFileException placed) {
      return Instant.MAX;
    }
  }

  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(localFile(name));
  }

  @Override
  public boolean exists(String name) {
    return Files.exists(localFile(name));
  }

  @Override
  public boolean isIntact(String sha256) throws IOException {
    try {
      return Sha256.hash(localFile(sha256)).equals(sha256);
    } catch (NoSuchFileException missing) {
      return false;
    }
  }

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

  @Override
  public Path localFile(String name) {
    return shardFolder(ObjectStore.requireValidName(name)).resolve(name);
  }

  @Override
  public Instant lastModified(String name) throws IOException {
    return Files.getLastModifiedTime(localFile(name)).toInstant();
  }

  private Path shardFolder(String name) {
    return folder.resolve(name.substring(0, 2));
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
