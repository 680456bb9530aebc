package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the ledger of an archive for writing. A ledger that is damaged, missing or has lost changes
 * is moved aside and rebuilt from the journal and the records.
 */
final class LedgerOpener {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerOpener.class);

  static final String LEDGER = "ledger.db";
  static final String JOURNAL = "journal.log";

  /**
   * Maximum size, in bytes, of a ledger that is checked completely before use, which takes less
   * than a second. A larger one is opened unchecked and checked in the background, see {@link
   * ArchiveRepair#findLedgerFaults}.
   */
  private static final long MAX_CHECKED_BYTES = 64L << 20;

  private final Path folder;
  private final RecordStore records;
  private final ObjectStore objects;
  private final long maxCheckedBytes;

  LedgerOpener(Path folder, RecordStore records, ObjectStore objects) {
    this(folder, records, objects, MAX_CHECKED_BYTES);
  }

  /**
   * Creates an opener with another limit.
   *
   * @param maxCheckedBytes maximum size, in bytes, of a ledger that is checked before use
   */
  LedgerOpener(Path folder, RecordStore records, ObjectStore objects, long maxCheckedBytes) {
    this.maxCheckedBytes = maxCheckedBytes;
    this.folder = folder;
    this.records = records;
    this.objects = objects;
  }

  /**
   * A ledger that is ready for writing, and what was lost in rebuilding it.
   *
   * @param ledger the ledger
   * @param wasRebuilt whether it was rebuilt
   * @param unrestoredParts what was not restored
   */
  record OpenedLedger(Ledger ledger, boolean wasRebuilt, List<String> unrestoredParts) {}

  /** The recovery of this archive's ledger. */
  LedgerRecovery createRecovery() {
    return new LedgerRecovery(folder.resolve(JOURNAL), records, objects);
  }

  /** A journal that is not started yet. */
  LedgerJournal createJournal() {
    return new LedgerJournal(folder.resolve(JOURNAL));
  }

  /**
   * Opens the ledger and starts its journal, creating it if the archive is new. A damaged or
   * missing ledger is moved aside and rebuilt first.
   *
   * @throws ArchiveException if a newer program wrote the ledger, or it cannot be opened or rebuilt
   */
  OpenedLedger open() throws IOException {
    Path file = folder.resolve(LEDGER);
    try {
      if (!Files.exists(file) && hasOtherArchiveFiles()) {
        throw new DamagedLedgerException("the ledger " + file + " is missing", null);
      }
      return new OpenedLedger(openChecked(file), false, List.of());
    } catch (DamagedLedgerException e) {
      LOG.warn("{}; it is rebuilt from the journal and the records", e.getMessage());
      List<String> told = createRecovery().replaceLedger(file);
      told.forEach(line -> LOG.warn("not restored: {}", line));
      SqliteLedger ledger = SqliteLedger.open(file);
      ledger.startJournal(createJournal());
      return new OpenedLedger(ledger, true, told);
    }
  }

  /**
   * Opens the ledger without repair and without a journal, for a process that changes nothing. A
   * ledger of an earlier schema version is migrated.
   *
   * @throws DamagedLedgerException if it is damaged or missing
   */
  OpenedLedger openWithoutRepair() {
    Path file = folder.resolve(LEDGER);
    if (!Files.exists(file)) {
      throw new DamagedLedgerException("the ledger " + file + " is missing", null);
    }
    return new OpenedLedger(SqliteLedger.open(file), false, List.of());
  }

  /** Whether other parts of the archive exist, so that there must have been a ledger. */
  private boolean hasOtherArchiveFiles() throws IOException {
    return Files.exists(folder.resolve(JOURNAL)) || !records.names().isEmpty();
  }

  private SqliteLedger openChecked(Path file) throws IOException {
    SqliteLedger ledger = SqliteLedger.open(file);
    try {
      List<String> faults =
          Files.size(file) > maxCheckedBytes
              ? List.of()
              : ledger.withConnection(LedgerCheck::checkIntegrity);
      if (!faults.isEmpty()) {
        throw new DamagedLedgerException(file + ": " + faults.getFirst(), null);
      }
      ledger.startJournal(createJournal());
      return ledger;
    } catch (ArchiveException | IOException e) {
      try {
        ledger.close();
      } catch (ArchiveException closed) {
        e.addSuppressed(closed);
      }
      throw e;
    }
  }
}
