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
import org.mingzhang.record.RecordLinks;

/**
 * Takes records into a ledger that its journal does not know. A record's name is the fingerprint of
 * its document and version number, so that the number is found by trying; when it was first seen is
 * taken from the age of the file, and the path it was read from is not known.
 */
final class RecordAdoption {
  /** Numbers tried beyond those known. */
  private static final int MOST_VERSIONS = 5000;

  private final Connection connection;
  private final RecordStore records;
  private final ObjectStore objects;
  private final List<String> told;

  /** An adoption into a ledger; {@code told} takes a line for each record. */
  RecordAdoption(
      Connection connection, RecordStore records, ObjectStore objects, List<String> told) {
    this.connection = connection;
    this.records = records;
    this.objects = objects;
    this.told = told;
  }

  void run() throws SQLException, IOException {
    Set<String> known = known();
    Map<RecordStore.Key, RecordLinks> found = new HashMap<>();
    for (String name : records.names()) {
      if (!known.contains(name)) {
        find(name, found);
      }
    }
    List<RecordStore.Key> ordered =
        found.keySet().stream()
            .sorted(
                java.util.Comparator.comparing(RecordStore.Key::documentId)
                    .thenComparingInt(RecordStore.Key::number))
            .toList();
    for (RecordStore.Key key : ordered) {
      adopt(key, java.util.Objects.requireNonNull(found.get(key)));
    }
  }

  private Set<String> known() throws SQLException {
    Set<String> names = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet each = statement.executeQuery("SELECT document, number FROM version")) {
      while (each.next()) {
        names.add(new RecordStore.Key(each.getString(1), each.getInt(2)).name());
      }
    }
    return names;
  }

  private void find(String name, Map<RecordStore.Key, RecordLinks> found) {
    try {
      RecordLinks links = records.links(name);
      String id = links.id();
      for (int number = 1; id != null && number <= MOST_VERSIONS; number++) {
        RecordStore.Key key = new RecordStore.Key(id, number);
        if (key.name().equals(name)) {
          found.put(key, links);
          return;
        }
      }
      told.add("record " + name + " belongs to no document");
    } catch (IOException damaged) {
      told.add("record " + name + " cannot be read and is not known otherwise");
    }
  }

  private void adopt(RecordStore.Key key, RecordLinks links) throws SQLException, IOException {
    try (PreparedStatement document =
            connection.prepareStatement(
                "INSERT OR IGNORE INTO document (id, identity) VALUES (?,?)");
        PreparedStatement version =
            connection.prepareStatement(
                "INSERT OR REPLACE INTO version (document, number, sha256, container, first_seen,"
                    + " source, url, parser, indexed) VALUES (?,?,?,?,?,?,NULL,0,0)")) {
      document.setString(1, key.documentId());
      document.setString(2, links.file());
      document.executeUpdate();
      version.setString(1, key.documentId());
      version.setInt(2, key.number());
      version.setString(3, links.sha256());
      version.setString(4, objects.has(links.sha256()) ? links.sha256() : "0".repeat(64));
      version.setString(5, records.written(key).toString());
      version.setString(6, links.file());
      version.executeUpdate();
    }
    told.add(key + ": its path, address and removal are not known; its time is that of its record");
  }
}
