package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/**
 * Copies an archive consistently while another process writes to it. The ledger is copied as of one
 * moment; the originals and records that it names are on disk by then and never deleted. A second
 * backup into the same folder copies the ledger, its journal and those files that are new or have
 * changed. Objects in an S3 store are not included, nor is the search index, which is rebuilt from
 * the archive.
 */
public final class Backup {
  private static final String LEDGER = LedgerOpener.LEDGER;

  /**
   * Folder of the WARC files. It is copied after the ledger, so that no file in the copy is shorter
   * than the ledger records.
   */
  private static final String WARC = "warc";

  private Backup() {}

  /**
   * Copies an archive with a ledger in its folder. A ledger of an earlier schema version is
   * migrated first.
   *
   * @param archive folder of the archive, open elsewhere or not
   * @param target folder of the backup, new or of an earlier backup
   * @return number of files copied
   * @throws ArchiveException if there is no archive
   */
  public static int backUp(Path archive, Path target) throws IOException {
    if (!Files.exists(archive.resolve(LEDGER))) {
      throw new ArchiveException("there is no archive in " + archive);
    }
    Files.createDirectories(target);
    Path journal = target.resolve(LedgerOpener.JOURNAL + ".new");
    copyJournal(archive, journal);
    Path fresh = target.resolve(LEDGER + ".new");
    Files.deleteIfExists(fresh);
    try (SqliteLedger ledger = SqliteLedger.open(archive.resolve(LEDGER))) {
      ledger.copyTo(fresh);
    }
    int copied = copyOriginalsAndRecords(archive, target);
    return copied + moveIntoPlace(fresh, journal, target);
  }

  /**
   * Copies originals, records and WARC files in the folder of an archive with a shared database.
   * Back up the database first, by its own tools: the files that it names are on disk by then.
   *
   * @return number of files copied
   */
  public static int backUpWithoutLedger(Path archive, Path target) throws IOException {
    Files.createDirectories(target);
    return copyOriginalsAndRecords(archive, target);
  }

  private static int copyOriginalsAndRecords(Path from, Path to) throws IOException {
    int copied = copyMissingOrChanged(from.resolve("objects"), to.resolve("objects"), false);
    copied += copyMissingOrChanged(from.resolve("records"), to.resolve("records"), true);
    return copied + copyMissingOrChanged(from.resolve(WARC), to.resolve(WARC), true);
  }

  /**
   * Moves ledger and journal into place, the journal last: if the journal lacks changes of the
   * ledger, it is rewritten on opening; if the ledger lacked changes of the journal, it would be
   * rebuilt. For the same reason the journal is copied before the ledger.
   */
  private static int moveIntoPlace(Path ledger, Path journal, Path target) throws IOException {
    Files.move(ledger, target.resolve(LEDGER), StandardCopyOption.ATOMIC_MOVE);
    if (!Files.exists(journal)) {
      return 1;
    }
    Files.move(journal, target.resolve(LedgerOpener.JOURNAL), StandardCopyOption.ATOMIC_MOVE);
    return 2;
  }

  /**
   * Restores a backup into a folder without ledger and journal.
   *
   * @return number of files copied
   * @throws ArchiveException if the backup has no ledger, or the folder has a ledger, its
   *     write-ahead log or a journal, from which a lost ledger is rebuilt
   */
  public static int restore(Path backup, Path archive) throws IOException {
    if (!Files.exists(backup.resolve(LEDGER))) {
      throw new ArchiveException("there is no backup in " + backup);
    }
    if (Stream.of(LEDGER, LEDGER + "-wal", LedgerOpener.JOURNAL)
        .anyMatch(part -> Files.exists(archive.resolve(part)))) {
      throw new ArchiveException(
          "there is an archive in "
              + archive
              + " already; move it away or name another folder with --data");
    }
    int copied = copyOriginalsAndRecords(backup, archive);
    Path temporaryFile = archive.resolve(LEDGER + ".new");
    Files.copy(backup.resolve(LEDGER), temporaryFile, StandardCopyOption.REPLACE_EXISTING);
    Path journal = archive.resolve(LedgerOpener.JOURNAL + ".new");
    copyJournal(backup, journal);
    return copied + moveIntoPlace(temporaryFile, journal, archive);
  }

  private static void copyJournal(Path from, Path to) throws IOException {
    Files.deleteIfExists(to);
    Path journal = from.resolve(LedgerOpener.JOURNAL);
    if (Files.exists(journal)) {
      Files.copy(journal, to);
    }
  }

  /**
   * Copies files that the target lacks and, where files may change, those with another modification
   * time; returns their number. Files and folders whose name starts with a dot are skipped.
   */
  private static int copyMissingOrChanged(Path from, Path to, boolean mayChange)
      throws IOException {
    Files.createDirectories(to);
    if (!Files.isDirectory(from)) {
      return 0;
    }
    int[] copied = {0};
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.getFileName().toString().startsWith(".")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!file.getFileName().toString().startsWith(".")) {
              copied[0] +=
                  copyIfMissingOrChanged(
                      file, to.resolve(from.relativize(file).toString()), mayChange);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return copied[0];
  }

  private static int copyIfMissingOrChanged(Path file, Path target, boolean mayChange)
      throws IOException {
    if (Files.exists(target)
        && (!mayChange
            || Files.getLastModifiedTime(target).equals(Files.getLastModifiedTime(file)))) {
      return 0;
    }
    Files.createDirectories(target.toAbsolutePath().resolveSibling("."));
    Path temporaryFile = target.resolveSibling(target.getFileName() + ".new");
    Files.copy(
        file,
        temporaryFile,
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
    Files.move(temporaryFile, target, StandardCopyOption.ATOMIC_MOVE);
    return 1;
  }
}
