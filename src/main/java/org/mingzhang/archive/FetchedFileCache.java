package org.mingzhang.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local cache of remote objects as files. When it exceeds its size, the least recently used files
 * are deleted; a file that is open stays readable until it is closed. A file is forced to disk
 * before it gets its name, so that none is short after a power failure. Safe for use by several
 * threads and processes.
 */
final class FetchedFileCache {
  private static final String TEMPORARY_PREFIX = ".new-";

  private final Path folder;
  private final long maxBytes;

  /**
   * Creates a cache in a folder.
   *
   * @param maxBytes size of the cache above which files are deleted
   */
  FetchedFileCache(Path folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
  }

  /**
   * The local file of an object, fetched if it is absent, and marked as used. A later call may
   * delete it, so the caller should open it at once.
   */
  Path get(String name, ObjectStore.ContentWriter contentWriter) throws IOException {
    Path file = folder.resolve(name);
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return file;
    } catch (NoSuchFileException missing) {
      Path fetched = writeTemporaryFile(contentWriter);
      try {
        force(fetched);
        makeRoomFor(Files.size(fetched));
        return Files.move(fetched, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fetched);
      }
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Writes a temporary file, which the caller moves or deletes. */
  Path writeTemporaryFile(ObjectStore.ContentWriter contentWriter) throws IOException {
    Files.createDirectories(folder);
    Path temporaryFile = Files.createTempFile(folder, TEMPORARY_PREFIX, "");
    try {
      try (OutputStream out = Files.newOutputStream(temporaryFile)) {
        contentWriter.write(out);
      }
      return temporaryFile;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(temporaryFile);
      throw e;
    }
  }

  void remove(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  /** A cached file with its size and time of last use. */
  private record CachedFile(Path file, long bytes, Instant lastUsed) {}

  private synchronized void makeRoomFor(long bytes) throws IOException {
    List<CachedFile> copies = listCachedFiles();
    long all = bytes + copies.stream().mapToLong(CachedFile::bytes).sum();
    copies.sort(Comparator.comparing(CachedFile::lastUsed));
    for (CachedFile cachedFile : copies) {
      if (all <= maxBytes) {
        break;
      }
      Files.deleteIfExists(cachedFile.file());
      all -= cachedFile.bytes();
    }
  }

  private List<CachedFile> listCachedFiles() throws IOException {
    List<CachedFile> copies = new ArrayList<>();
    for (Path file : listFiles()) {
      if (!file.getFileName().toString().startsWith(".")) {
        try {
          copies.add(
              new CachedFile(file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException gone) {
          // another process has already deleted the file
        }
      }
    }
    return copies;
  }

  private List<Path> listFiles() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** Deletes temporary files last modified before a time, all for {@link Instant#MAX}. */
  void deleteTemporaryFiles(Instant cutoff) throws IOException {
    for (Path file : listFiles()) {
      if (file.getFileName().toString().startsWith(TEMPORARY_PREFIX)
          && (cutoff.equals(Instant.MAX) || FileObjectStore.lastWriteTime(file).isBefore(cutoff))) {
        Files.deleteIfExists(file);
      }
    }
  }
}
