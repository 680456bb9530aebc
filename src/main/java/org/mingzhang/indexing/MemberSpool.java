package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A temporary directory between the archive and its readers. It contains members of archive files,
 * named by the SHA-256 of their content, until they are stored; and stored content that a reader
 * needs under its original name. It never contains the only copy of accepted content, so it is
 * cleared at startup. Shared by the reading processes and the storing process; files appear in it
 * atomically.
 */
public final class MemberSpool {
  private static final String STAGED_PREFIX = "reading-";

  /** Size, in bytes, of the file that is written to check whether the disk has space. */
  private static final int PROBE_BYTES = 1 << 20;

  private final Path folder;

  /** Creates a spool; the directory is created when needed. */
  public MemberSpool(Path folder) {
    this.folder = folder;
  }

  /** Adds a copy of a member. */
  public void add(Path member, String sha256) throws IOException {
    Files.createDirectories(folder);
    Path temporaryFile = Files.createTempFile(folder, "new-", "");
    try {
      Files.copy(member, temporaryFile, StandardCopyOption.REPLACE_EXISTING);
      Files.move(temporaryFile, folder.resolve(sha256), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporaryFile);
    }
  }

  /** Finds a member by the SHA-256 of its content; empty if it is not in the spool. */
  Optional<Path> find(String sha256) {
    Path file = folder.resolve(sha256);
    return sha256.matches("[0-9a-f]{64}") && Files.isRegularFile(file)
        ? Optional.of(file)
        : Optional.empty();
  }

  /**
   * Writes a file and deletes it again.
   *
   * @throws DocumentReader.ReaderUnavailableException if that fails, as on a full disk
   */
  void checkWritable() throws DocumentReader.ReaderUnavailableException {
    try {
      Files.createDirectories(folder);
      Path temporaryFile = Files.createTempFile(folder, "new-", "");
      try {
        Files.write(temporaryFile, new byte[PROBE_BYTES]);
      } finally {
        Files.deleteIfExists(temporaryFile);
      }
    } catch (IOException e) {
      throw new DocumentReader.ReaderUnavailableException(
          "the spool cannot be written: " + e.getMessage());
    }
  }

  /** Deletes a member. */
  void remove(String sha256) throws IOException {
    Optional<Path> file = find(sha256);
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }

  /**
   * Makes stored content available under its original name, for readers that depend on names; or,
   * if the file system cannot represent the name, under {@code document} with the same extension.
   * Uses a hard link if possible, so the file must not be changed; {@link #removeStaged} deletes
   * it.
   *
   * @param content path of the stored content
   * @param id id of the queue entry
   * @param name original name
   * @return path of the file under its name
   */
  Path stage(Path content, long id, String name) throws IOException {
    Path place = Files.createDirectories(folder.resolve(STAGED_PREFIX + id));
    Path plain =
        place.resolve("document" + name.replaceAll("(?s)^.*?(\\.[A-Za-z0-9]{1,5})?$", "$1"));
    try {
      Path file = place.resolve(name);
      return linkOrCopy(content, place.equals(file.getParent()) ? file : plain);
    } catch (InvalidPathException | FileSystemException unwritable) {
      // The file system does not accept the name: it is too long, or Chinese in a locale without
      // Chinese.
      return linkOrCopy(content, plain);
    }
  }

  private static Path linkOrCopy(Path content, Path file) throws IOException {
    Files.deleteIfExists(file);
    try {
      return Files.createLink(file, content);
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      return Files.copy(content, file);
    }
  }

  /** Deletes what was staged for an entry. */
  void removeStaged(long id) throws IOException {
    clear(folder.resolve(STAGED_PREFIX + id));
  }

  /** Deletes everything, including what a killed run has left; an empty directory remains. */
  public void clear() throws IOException {
    clear(folder);
    Files.createDirectories(folder);
  }

  private static void clear(Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> left = Files.list(path)) {
        for (Path file : left.toList()) {
          clear(file);
        }
      }
    }
    Files.deleteIfExists(path);
  }
}
