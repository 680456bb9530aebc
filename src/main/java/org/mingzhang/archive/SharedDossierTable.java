package org.mingzhang.archive;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The ledger's table of dossiers shared by a link. Thread-safe. */
public final class SharedDossierTable {
  private static final int ID_BYTES = 16;
  private static final String SELECT = "SELECT id, title, json, shared FROM dossier ";

  private final Ledger ledger;
  private final SecureRandom random = new SecureRandom();

  SharedDossierTable(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Shares a dossier under a new id. */
  public SharedDossier share(String title, String json, Instant now) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    ledger.update(
        "INSERT INTO dossier(id, title, json, shared) VALUES (?,?,?,?)",
        id,
        title,
        json,
        now.toString());
    return new SharedDossier(id, title, json, now);
  }

  /** The dossier with an id; empty if it is not or no longer shared. */
  public Optional<SharedDossier> find(String id) {
    return ledger.queryFirst(SharedDossierTable::readRow, SELECT + "WHERE id=?", id);
  }

  /** All shared dossiers, the latest first. */
  public List<SharedDossier> all() {
    return ledger.list(SharedDossierTable::readRow, SELECT + "ORDER BY shared DESC, id");
  }

  /** Ends the sharing of a dossier; returns false if there is none with this id. */
  public boolean endSharing(String id) {
    return ledger.executeUpdate("DELETE FROM dossier WHERE id=?", id) > 0;
  }

  private static SharedDossier readRow(ResultSet row) throws SQLException {
    return new SharedDossier(
        row.getString(1), row.getString(2), row.getString(3), Instant.parse(row.getString(4)));
  }
}
