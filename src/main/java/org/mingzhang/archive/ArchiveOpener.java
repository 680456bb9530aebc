package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Opens archives. For writing it locks them against other processes unless the ledger is shared,
 * opens or rebuilds the ledger, and cleans up after an earlier process. If that fails, lock and
 * ledger are closed again.
 */
final class ArchiveOpener {
  /**
   * Maximum time of writing a temporary file: one of another process that shares the archive may be
   * deleted when it is older.
   */
  private static final Duration MAX_WRITE_TIME = Duration.ofDays(1);

  private ArchiveOpener() {}

  /** Opens an archive for reading and writing, as {@link Archive#open(ArchiveLocation)} does. */
  static Archive open(ArchiveLocation location) {
    Path path = location.path();
    try {
      Files.createDirectories(path);
      ArchiveLock lock = location.sharedLedgerSettings() == null ? ArchiveLock.acquire(path) : null;
      try {
        return cleanUpOrClose(new Archive(location, location.openLedger(), lock, true), location);
      } catch (IOException | RuntimeException e) {
        if (lock != null) {
          lock.close();
        }
        throw e;
      }
    } catch (IOException e) {
      throw new ArchiveException("the archive " + path + " cannot be opened: " + e, e);
    }
  }

  private static Archive cleanUpOrClose(Archive archive, ArchiveLocation location)
      throws IOException {
    try {
      archive.cleanUpAfterEarlierProcess(
          location.sharedLedgerSettings() == null
              ? Instant.MAX
              : Instant.now().minus(MAX_WRITE_TIME));
      return archive;
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  /** Opens an archive for reading only, as {@link Archive#openReadOnly(ArchiveLocation)} does. */
  static Archive openReadOnly(ArchiveLocation location) {
    if (!location.hasLedger()) {
      throw new ArchiveException("there is no archive in " + location.path());
    }
    return new Archive(location, location.openLedgerWithoutRepair(), null, false);
  }

  /**
   * Opens an archive for inspection, as {@link Archive#openForInspection(ArchiveLocation)} does.
   */
  static Archive openForInspection(ArchiveLocation location) throws IOException {
    ArchiveLock lock =
        location.sharedLedgerSettings() == null ? ArchiveLock.tryAcquire(location.path()) : null;
    try {
      return new Archive(location, location.openLedgerWithoutRepair(), lock, false);
    } catch (RuntimeException e) {
      if (lock != null) {
        lock.close();
      }
      throw e;
    }
  }
}
