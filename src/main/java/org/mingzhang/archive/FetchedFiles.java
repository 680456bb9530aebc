package org.mingzhang.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files of this machine that are copies of objects elsewhere, under their names: where there are
 * more bytes than are wanted, those go that were asked for longest ago. A file that is being read
 * stays until its reader closes it. Safe on many threads and processes.
 */
final class FetchedFiles {
  private static final String BEGUN = ".new-";

  private final Path folder;
  private final long most;

  /**
   * Copies in a folder.
   *
   * @param most bytes that are kept
   */
  FetchedFiles(Path folder, long most) {
    this.folder = folder;
    this.most = most;
  }

  /** The copy of an object, fetched where it is not there. */
  Path get(String name, ObjectStore.Content content) throws IOException {
    Path file = folder.resolve(name);
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return file;
    } catch (NoSuchFileException missing) {
      Path fetched = beside(content);
      try {
        makeRoom(Files.size(fetched));
        return Files.move(fetched, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fetched);
      }
    }
  }

  /** Writes a file that has no name yet; the caller deletes or moves it. */
  Path beside(ObjectStore.Content content) throws IOException {
    Files.createDirectories(folder);
    Path beside = Files.createTempFile(folder, BEGUN, "");
    try {
      try (OutputStream out = Files.newOutputStream(beside)) {
        content.write(out);
      }
      return beside;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
  }

  void forget(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  /** A copy with its size and when it was last asked for. */
  private record Copy(Path file, long bytes, Instant asked) {}

  private synchronized void makeRoom(long bytes) throws IOException {
    List<Copy> copies = copies();
    long all = bytes + copies.stream().mapToLong(Copy::bytes).sum();
    copies.sort(Comparator.comparing(Copy::asked));
    for (Copy copy : copies) {
      if (all <= most) {
        break;
      }
      Files.deleteIfExists(copy.file());
      all -= copy.bytes();
    }
  }

  private List<Copy> copies() throws IOException {
    List<Copy> copies = new ArrayList<>();
    for (Path file : list()) {
      if (!file.getFileName().toString().startsWith(".")) {
        try {
          copies.add(new Copy(file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException gone) {
          // another process has made room
        }
      }
    }
    return copies;
  }

  private List<Path> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** Takes away what a process that was killed had begun to write and left before a time. */
  void clearBeginnings(Instant before) throws IOException {
    for (Path file : list()) {
      if (file.getFileName().toString().startsWith(BEGUN)
          && (before.equals(Instant.MAX)
              || Files.getLastModifiedTime(file).toInstant().isBefore(before))) {
        Files.deleteIfExists(file);
      }
    }
  }
}
