package org.mingzhang.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/**
 * The tables of the ledger and their migration from earlier schema versions.
 *
 * <p>Version 2 added removals. Version 3 added the queue of accepted files and, for each version of
 * a document, its matching key (agency, year and category) and its position in the order of
 * arrival. Version 4 added the crawler: provenance of addresses, the frontier, runs and sizes of
 * WARC files. Version 5 added alerts and their mail, version 6 shared dossiers. Version 7 allows an
 * address in the frontiers of several sources. Version 8 added what the metadata files beside a
 * file stated.
 */
final class LedgerSchema {
  /** Schema version, increased with every change of the tables. */
  static final int VERSION = 8;

  private static final String EARLIER_FRONTIER = "earlier_resource";

  private static final String[] TABLES = {
    "CREATE TABLE IF NOT EXISTS document (id TEXT PRIMARY KEY, identity TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS document_identity ON document(identity)",
    "CREATE TABLE IF NOT EXISTS version (document TEXT NOT NULL, number INTEGER NOT NULL, sha256"
        + " TEXT NOT NULL, container TEXT NOT NULL, first_seen TEXT NOT NULL, source TEXT NOT NULL,"
        + " url TEXT, parser INTEGER NOT NULL, indexed INTEGER NOT NULL, perimeter TEXT, stored"
        + " INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (document, number))",
    "CREATE INDEX IF NOT EXISTS version_sha256 ON version(sha256)",
    "CREATE TABLE IF NOT EXISTS section (document TEXT NOT NULL, slug TEXT NOT NULL, version"
        + " INTEGER NOT NULL, path TEXT NOT NULL, target TEXT, PRIMARY KEY (document, slug))",
    "CREATE TABLE IF NOT EXISTS source (path TEXT PRIMARY KEY, bytes INTEGER NOT NULL, modified"
        + " INTEGER NOT NULL, sha256 TEXT NOT NULL, parser INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS sidecar (source TEXT PRIMARY KEY, stated TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS member (source TEXT NOT NULL, name TEXT NOT NULL, document TEXT,"
        + " reason TEXT, message TEXT, PRIMARY KEY (source, name))",
    "CREATE TABLE IF NOT EXISTS removal (document TEXT PRIMARY KEY, removed TEXT NOT NULL, reason"
        + " TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS intake (id INTEGER PRIMARY KEY AUTOINCREMENT, origin TEXT NOT NULL,"
        + " source TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT, url TEXT, replaces TEXT, again"
        + " INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, accepted TEXT NOT"
        + " NULL, document TEXT, message TEXT)",
    "CREATE INDEX IF NOT EXISTS intake_state ON intake(state, origin, id)",
    "CREATE INDEX IF NOT EXISTS intake_source ON intake(source, state)",
    "CREATE TABLE IF NOT EXISTS address (url TEXT PRIMARY KEY, source TEXT NOT NULL, page TEXT,"
        + " page_title TEXT, label TEXT, first_seen TEXT NOT NULL, last_seen TEXT NOT NULL, gone"
        + " TEXT, gone_reason TEXT, published TEXT, published_by TEXT, capture TEXT, region TEXT,"
        + " agency TEXT)",
    "CREATE TABLE IF NOT EXISTS resource (id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT"
        + " NULL, url TEXT NOT NULL, kind INTEGER NOT NULL, state TEXT NOT NULL, depth"
        + " INTEGER NOT NULL, hops INTEGER NOT NULL, page TEXT, page_title TEXT, label TEXT, dated"
        + " TEXT, run INTEGER NOT NULL DEFAULT 0, checked TEXT, etag TEXT, modified TEXT, digest"
        + " TEXT, main TEXT, failures INTEGER NOT NULL DEFAULT 0, reason TEXT, capture TEXT)",
    "CREATE TABLE IF NOT EXISTS collection (id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT"
        + " NULL, began TEXT NOT NULL, ended TEXT, whole INTEGER NOT NULL, state TEXT NOT NULL,"
        + " requests INTEGER NOT NULL DEFAULT 0, found INTEGER NOT NULL DEFAULT 0, changed INTEGER"
        + " NOT NULL DEFAULT 0, gone INTEGER NOT NULL DEFAULT 0, refused INTEGER NOT NULL DEFAULT"
        + " 0, message TEXT, rest TEXT)",
    "CREATE INDEX IF NOT EXISTS collection_source ON collection(source, id)",
    "CREATE TABLE IF NOT EXISTS alert (id INTEGER PRIMARY KEY AUTOINCREMENT, address TEXT NOT NULL,"
        + " search TEXT NOT NULL, language TEXT NOT NULL, days INTEGER NOT NULL, state TEXT NOT"
        + " NULL, confirming TEXT NOT NULL UNIQUE, ending TEXT NOT NULL UNIQUE, asked TEXT NOT"
        + " NULL, seen INTEGER NOT NULL, due TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS alert_address ON alert(address)",
    "CREATE INDEX IF NOT EXISTS alert_due ON alert(state, due)",
    "CREATE TABLE IF NOT EXISTS mail (id INTEGER PRIMARY KEY AUTOINCREMENT, alert INTEGER NOT NULL,"
        + " until INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, due TEXT NOT"
        + " NULL)",
    "CREATE INDEX IF NOT EXISTS mail_due ON mail(state, due)",
    "CREATE TABLE IF NOT EXISTS warc (path TEXT PRIMARY KEY, bytes INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS dossier (id TEXT PRIMARY KEY, title TEXT NOT NULL, json TEXT NOT"
        + " NULL, shared TEXT NOT NULL)",
  };

