package org.mingzhang.archive;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

/** Distinguishes damage of a ledger from a full disk or a file in use. */
final class LedgerFaultClassifier {
  /**
   * SQLite's result codes that count as damage: SQLITE_CORRUPT, SQLITE_MISMATCH, SQLITE_FORMAT,
   * SQLITE_NOTADB.
   */
  private static final Set<Integer> DAMAGE_RESULT_CODES = Set.of(11, 20, 24, 26);

  /**
   * SQLite's generic result code, which is treated as damage if a part of the schema is missing.
   */
  private static final int GENERIC_ERROR = 1;

  /** SQLite's result codes for a file or folder that this user may not write. */
  private static final Set<Integer> PERMISSION_RESULT_CODES = Set.of(3, 8);

  private static final Pattern MISSING_PART =
      Pattern.compile("no such (table|column|index)|has no column");

  /**
   * Maximum difference to the schema version of a newer program; beyond it the ledger counts as
   * damaged.
   */
  private static final int MAX_VERSION_AHEAD = 100;

  private LedgerFaultClassifier() {}

  /** The exception for a fault reported by SQLite. */
  static ArchiveException toException(String subject, SQLException fault) {
    String message = subject + ": " + fault.getMessage();
    boolean damaged =
        DAMAGE_RESULT_CODES.contains(fault.getErrorCode())
            || (fault.getErrorCode() == GENERIC_ERROR && MISSING_PART.matcher(message).find());
    if (PERMISSION_RESULT_CODES.contains(fault.getErrorCode())) {
      return new ArchiveException(message + "; this user may not write the data folder", fault);
    }
    return damaged
        ? new DamagedLedgerException(message, fault)
        : new ArchiveException(message, fault);
  }

  /**
   * Checks the schema version.
   *
   * @throws ArchiveException if a newer program wrote the ledger
   * @throws DamagedLedgerException if the version is implausible
   */
  static void requireKnownVersion(Path file, int schema, int supportedVersion) {
    if (schema < 0 || schema > supportedVersion + MAX_VERSION_AHEAD) {
      throw new DamagedLedgerException("the ledger " + file + " has version " + schema, null);
    }
    if (schema > supportedVersion) {
      throw new ArchiveException(
          "the ledger "
              + file
              + " has version "
              + schema
              + ", this program reads up to "
              + supportedVersion);
    }
  }
}
