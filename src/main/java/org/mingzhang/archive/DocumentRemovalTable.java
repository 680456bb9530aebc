package org.mingzhang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The documents that were removed: they are no longer shown or found, and their files are refused.
 * The files in the archive are kept, so that a document can be restored. Thread-safe.
 */
public final class DocumentRemovalTable {
  private static final String SELECT = "SELECT document, removed, reason FROM removal ";

  private final Ledger ledger;

  DocumentRemovalTable(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Removes a document; a document that is removed already gets the new reason. */
  public void remove(DocumentRemoval removal) {
    ledger.update(
        "INSERT OR REPLACE INTO removal VALUES (?,?,?)",
        removal.documentId(),
        removal.removedAt().toString(),
        removal.reason());
  }

  /** Restores a removed document; does nothing if it was not removed. */
  public void restore(String documentId) {
    ledger.update("DELETE FROM removal WHERE document=?", documentId);
  }

  /** The removal of a document; empty if it was not removed. */
  public Optional<DocumentRemoval> find(String documentId) {
    return ledger.queryFirst(
        DocumentRemovalTable::readRow, SELECT + "WHERE document=?", documentId);
  }

  /** All removals, the latest first. */
  public List<DocumentRemoval> all() {
    return ledger.list(DocumentRemovalTable::readRow, SELECT + "ORDER BY removed DESC");
  }

  /**
   * The removal of a document that was first read from this path or has a version with this
   * content; empty if there is none.
   */
  public Optional<DocumentRemoval> findByPathOrContent(String sourceKey, String sha256) {
    return ledger.queryFirst(
        DocumentRemovalTable::readRow,
        SELECT
            + "WHERE document IN (SELECT id FROM document WHERE identity=?) OR document IN (SELECT"
            + " document FROM version WHERE sha256=?)",
        sourceKey,
        sha256);
  }

  private static DocumentRemoval readRow(ResultSet row) throws SQLException {
    return new DocumentRemoval(row.getString(1), Instant.parse(row.getString(2)), row.getString(3));
  }
}
