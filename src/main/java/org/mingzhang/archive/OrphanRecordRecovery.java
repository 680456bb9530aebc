package org.mingzhang.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.record.RecordPermalinks;

/**
 * Adds records to a ledger whose journal does not know them. A record is named by the hash of its
 * document id and version number, so the number is found by trial. The time at which the record was
 * written is taken as the time first seen; the path that the version was read from is unknown.
 */
final class OrphanRecordRecovery {
  /** Maximum version number that is tried. */
  private static final int MAX_VERSION_NUMBER = 5000;

  private final Connection connection;
  private final RecordStore records;
  private final ObjectStore objects;
  private final List<String> restorationFailures;

  /**
   * Creates a recovery.
   *
   * @param restorationFailures receives a line for each record of which something could not be
   *     restored
   */
  OrphanRecordRecovery(
      Connection connection,
      RecordStore records,
      ObjectStore objects,
      List<String> restorationFailures) {
    this.connection = connection;
    this.records = records;
    this.objects = objects;
    this.restorationFailures = restorationFailures;
  }

  void run() throws SQLException, IOException {
    Set<String> known = listKnownNames();
    Map<RecordStore.VersionKey, RecordPermalinks> found = new HashMap<>();
    for (String name : records.names()) {
      if (!known.contains(name)) {
        identifyRecord(name, found);
      }
    }
    List<RecordStore.VersionKey> ordered =
        found.keySet().stream()
            .sorted(
                java.util.Comparator.comparing(RecordStore.VersionKey::documentId)
                    .thenComparingInt(RecordStore.VersionKey::number))
            .toList();
    for (RecordStore.VersionKey versionKey : ordered) {
      addVersion(versionKey, java.util.Objects.requireNonNull(found.get(versionKey)));
    }
  }

  private Set<String> listKnownNames() throws SQLException {
    Set<String> names = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet each = statement.executeQuery("SELECT document, number FROM version")) {
      while (each.next()) {
        names.add(new RecordStore.VersionKey(each.getString(1), each.getInt(2)).objectName());
      }
    }
    return names;
  }

  private void identifyRecord(
      String name, Map<RecordStore.VersionKey, RecordPermalinks> linksByVersion)
      throws StoreUnavailableException {
    try {
      RecordPermalinks links = records.readLinks(name);
      String id = links.id();
      for (int number = 1; id != null && number <= MAX_VERSION_NUMBER; number++) {
        RecordStore.VersionKey versionKey = new RecordStore.VersionKey(id, number);
        if (versionKey.objectName().equals(name)) {
          linksByVersion.put(versionKey, links);
          return;
        }
      }
      restorationFailures.add("record " + name + " belongs to no document");
    } catch (StoreUnavailableException outage) {
      throw outage;
    } catch (IOException damaged) {
      restorationFailures.add("record " + name + " cannot be read and is not in the journal");
    }
  }

  private void addVersion(RecordStore.VersionKey versionKey, RecordPermalinks links)
      throws SQLException, IOException {
    try (PreparedStatement document =
            connection.prepareStatement(
                "INSERT OR IGNORE INTO document (id, identity) VALUES (?,?)");
        PreparedStatement version =
            connection.prepareStatement(
                "INSERT OR REPLACE INTO version (document, number, sha256, container, first_seen,"
                    + " source, url, parser, indexed) VALUES (?,?,?,?,?,?,NULL,0,0)")) {
      document.setString(1, versionKey.documentId());
      document.setString(2, links.file());
      document.executeUpdate();
      version.setString(1, versionKey.documentId());
      version.setInt(2, versionKey.number());
      version.setString(3, links.sha256());
      version.setString(4, objects.exists(links.sha256()) ? links.sha256() : "0".repeat(64));
      version.setString(5, records.lastModified(versionKey).toString());
      version.setString(6, links.file());
      version.executeUpdate();
    }
    restorationFailures.add(
        versionKey
            + ": its path, address and removal are not known; its time is that of its record");
  }
}
