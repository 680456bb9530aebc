package org.mingzhang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The ledger's tables of documents and versions. */
final class VersionTable {
  static final String SELECT =
      "SELECT document, number, sha256, first_seen, source, url, stored FROM version ";

  private static final String NOT_REMOVED = "WHERE id NOT IN (SELECT document FROM removal)";

  static final String SHOWN_VERSIONS = "WHERE document NOT IN (SELECT document FROM removal)";

  private final Ledger ledger;

  VersionTable(Ledger ledger) {
    this.ledger = ledger;
  }

  List<String> documentIds(String afterId, int limit) {
    return ledger.list(
        r -> r.getString(1),
        "SELECT id FROM document " + NOT_REMOVED + " AND id > ? ORDER BY id LIMIT ?",
        afterId,
        limit);
  }

  long documentCount() {
    return count("SELECT COUNT(*) FROM document " + NOT_REMOVED);
  }

  /** The number of versions of documents that were not removed. */
  long versionCount() {
    return count("SELECT COUNT(*) FROM version " + SHOWN_VERSIONS);
  }

  /** The number of versions of every document that was not removed, by document id. */
  Map<String, Integer> countByDocument() {
    Map<String, Integer> counts = new HashMap<>();
    ledger
        .list(
            r -> Map.entry(r.getString(1), r.getInt(2)),
            "SELECT document, COUNT(*) FROM version " + SHOWN_VERSIONS + " GROUP BY document")
        .forEach(row -> counts.put(row.getKey(), row.getValue()));
    return counts;
  }

  private long count(String query) {
    return ledger.queryFirst(r -> r.getLong(1), query).orElse(0L);
  }

  /** Versions of a document, oldest first. */
  List<DocumentVersion> versionsOf(String documentId) {
    return ledger.list(
        VersionTable::readRow, SELECT + "WHERE document=? ORDER BY number", documentId);
  }

  /** The newest version of a document, also of a removed one; empty if there is none. */
  Optional<DocumentVersion> findNewest(String documentId) {
    return ledger.queryFirst(
        VersionTable::readRow,
        SELECT + "WHERE document=? ORDER BY number DESC LIMIT 1",
        documentId);
  }

  /**
   * A slice, in the order of document ids, of the newest versions of the documents that were not
   * removed.
   */
  List<DocumentVersion> newestVersions(int offset, int limit) {
    return ledger.list(
        VersionTable::readRow,
        SELECT
            + "WHERE document NOT IN (SELECT document FROM removal) AND number ="
            + " (SELECT MAX(number) FROM version other WHERE other.document = version.document)"
            + " ORDER BY document LIMIT ? OFFSET ?",
        limit,
        offset);
  }

  List<DocumentVersion> all() {
    return ledger.list(VersionTable::readRow, SELECT);
  }

  /** A slice of all versions, in a stable order. */
  List<DocumentVersion> listVersions(int offset, int limit) {
    return ledger.list(
        VersionTable::readRow,
        SELECT + "ORDER BY document, number LIMIT ? OFFSET ?",
        limit,
        offset);
  }

  /** The sources from which a file with this content was read. */
  List<String> sourcesOfFile(String sha256) {
    return ledger.list(
        r -> r.getString(1),
        "SELECT DISTINCT source FROM version WHERE sha256=? OR container=?",
        sha256,
        sha256);
  }

  /** The stored version with a number; empty if there is none. */
  Optional<DocumentVersion> find(String documentId, int number) {
    return ledger.queryFirst(
        VersionTable::readRow, SELECT + "WHERE document=? AND number=?", documentId, number);
  }

  /**
   * SHA-256 of the file that a version was read from: for a member of an archive file, the archive
   * file; otherwise the original of the version. Zeros if it could not be restored; empty if the
   * version is not stored.
   */
  Optional<String> findContainer(DocumentVersion version) {
    return ledger.queryFirst(
        r -> r.getString(1),
        "SELECT container FROM version WHERE document=? AND number=?",
        version.documentId(),
        version.number());
  }

