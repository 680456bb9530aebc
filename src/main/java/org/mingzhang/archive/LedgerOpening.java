package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the ledger of an archive for writing. One that is damaged, missing or has lost changes is
 * moved aside and made again from the journal and the records.
 */
final class LedgerOpening {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerOpening.class);

  static final String LEDGER = "ledger.db";
  static final String JOURNAL = "journal.log";

  /**
   * Bytes up to which a ledger is read from end to end before it is used, in less than a second. A
   * larger one is opened as it is; who serves it has it checked meanwhile, see {@link
   * ArchiveRepair#ledgerFaults}.
   */
  private static final long CHECKED = 64L << 20;

  private final Path folder;
  private final RecordStore records;
  private final ObjectStore objects;
  private final long checked;

  LedgerOpening(Path folder, RecordStore records, ObjectStore objects) {
    this(folder, records, objects, CHECKED);
  }

  /**
   * An opening with another limit.
   *
   * @param checked bytes up to which a ledger is checked first
   */
  LedgerOpening(Path folder, RecordStore records, ObjectStore objects, long checked) {
    this.checked = checked;
    this.folder = folder;
    this.records = records;
    this.objects = objects;
  }

  /**
   * An open ledger.
   *
   * @param ledger the ledger
   * @param again whether it was made again
   * @param told what was not restored
   */
  record Opened(Ledger ledger, boolean again, List<String> told) {}

  /** What makes the ledger of this archive again. */
  LedgerRecovery recovery() {
    return new LedgerRecovery(folder.resolve(JOURNAL), records, objects);
  }

  /** A journal to be begun. */
  LedgerJournal journal() {
    return new LedgerJournal(folder.resolve(JOURNAL));
  }

  Opened open() throws IOException {
    Path file = folder.resolve(LEDGER);
    try {
      if (!Files.exists(file) && lost()) {
        throw new DamagedLedgerException("the ledger " + file + " is missing", null);
      }
      return new Opened(whole(file), false, List.of());
    } catch (DamagedLedgerException e) {
      LOG.warn("{}; it is made again from the journal and the records", e.getMessage());
      List<String> told = recovery().replace(file);
      told.forEach(line -> LOG.warn("not restored: {}", line));
      SqliteLedger ledger = SqliteLedger.open(file);
      ledger.keep(journal());
      return new Opened(ledger, true, told);
    }
  }

  /**
   * The ledger as it is, for a process that changes nothing.
   *
   * @throws DamagedLedgerException if it is damaged or missing
   */
  Opened asItIs() {
    Path file = folder.resolve(LEDGER);
    if (!Files.exists(file)) {
      throw new DamagedLedgerException("the ledger " + file + " is missing", null);
    }
    return new Opened(SqliteLedger.open(file), false, List.of());
  }

  /** Whether there was a ledger: something else of the archive is there. */
  private boolean lost() throws IOException {
    return Files.exists(folder.resolve(JOURNAL)) || !records.names().isEmpty();
  }

  private SqliteLedger whole(Path file) throws IOException {
    SqliteLedger ledger = SqliteLedger.open(file);
    try {
      List<String> faults =
          Files.size(file) > checked ? List.of() : ledger.on(LedgerCheck::integrity);
      if (!faults.isEmpty()) {
        throw new DamagedLedgerException(file + ": " + faults.getFirst(), null);
      }
      ledger.keep(journal());
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
