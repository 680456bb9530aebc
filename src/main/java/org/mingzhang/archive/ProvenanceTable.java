package org.mingzhang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of the ledger that records where documents were published. */
final class ProvenanceTable {
  private static final String COLUMNS =
      "url, source, page, page_title, label, first_seen, last_seen, gone, gone_reason, published,"
          + " published_by, capture, region, agency";

  private final Ledger ledger;

  ProvenanceTable(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The provenance of the document at a URL; empty if there is none. */
  Optional<Provenance> find(String url) {
    return ledger.queryFirst(
        ProvenanceTable::read, "SELECT " + COLUMNS + " FROM address WHERE url=?", url);
  }

  /** Missing documents, the latest first. */
  List<Provenance> missingDocuments(int limit) {
    return ledger.list(
        ProvenanceTable::read,
        "SELECT " + COLUMNS + " FROM address WHERE gone IS NOT NULL ORDER BY gone DESC LIMIT ?",
        limit);
  }

  /**
   * Records an observation; a missing document is no longer missing afterwards. The first source,
   * linking page, label and publication date, and the earliest time first seen are kept; the latest
   * time last seen is kept; the capture is replaced if the observation has one, and so are region
   * and agency if it is of the first source.
   */
  void markSeen(Provenance provenance) {
    ledger.update(
        "INSERT INTO address ("
            + COLUMNS
            + ") VALUES (?,?,?,?,?,?,?,NULL,NULL,?,?,?,?,?) ON CONFLICT(url) DO UPDATE SET"
            + " page=COALESCE(address.page, excluded.page), page_title=COALESCE(address.page_title,"
            + " excluded.page_title), label=COALESCE(address.label, excluded.label),"
            + " first_seen=CASE WHEN excluded.first_seen<address.first_seen THEN"
            + " excluded.first_seen ELSE address.first_seen END, last_seen=CASE WHEN"
            + " excluded.last_seen>address.last_seen THEN excluded.last_seen ELSE"
            + " address.last_seen END, gone=NULL, gone_reason=NULL, published_by=CASE WHEN"
            + " address.published IS NULL THEN excluded.published_by ELSE address.published_by"
            + " END, published=COALESCE(address.published, excluded.published),"
            + " capture=COALESCE(excluded.capture, address.capture),"
            + " region=CASE WHEN excluded.source=address.source THEN"
            + " COALESCE(excluded.region, address.region) ELSE"
            + " COALESCE(address.region, excluded.region) END,"
            + " agency=CASE WHEN excluded.source=address.source THEN"
            + " COALESCE(excluded.agency, address.agency) ELSE"
            + " COALESCE(address.agency, excluded.agency) END",
        provenance.url(),
        provenance.source(),
        provenance.linkingPageUrl(),
        provenance.linkingPageTitle(),
        provenance.label(),
        provenance.firstSeen().toString(),
        provenance.lastSeen().toString(),
        toText(provenance.published()),
        provenance.publishedBy(),
        provenance.capture(),
        provenance.region(),
        provenance.agency());
  }

  /** Records that a document is missing; returns false if it is unknown or was missing already. */
  boolean markGone(String url, Instant now, String reason) {
    return ledger.executeUpdate(
            "UPDATE address SET gone=?, gone_reason=? WHERE url=? AND gone IS NULL",
            now.toString(),
            reason,
            url)
        > 0;
  }

  private static @Nullable String toText(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static Provenance read(ResultSet r) throws SQLException {
    String gone = r.getString(8);
    String published = r.getString(10);
    return new Provenance(
        r.getString(1),
        r.getString(2),
        r.getString(3),
        r.getString(4),
        r.getString(5),
        Instant.parse(r.getString(6)),
        Instant.parse(r.getString(7)),
        gone == null ? null : Instant.parse(gone),
        r.getString(9),
        published == null ? null : LocalDate.parse(published),
        r.getString(11),
        r.getString(12),
        r.getString(13),
        r.getString(14));
  }
}
