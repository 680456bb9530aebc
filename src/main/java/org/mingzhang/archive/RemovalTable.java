package org.mingzhang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ledger's table of removed documents. */
final class RemovalTable {
  private static final String SELECT = "SELECT document, removed, reason FROM removal ";

  private final Ledger ledger;

  RemovalTable(Ledger ledger) {
    this.ledger = ledger;
  }

  void put(DocumentRemoval removal) {
    ledger.update(
        "INSERT OR REPLACE INTO removal VALUES (?,?,?)",
        removal.documentId(),
        removal.when().toString(),
        removal.reason());
  }

  void delete(String documentId) {
    ledger.update("DELETE FROM removal WHERE document=?", documentId);
  }

  Optional<DocumentRemoval> find(String documentId) {
    return ledger.queryFirst(RemovalTable::readRow, SELECT + "WHERE document=?", documentId);
  }

  /** Newest first. */
  List<DocumentRemoval> all() {
    return ledger.list(RemovalTable::readRow, SELECT + "ORDER BY removed DESC");
  }

  /** The removal of a document that was read from this path or has a version of this content. */
  Optional<DocumentRemoval> findFor(String sourceKey, String sha256) {
    return ledger.queryFirst(
        RemovalTable::readRow,
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
