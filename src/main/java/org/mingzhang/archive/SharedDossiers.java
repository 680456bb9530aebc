package org.mingzhang.archive;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The part of the ledger that has the dossiers shared by a link. Safe on many threads. */
public final class SharedDossiers {
  private static final int ID_BYTES = 16;
  private static final String SELECT = "SELECT id, title, json, shared FROM dossier ";

  private final Ledger ledger;
  private final SecureRandom random = new SecureRandom();

  SharedDossiers(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Shares a dossier under an id of its own. */
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

  /** The dossier with an id; empty where none is shared under it, or no longer. */
  public Optional<SharedDossier> of(String id) {
    return ledger.first(SharedDossiers::dossier, SELECT + "WHERE id=?", id);
  }

  /** All of them, the last shared first. */
  public List<SharedDossier> all() {
    return ledger.list(SharedDossiers::dossier, SELECT + "ORDER BY shared DESC, id");
  }

  /** Ends a link; false where there was none. */
  public boolean end(String id) {
    return ledger.change("DELETE FROM dossier WHERE id=?", id) > 0;
  }

  private static SharedDossier dossier(ResultSet row) throws SQLException {
    return new SharedDossier(
        row.getString(1), row.getString(2), row.getString(3), Instant.parse(row.getString(4)));
  }
}
