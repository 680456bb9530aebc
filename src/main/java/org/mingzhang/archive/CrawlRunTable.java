package org.mingzhang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.CrawlRun.State;

/** The ledger's table of crawl runs. */
final class CrawlRunTable {
  private static final String SELECT =
      "SELECT id, source, began, ended, whole, state, requests, found, changed, gone, refused,"
          + " message, rest FROM collection ";

  private final Ledger ledger;

  CrawlRunTable(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The unfinished run of a source; empty if there is none. */
  Optional<CrawlRun> findUnfinishedRun(String source) {
    return ledger.queryFirst(
        CrawlRunTable::read,
        SELECT + "WHERE source=? AND state='OPEN' ORDER BY id DESC LIMIT 1",
        source);
  }

  /** The run of a source that was begun last, finished or not; empty if there is none. */
  Optional<CrawlRun> findLastRun(String source) {
    return ledger.queryFirst(
        CrawlRunTable::read, SELECT + "WHERE source=? ORDER BY id DESC LIMIT 1", source);
  }

  /** Start of the last finished run that visited all pages; empty if there is none. */
  Optional<Instant> findStartOfLastFullRun(String source) {
    return ledger.queryFirst(
        r -> Instant.parse(r.getString(1)),
        "SELECT began FROM collection WHERE source=? AND whole=1 AND state='ENDED' ORDER BY id DESC"
            + " LIMIT 1",
        source);
  }

  CrawlRun beginRun(String source, Instant now, boolean isFullRun) {
    long id =
        ledger.insert(
            "INSERT INTO collection (source, began, whole, state) VALUES (?,?,?,'OPEN')",
            source,
            now.toString(),
            isFullRun ? 1 : 0);
    return new CrawlRun(id, source, now, null, isFullRun, State.OPEN, 0, 0, 0, 0, 0, null, null);
  }

  void addCounts(
      long id,
      int requestCount,
      int foundCount,
      int changedCount,
      int goneCount,
      int refusedCount) {
    ledger.update(
        "UPDATE collection SET requests=requests+?, found=found+?, changed=changed+?, gone=gone+?,"
            + " refused=refused+? WHERE id=?",
        requestCount,
        foundCount,
        changedCount,
        goneCount,
        refusedCount,
        id);
  }

  void endRun(long id, Instant now, @Nullable String message) {
    ledger.update(
        "UPDATE collection SET state='ENDED', ended=?, message=?, rest=NULL WHERE id=?",
        now.toString(),
        message,
        id);
  }

  /** Records why and until when a run is paused; its state stays unfinished. */
  void pauseRun(long id, String message, Instant pausedUntil) {
    ledger.update(
        "UPDATE collection SET message=?, rest=? WHERE id=?", message, pausedUntil.toString(), id);
  }

  private static CrawlRun read(ResultSet r) throws SQLException {
    String ended = r.getString(4);
    String rest = r.getString(13);
    return new CrawlRun(
        r.getLong(1),
        r.getString(2),
        Instant.parse(r.getString(3)),
        ended == null ? null : Instant.parse(ended),
        r.getInt(5) != 0,
        State.valueOf(r.getString(6)),
        r.getLong(7),
        r.getLong(8),
        r.getLong(9),
        r.getLong(10),
        r.getLong(11),
        r.getString(12),
        rest == null ? null : Instant.parse(rest));
  }
}