  /**
   * The document, possibly removed, that had a version with this content first; empty if none has
   * one.
   */
  Optional<String> findDocumentWithContent(String sha256) {
    return ledger.queryFirst(
        r -> r.getString(1),
        "SELECT document FROM version WHERE sha256=? ORDER BY stored LIMIT 1",
        sha256);
  }

  /**
   * Documents that were read from this path or address, or published at this address, the latest
   * stored first.
   *
   * @param url address, or null
   */
  List<String> documentIdsAt(String sourceKey, @Nullable String url) {
    return ledger.list(
        r -> r.getString(1),
        "SELECT document FROM (SELECT document, stored FROM version WHERE source=? UNION ALL"
            + " SELECT document, stored FROM version WHERE url=? UNION ALL SELECT id, 0 FROM"
            + " document WHERE identity=?) AS found GROUP BY document ORDER BY MAX(stored) DESC",
        sourceKey,
        url,
        sourceKey);
  }

  /** Documents that have a version with this matching key, the latest stored first. */
  List<String> documentIdsWithMatchingKey(String matchingKey) {
    return ledger.list(
        r -> r.getString(1),
        "SELECT document FROM version WHERE perimeter=? GROUP BY document ORDER BY MAX(stored)"
            + " DESC",
        matchingKey);
  }

  boolean isSourceOf(String documentId, String sourceKey) {
    return !ledger
        .list(
            r -> r.getInt(1),
            "SELECT 1 FROM document WHERE id=? AND identity=? UNION SELECT 1 FROM version WHERE"
                + " document=? AND source=?",
            documentId,
            sourceKey,
            documentId,
            sourceKey)
        .isEmpty();
  }

  /**
   * Writes a version as not indexed (see {@link IndexingState}); a row with the same version number
   * is replaced but keeps its position of arrival.
   */
  void put(
      DocumentVersion version,
      String sourceKey,
      String containerSha256,
      int parserVersion,
      String matchingKey) {
    ledger.update("INSERT OR IGNORE INTO document VALUES (?,?)", version.documentId(), sourceKey);
    ledger.update(
        "INSERT INTO version(document, number, sha256, container, first_seen, source, url, parser,"
            + " indexed, perimeter, stored) VALUES (?,?,?,?,?,?,?,?,?,?,(SELECT"
            + " COALESCE(MAX(stored),0)+1 FROM version)) ON CONFLICT(document, number) DO UPDATE"
            + " SET sha256=excluded.sha256, container=excluded.container,"
            + " first_seen=excluded.first_seen, source=excluded.source, url=excluded.url,"
            + " parser=excluded.parser, indexed=excluded.indexed, perimeter=excluded.perimeter",
        version.documentId(),
        version.number(),
        version.sha256(),
        containerSha256,
        version.firstSeen().toString(),
        version.source(),
        version.url(),
        parserVersion,
        -ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE),
        matchingKey);
  }

  /** Versions without a matching key, written by an earlier schema version. */
  List<DocumentVersion> versionsWithoutMatchingKey() {
    return ledger.list(VersionTable::readRow, SELECT + "WHERE perimeter IS NULL");
  }

  void setMatchingKey(DocumentVersion version, String matchingKey) {
    ledger.update(
        "UPDATE version SET perimeter=? WHERE document=? AND number=?",
        matchingKey,
        version.documentId(),
        version.number());
  }

  /**
   * Reads a version from a row.
   *
   * @throws DamagedLedgerException if the row is damaged
   */
  static DocumentVersion readRow(ResultSet row) throws SQLException {
    try {
      return new DocumentVersion(
          row.getString(1),
          row.getInt(2),
          ObjectStore.requireValidName(row.getString(3)),
          Instant.parse(row.getString(4)),
          row.getString(5),
          row.getString(6),
          row.getLong(7));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new DamagedLedgerException(
          "the ledger is damaged: a version of " + row.getString(1) + " cannot be read", e);
    }
  }
}