  /** Indexes that need columns added, or tables rebuilt, by a migration. */
  private static final String[] INDEXES = {
    "CREATE INDEX IF NOT EXISTS version_source ON version(source)",
    "CREATE INDEX IF NOT EXISTS version_url ON version(url)",
    "CREATE INDEX IF NOT EXISTS version_perimeter ON version(perimeter)",
    "CREATE INDEX IF NOT EXISTS version_stored ON version(stored)",
    "CREATE INDEX IF NOT EXISTS resource_next ON resource(source, state, kind, id)",
    "CREATE UNIQUE INDEX IF NOT EXISTS resource_address ON resource(url, source)",
  };

  private LedgerSchema() {}

  /** The statements that create all tables and indexes. */
  static Stream<String> creationStatements() {
    return Stream.concat(Stream.of(TABLES), Stream.of(INDEXES));
  }

  /** The schema version of a database; 0 for an empty one. */
  static int versionOf(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet version = statement.executeQuery("PRAGMA user_version")) {
      return version.getInt(1);
    }
  }

  /**
   * Creates missing tables and migrates a database of an earlier version, or an empty one, to this
   * version in one transaction. The database must not be of a later version.
   */
  static void migrate(Connection connection) throws SQLException {
    if (versionOf(connection) == VERSION) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      try {
        boolean rebuilt = setFrontierAside(statement);
        for (String table : TABLES) {
          statement.execute(table);
        }
        if (rebuilt) {
          statement.execute("INSERT INTO resource SELECT * FROM " + EARLIER_FRONTIER);
          statement.execute("DROP TABLE " + EARLIER_FRONTIER);
        }
        addColumns(statement);
        for (String index : INDEXES) {
          statement.execute(index);
        }
        statement.execute("PRAGMA user_version=" + VERSION);
        statement.execute("COMMIT");
      } catch (SQLException e) {
        statement.execute("ROLLBACK");
        throw e;
      }
    }
  }

  /**
   * Renames the frontier of an earlier version, in which an address had one source only, a
   * constraint that SQLite cannot drop; returns false if there is none.
   */
  private static boolean setFrontierAside(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery(
            "SELECT 1 FROM sqlite_master WHERE name='resource' AND sql LIKE '%url TEXT NOT NULL"
                + " UNIQUE%'")) {
      if (!found.next()) {
        return false;
      }
    }
    statement.execute("DROP INDEX IF EXISTS resource_next");
    statement.execute("ALTER TABLE resource RENAME TO " + EARLIER_FRONTIER);
    return true;
  }

  /**
   * Adds the columns of later versions; document versions stored before get their positions by
   * their times.
   */
  private static void addColumns(Statement statement) throws SQLException {
    if (!hasColumn(statement, "indexed")) { // the first ledgers of version 1 lack this column
      statement.execute("ALTER TABLE version ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0");
    }
    if (!hasColumn(statement, "perimeter")) {
      statement.execute("ALTER TABLE version ADD COLUMN perimeter TEXT");
    }
    if (!hasColumn(statement, "stored")) {
      statement.execute("ALTER TABLE version ADD COLUMN stored INTEGER NOT NULL DEFAULT 0");
      statement.execute(
          "UPDATE version SET stored=place FROM (SELECT rowid AS id, ROW_NUMBER() OVER (ORDER BY"
              + " first_seen, rowid) AS place FROM version) WHERE version.rowid=id");
    }
  }

  private static boolean hasColumn(Statement statement, String column) throws SQLException {
    try (ResultSet found =
        statement.executeQuery(
            "SELECT 1 FROM pragma_table_info('version') WHERE name='" + column + "'")) {
      return found.next();
    }
  }
}
