package org.mingzhang.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Versions in the order in which they were stored, whatever the clock said then. Each has its place
 * in that order, from 1; what is stored later has a greater one. Versions of documents that were
 * taken out are left out. Safe on many threads.
 */
public final class Arrivals {
  private final Ledger ledger;

  Arrivals(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The latest ones, the latest first. */
  public List<Version> latest(ArrivalKind kind, int most) {
    return before(kind, Long.MAX_VALUE, most);
  }

  /** The versions before a place in the order of arrival, the latest first. */
  public List<Version> before(ArrivalKind kind, long place, int most) {
    return ledger.list(
        VersionTable::version,
        VersionTable.SELECT
            + VersionTable.SHOWN_VERSIONS
            + kind.condition()
            + " AND stored<? ORDER BY stored DESC LIMIT ?",
        place,
        most);
  }

  /**
   * The versions behind one place in the order of arrival and up to another, the earliest first.
   */
  public List<Version> between(ArrivalKind kind, long after, long until, int most) {
    return ledger.list(
        VersionTable::version,
        VersionTable.SELECT
            + VersionTable.SHOWN_VERSIONS
            + kind.condition()
            + " AND stored>? AND stored<=? ORDER BY stored LIMIT ?",
        after,
        until,
        most);
  }

  /** The place behind which everything came that was first seen at a time or later. */
  public long placeOf(Instant time) {
    String second = time.truncatedTo(ChronoUnit.SECONDS).minusSeconds(1).toString();
    return ledger
        .first(
            r -> r.getLong(1),
            "SELECT COALESCE((SELECT MIN(stored)-1 FROM version WHERE first_seen>=?), (SELECT"
                + " MAX(stored) FROM version), 0)",
            second)
        .orElse(0L);
  }

  /**
   * The place up to which everything that was stored is in the index. To be asked before a search:
   * what that search does not find of what is up to here, it will never find.
   */
  public long indexedUpTo() {
    return ledger
        .first(
            r -> r.getLong(1),
            "SELECT COALESCE((SELECT MIN(stored)-1 FROM version WHERE indexed<>1 AND"
                + " document NOT IN (SELECT document FROM removal)),"
                + " (SELECT MAX(stored) FROM version), 0)")
        .orElse(0L);
  }
}
