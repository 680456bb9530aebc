package org.mingzhang.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.mingzhang.record.RecordPermalinks;

/**
 * Restores the permalinks of sections from the records of all versions, oldest first, and from the
 * redirections in the journal.
 */
final class PermalinkRecovery {
  private final Connection connection;
  private final RecordStore records;
  private final List<RecordStore.VersionKey> unreadableRecords = new ArrayList<>();

  /** Creates a recovery into a ledger with documents and versions. */
  PermalinkRecovery(Connection connection, RecordStore records) {
    this.connection = connection;
    this.records = records;
  }

  /** The versions whose links were not restored because their record could not be read. */
  List<RecordStore.VersionKey> unreadableRecords() {
    return List.copyOf(unreadableRecords);
  }

  /**
   * Writes all links.
   *
   * @param redirectionLines last journal line of each link in the journal
   * @throws StoreUnavailableException if the records cannot be read now, so that links would be
   *     lost
   */
  void run(Collection<String> redirectionLines) throws SQLException, StoreUnavailableException {
    try (PreparedStatement put =
        connection.prepareStatement("INSERT OR REPLACE INTO section VALUES (?,?,?,?,NULL)")) {
      for (RecordStore.VersionKey version : versions()) {
        try {
          for (RecordPermalinks.Link link : records.readLinks(version).sections()) {
            put.setString(1, version.documentId());
            put.setString(2, link.slug());
            put.setInt(3, version.number());
            put.setString(4, link.path());
            put.executeUpdate();
          }
        } catch (StoreUnavailableException outage) {
          throw outage;
        } catch (IOException damaged) {
          unreadableRecords.add(version);
        }
      }
    }
    restoreRedirections(redirectionLines);
  }

  private List<RecordStore.VersionKey> versions() throws SQLException {
    List<RecordStore.VersionKey> versions = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet each =
            statement.executeQuery("SELECT document, number FROM version ORDER BY 1, 2")) {
      while (each.next()) {
        versions.add(new RecordStore.VersionKey(each.getString(1), each.getInt(2)));
      }
    }
    return versions;
  }

  /**
   * Restores redirections. A link in the record of the newest version is not redirected; every
   * other link is redirected to its last recorded target.
   */
  private void restoreRedirections(Collection<String> lines) throws SQLException {
    String newest =
        "(SELECT MAX(number) FROM version WHERE document=json_extract(?1,'$.document'))";
    try (PreparedStatement missing =
            connection.prepareStatement(
                "INSERT OR IGNORE INTO section SELECT json_extract(?1,'$.document'),"
                    + " json_extract(?1,'$.slug'), json_extract(?1,'$.version'),"
                    + " json_extract(?1,'$.path'), NULL WHERE json_extract(?1,'$.target') IS NOT"
                    + " NULL");
        PreparedStatement target =
            connection.prepareStatement(
                "UPDATE section SET target=json_extract(?1,'$.target') WHERE"
                    + " document=json_extract(?1,'$.document') AND slug=json_extract(?1,'$.slug')"
                    + " AND version < "
                    + newest)) {
      for (String line : lines) {
        missing.setString(1, line);
        int added = missing.executeUpdate();
        target.setString(1, line);
        int sent = target.executeUpdate();
        if (added > 0 && sent == 0) {
          restoreFromEarlierReading(line);
        }
      }
    }
  }

  /** Restores a link that only an earlier reading of the newest version had. */
  private void restoreFromEarlierReading(String line) throws SQLException {
    try (PreparedStatement target =
        connection.prepareStatement(
            "UPDATE section SET target=json_extract(?1,'$.target') WHERE"
                + " document=json_extract(?1,'$.document') AND slug=json_extract(?1,'$.slug')")) {
      target.setString(1, line);
      target.executeUpdate();
    }
  }
}
