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
 * A folder for what lies between the archive and its readers: members of archives that a reader
 * leaves, under the SHA-256 of their content, until they are kept; and content of the archive that
 * a reader is to find under its name. Nothing in it is the only copy of anything that was accepted:
 * it is cleared when the program starts. Shared by the processes that read and the one that keeps;
 * whole files only.
 */
public final class MemberSpool {
  private static final String READING = "reading-";

  private final Path folder;

  /** A spool in a folder, which is made when it is needed. */
  public MemberSpool(Path folder) {
    this.folder = folder;
  }

  /** Leaves a copy of a member. */
  public void leave(Path member, String sha256) throws IOException {
    Files.createDirectories(folder);
    Path beside = Files.createTempFile(folder, "new-", "");
    Files.copy(member, beside, StandardCopyOption.REPLACE_EXISTING);
    Files.move(beside, folder.resolve(sha256), StandardCopyOption.ATOMIC_MOVE);
  }

  /** The member left under this name. */
  Optional<Path> find(String sha256) {
    Path file = folder.resolve(sha256);
    return sha256.matches("[0-9a-f]{64}") && Files.isRegularFile(file)
        ? Optional.of(file)
        : Optional.empty();
  }

  /** Forgets a member. */
  void forget(String sha256) throws IOException {
    Optional<Path> file = find(sha256);
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }

  /**
   * Lays content out under the name it came with, for readers that go by names, or of a name that
   * the file system cannot write under its ending. The copy is a link where the file system has
   * them; it is taken away by {@link #putAway}.
   *
   * @param content kept content
   * @param id of the entry that is read
   */
  Path layOut(Path content, long id, String name) throws IOException {
    Path place = Files.createDirectories(folder.resolve(READING + id));
    Path plain =
        place.resolve("document" + name.replaceAll("(?s)^.*?(\\.[A-Za-z0-9]{1,5})?$", "$1"));
    try {
      Path file = place.resolve(name);
      return laidOut(content, place.equals(file.getParent()) ? file : plain);
    } catch (InvalidPathException | FileSystemException unwritable) {
      // A name that is too long, or Chinese where the locale has none.
      return laidOut(content, plain);
    }
  }

  private static Path laidOut(Path content, Path file) throws IOException {
    Files.deleteIfExists(file);
    try {
      return Files.createLink(file, content);
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      return Files.copy(content, file);
    }
  }

  /** Takes away what was laid out for an entry. */
  void putAway(long id) throws IOException {
    clear(folder.resolve(READING + id));
  }

  /** Takes away what a run that was killed has left. */
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
