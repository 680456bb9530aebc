package org.mingzhang.archive;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;

/** Tells damage of a ledger from a disk that is full or a file that is in use. */
final class LedgerFault {
  /**
   * What SQLite answers where the file is not what it wrote: SQLITE_ERROR (a table or column is
   * missing), SQLITE_CORRUPT, SQLITE_MISMATCH, SQLITE_FORMAT, SQLITE_NOTADB.
   */
  private static final Set<Integer> DAMAGE = Set.of(1, 11, 20, 24, 26);

  /** No program is so much newer than this one: a schema number beyond is damage. */
  private static final int NEWER = 100;

  private LedgerFault() {}

  /** The exception for what SQLite said. */
  static ArchiveException told(String what, SQLException fault) {
    String message = what + ": " + fault.getMessage();
    return DAMAGE.contains(fault.getErrorCode())
        ? new DamagedLedgerException(message, fault)
        : new ArchiveException(message, fault);
  }

  /**
   * Checks the version of the tables.
   *
   * @throws ArchiveException if a newer program wrote them
   * @throws DamagedLedgerException if no program can have written them
   */
  static void requireKnown(Path file, int schema, int known) {
    if (schema < 0 || schema > known + NEWER) {
      throw new DamagedLedgerException("the ledger " + file + " has version " + schema, null);
    }
    if (schema > known) {
      throw new ArchiveException(
          "the ledger " + file + " has version " + schema + ", this program reads up to " + known);
    }
  }
}
