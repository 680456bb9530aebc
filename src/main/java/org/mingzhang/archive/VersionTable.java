package org.mingzhang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The part of the ledger that knows documents and their versions. */
final class VersionTable {
  private static final String SELECT =
      "SELECT document, number, sha256, first_seen, source, url FROM version ";

  private static final String SHOWN = "WHERE id NOT IN (SELECT document FROM removal)";

  private final Ledger ledger;

  VersionTable(Ledger ledger) {
    this.ledger = ledger;
  }

  List<String> documentIds() {
    return ledger.list(r -> r.getString(1), "SELECT id FROM document " + SHOWN + " ORDER BY id");
  }

  /** Versions of a document, oldest first. */
  List<Version> of(String documentId) {
    return ledger.list(
        VersionTable::version, SELECT + "WHERE document=? ORDER BY number", documentId);
  }

  Optional<Version> newest(String documentId) {
    return ledger.first(
        VersionTable::version,
        SELECT + "WHERE document=? ORDER BY number DESC LIMIT 1",
        documentId);
  }

  /** The newest version of every document that was not taken out. */
  List<Version> newestOfAll(int before, int most) {
    return ledger.list(
        VersionTable::version,
        SELECT
            + "WHERE document NOT IN (SELECT document FROM removal) AND number ="
            + " (SELECT MAX(number) FROM version other WHERE other.document = version.document)"
            + " ORDER BY document LIMIT ? OFFSET ?",
        most,
        before);
  }

  List<Version> all() {
    return ledger.list(VersionTable::version, SELECT);
  }

  List<Version> latestStored(int most) {
    return ledger.list(
        VersionTable::version,
        SELECT
            + "WHERE document NOT IN (SELECT document FROM removal)"
            + " ORDER BY first_seen DESC, rowid DESC LIMIT ?",
        most);
  }

  /** Fingerprint of the file a version's document was in. */
  Optional<String> container(Version version) {
    return ledger.first(
        r -> r.getString(1),
        "SELECT container FROM version WHERE document=? AND number=?",
        version.documentId(),
        version.number());
  }

  Optional<String> documentWithContent(String sha256) {
    return ledger.first(
        r -> r.getString(1), "SELECT document FROM version WHERE sha256=? LIMIT 1", sha256);
  }

  /** The document last read from this path. */
  Optional<String> documentAt(String identity) {
    return ledger.first(
        r -> r.getString(1),
        "SELECT id FROM document WHERE identity=? ORDER BY rowid DESC LIMIT 1",
        identity);
  }

  boolean isAt(String documentId, String identity) {
    return ledger
        .first(
            r -> r.getString(1),
            "SELECT id FROM document WHERE id=? AND identity=?",
            documentId,
            identity)
        .isPresent();
  }

  /** Writes a version, replacing the row of the same number. */
  void put(Version version, String identity, String container, int parser) {
    ledger.update("INSERT OR IGNORE INTO document VALUES (?,?)", version.documentId(), identity);
    ledger.update(
        "INSERT OR REPLACE INTO version VALUES (?,?,?,?,?,?,?,?,0)",
        version.documentId(),
        version.number(),
        version.sha256(),
        container,
        version.firstSeen().toString(),
        version.source(),
        version.url(),
        parser);
  }

  /** Documents whose newest rows may not be in the index. */
  List<String> unindexed() {
    return ledger.list(
        r -> r.getString(1), "SELECT DISTINCT document FROM version WHERE indexed=0");
  }

  void markIndexed(Collection<String> documentIds) {
    ledger.transaction(
        () -> {
          documentIds.forEach(
              id -> ledger.update("UPDATE version SET indexed=1 WHERE document=?", id));
          return true;
        });
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        row.getString(1),
        row.getInt(2),
        row.getString(3),
        Instant.parse(row.getString(4)),
        row.getString(5),
        row.getString(6));
  }
}
