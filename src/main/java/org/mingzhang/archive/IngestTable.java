package org.mingzhang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.IngestEntry.IngestState;

/** The ledger's table of the ingest queue. */
final class IngestTable {
  private static final String SELECT =
      "SELECT id, origin, source, name, sha256, url, replaces, again, state, attempts, accepted,"
          + " document, message FROM intake ";

  private final Ledger ledger;

  IngestTable(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Adds an offer and returns its id. If an offer of the same source that replaces the same
   * document waits or was withdrawn, its content is replaced and its id returned; the content
   * offered earlier is then not read. An offer whose entry is being read gets an entry of its own,
   * since the reading may have begun before the file changed.
   */
  long accept(OfferedFile offer, Instant now) {
    List<Long> waiting =
        ledger.list(
            r -> r.getLong(1),
            "SELECT id FROM intake WHERE source=? AND state IN ('ACCEPTED','WITHDRAWN') AND"
                + " replaces IS NOT DISTINCT FROM ?",
            offer.sourceKey(),
            offer.replacedDocumentId());
    if (waiting.isEmpty()) {
      return ledger.insert(
          "INSERT INTO intake(origin, source, name, sha256, url, replaces, again, state, attempts,"
              + " accepted) VALUES (?,?,?,?,?,?,?,'ACCEPTED',0,?)",
          offer.origin().name(),
          offer.sourceKey(),
          offer.name(),
          offer.sha256(),
          offer.url(),
          offer.replacedDocumentId(),
          offer.isReadIfUnchanged(),
          now.toString());
    }
    ledger.update(
        "UPDATE intake SET state='ACCEPTED', again=CASE WHEN ?=1 THEN 1 ELSE again END, sha256=?"
            + " WHERE id=?",
        offer.isReadIfUnchanged(),
        offer.sha256(),
        waiting.getFirst());
    return waiting.getFirst();
  }

  /**
   * Waiting entries, uploaded or fetched ones before those of folders, each in the order of
   * acceptance. Entries of a source that is being read are skipped.
   *
   * @param limit maximum number of entries
   * @param lockingClause locking clause of the query
   */
  List<IngestEntry> waitingEntries(int limit, String lockingClause) {
    List<IngestEntry> waiting =
        new ArrayList<>(waitingEntries("IN ('UPLOAD','ADDRESS')", limit, lockingClause));
    waiting.addAll(waitingEntries("='FOLDER'", limit - waiting.size(), lockingClause));
    return waiting;
  }

  /**
   * At most {@code limit} waiting entries of an origin, in the order of acceptance; entries of
   * sources that are being read are skipped.
   *
   * @param originCondition condition of SQL on the origin
   */
  private List<IngestEntry> waitingEntries(
      String originCondition, int limit, String lockingClause) {
    return ledger.list(
        IngestTable::readRow,
        SELECT
            + "WHERE state='ACCEPTED' AND origin "
            + originCondition
            + " AND source NOT IN (SELECT source FROM intake WHERE state='READING') ORDER BY id"
            + " LIMIT ?"
            + lockingClause,
        limit);
  }

  /** Marks an entry as being read and counts the attempt. */
  void markReading(long id) {
    ledger.update("UPDATE intake SET state='READING', attempts=attempts+1 WHERE id=?", id);
  }

  /** Marks an entry that is being read as waiting; the attempt stays counted. */
  void markWaiting(long id) {
    ledger.update("UPDATE intake SET state='ACCEPTED' WHERE id=? AND state='READING'", id);
  }

  /**
   * Records the result of an entry. Entries of folder files are deleted, since the table of sources
   * has their result.
   *
   * @param documentId the resulting document, or the first of several; null if there is none
   * @param message explanation of the result, or null
   */
  void recordResult(
      IngestEntry entry, IngestState state, @Nullable String documentId, @Nullable String message) {
    if (entry.offer().origin() == FileOrigin.FOLDER) {
      ledger.update("DELETE FROM intake WHERE id=?", entry.id());
    } else {
      ledger.update(
          "UPDATE intake SET state=?, document=?, message=? WHERE id=?",
          state.name(),
          documentId,
          message,
          entry.id());
    }
  }

  int count(IngestState state) {
    return ledger
        .queryFirst(r -> r.getInt(1), "SELECT COUNT(*) FROM intake WHERE state=?", state.name())
        .orElse(0);
  }

  /** Entries that are being read, then those that wait, oldest first. */
  List<IngestEntry> openEntries(int limit) {
    List<IngestEntry> open =
        new ArrayList<>(
            ledger.list(
                IngestTable::readRow, SELECT + "WHERE state='READING' ORDER BY id LIMIT ?", limit));
    open.addAll(waitingEntries(limit - open.size(), ""));
    return open;
  }

  List<IngestEntry> endedEntries(int limit) {
    return ledger.list(
        IngestTable::readRow,
        SELECT + "WHERE state IN ('KEPT','REFUSED') ORDER BY id DESC LIMIT ?",
        limit);
  }

  List<IngestEntry> find(long id) {
    return ledger.list(IngestTable::readRow, SELECT + "WHERE id=?", id);
  }

  private static IngestEntry readRow(ResultSet row) throws SQLException {
    OfferedFile offer =
        new OfferedFile(
            FileOrigin.valueOf(row.getString(2)),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getBoolean(8));
    return new IngestEntry(
        row.getLong(1),
        offer,
        IngestState.valueOf(row.getString(9)),
        row.getInt(10),
        Instant.parse(row.getString(11)),
        row.getString(12),
        row.getString(13));
  }
}
