package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies an archive consistently while another process writes to it. The ledger is copied as of one
 * moment; the originals and records that it names are on disk before and never deleted. A second
 * backup into the same folder copies the ledger, its journal and the files that are new, have
 * changed, or are damaged in the backup. Originals and records are checked in the backup, old ones
 * too. Objects in an S3 store are not included, nor is the search index, which is rebuilt from the
 * archive.
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
   * The result of a backup.
   *
   * @param fileCount number of files copied
   * @param damagedFiles one line for each original and record that the backup has only damaged,
   *     because it is damaged in the archive
   */
  public record Result(int fileCount, List<String> damagedFiles) {
    /** Makes an immutable copy of the list. */
    public Result {
      damagedFiles = List.copyOf(damagedFiles);
    }
  }

  /**
   * Copies an archive with a ledger in its folder. A ledger of an earlier schema version is
   * migrated first.
   *
   * @param archive folder of the archive, open elsewhere or not
   * @param target folder of the backup, new or of an earlier backup
   * @throws ArchiveException if there is no archive
   */
  public static Result backUp(Path archive, Path target) throws IOException {
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
    Result copied = copyOriginalsAndRecords(archive, target);
    int moved = moveIntoPlace(fresh, journal, target);
    return new Result(copied.fileCount() + moved, copied.damagedFiles());
  }

  /**
   * Copies originals, records and WARC files in the folder of an archive with a shared database.
   * Back up the database first, by its own tools: the files that it names are on disk by then.
   */
  public static Result backUpWithoutLedger(Path archive, Path target) throws IOException {
    Files.createDirectories(target);
    return copyOriginalsAndRecords(archive, target);
  }

  private static Result copyOriginalsAndRecords(Path from, Path to) throws IOException {
    ArchiveFileCopier copier = new ArchiveFileCopier(from, to);
    copier.copyOriginals();
    copier.copyRecords();
    copier.copyFiles(WARC);
    return new Result(copier.copiedCount(), copier.damagedFiles());
  }

  /**
   * Moves ledger and journal into place, the journal last: if the journal lacks changes of the
   * ledger, it is rewritten on opening; if the ledger lacked changes of the journal, it would be
   * rebuilt. For the same reason the journal is copied before the ledger.
   *
   * @return number of files moved: 1 without a journal, otherwise 2
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
   * Restores a backup into a folder without ledger and journal. Damaged files are restored as they
   * are; {@link ArchiveRepair#findAllFaults} finds them.
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
    int copied = copyOriginalsAndRecords(backup, archive).fileCount();
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
}
