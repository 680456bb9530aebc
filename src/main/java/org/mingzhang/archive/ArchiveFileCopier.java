package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.text.Sha256;

/**
 * Copies originals, records and other files of an archive folder into another, each of them at once
 * or not at all. Originals are compared with the SHA-256 that is their name and records with their
 * checksum, in the source and in the target: a file that is damaged in the target is copied again,
 * and an intact one is never replaced by a damaged one. Not thread-safe.
 */
final class ArchiveFileCopier {
  private final Path source;
  private final Path target;
  private final List<String> damagedFiles = new ArrayList<>();
  private int copiedCount;

  ArchiveFileCopier(Path source, Path target) {
    this.source = source;
    this.target = target;
  }

  /** Number of files copied so far. */
  int copiedCount() {
    return copiedCount;
  }

  /** One line for each original and record that is damaged in the target after copying. */
  List<String> damagedFiles() {
    return List.copyOf(damagedFiles);
  }

  void copyOriginals() throws IOException {
    copyFolder("objects", false, "original", file -> Sha256.hash(file).equals(name(file)));
  }

  void copyRecords() throws IOException {
    copyFolder("records", true, "record", RecordStore::isReadable);
  }

  /** Copies the files of a folder that are missing or have another modification time or size. */
  void copyFiles(String folder) throws IOException {
    copyFolder(folder, true, "file", file -> true);
  }

  /** Tells whether the content of a file is as it was written. */
  @FunctionalInterface
  private interface IntegrityCheck {
    boolean isIntact(Path file) throws IOException;
  }

  /**
   * Copies a folder, which may be missing, and notes which of its files are damaged. Files and
   * folders whose name starts with a dot are skipped.
   */
  private void copyFolder(String folder, boolean mayChange, String kind, IntegrityCheck check)
      throws IOException {
    Path from = source.resolve(folder);
    Path to = target.resolve(folder);
    Files.createDirectories(to);
    if (!Files.isDirectory(from)) {
      return;
    }
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return name(directory).startsWith(".")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!name(file).startsWith(".")) {
              Path copy = to.resolve(from.relativize(file).toString());
              if (!updateCopy(file, copy, mayChange, check)) {
                damagedFiles.add(kind + " " + name(file) + " is damaged");
              }
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Copies a file if necessary; returns whether the copy is intact. */
  private boolean updateCopy(Path file, Path copy, boolean mayChange, IntegrityCheck check)
      throws IOException {
    boolean present = Files.exists(copy);
    boolean intact = present && check.isIntact(copy);
    boolean current = intact && (!mayChange || isUnchanged(file, copy));
    if (current || (present && !check.isIntact(file))) {
      return intact;
    }
    copyWhole(file, copy);
    copiedCount++;
    return check.isIntact(copy);
  }

  private static boolean isUnchanged(Path file, Path copy) throws IOException {
    return Files.size(file) == Files.size(copy)
        && Files.getLastModifiedTime(file).equals(Files.getLastModifiedTime(copy));
  }

  private static void copyWhole(Path file, Path copy) throws IOException {
    Files.createDirectories(copy.toAbsolutePath().resolveSibling("."));
    Path temporaryFile = copy.resolveSibling(copy.getFileName() + ".new");
    Files.copy(
        file,
        temporaryFile,
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
    Files.move(temporaryFile, copy, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
