package org.mingzhang.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Versions in the order in which they were stored, independent of clocks. Each has a position from
 * 1 that grows with every version stored. Versions of removed documents are left out. Thread-safe.
 */
public final class VersionLog {
  private final Ledger ledger;

  VersionLog(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The latest versions, the latest first. */
  public List<DocumentVersion> latest(VersionFilter filter, int limit) {
    return versionsBefore(filter, Long.MAX_VALUE, limit);
  }

  /** The versions before a position, the latest first. */
  public List<DocumentVersion> versionsBefore(VersionFilter filter, long position, int limit) {
    return ledger.list(
        VersionTable::readRow,
        VersionTable.SELECT
            + VersionTable.SHOWN_VERSIONS
            + filter.sqlCondition()
            + " AND stored<? ORDER BY stored DESC LIMIT ?",
        position,
        limit);
  }

  /** The versions after one position and up to another, the earliest first. */
  public List<DocumentVersion> versionsBetween(
      VersionFilter filter, long afterPosition, long endPosition, int limit) {
    return ledger.list(
        VersionTable::readRow,
        VersionTable.SELECT
            + VersionTable.SHOWN_VERSIONS
            + filter.sqlCondition()
            + " AND stored>? AND stored<=? ORDER BY stored LIMIT ?",
        afterPosition,
        endPosition,
        limit);
  }

  /**
   * A position after which all versions first seen at or after a time are stored; earlier ones may
   * follow it as well. The position of the last version if there are none.
   */
  public long positionBefore(Instant time) {
    String second = time.truncatedTo(ChronoUnit.SECONDS).minusSeconds(1).toString();
    return ledger
        .queryFirst(
            r -> r.getLong(1),
            "SELECT COALESCE((SELECT MIN(stored)-1 FROM version WHERE first_seen>=?), (SELECT"
                + " MAX(stored) FROM version), 0)",
            second)
        .orElse(0L);
  }

  /**
   * The position up to which all versions are in the index. Ask for it before a search: versions up
   * to here that the search does not find will not be found later either.
   */
  public long indexedUpToPosition() {
    return ledger
        .queryFirst(
            r -> r.getLong(1),
            "SELECT COALESCE((SELECT MIN(stored)-1 FROM version WHERE indexed<>1 AND"
                + " document NOT IN (SELECT document FROM removal)),"
                + " (SELECT MAX(stored) FROM version), 0)")
        .orElse(0L);
  }
}
