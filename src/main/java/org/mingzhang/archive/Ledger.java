package org.mingzhang.archive;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;

/**
 * The database under the archive: one connection, used by one thread at a time. A transaction that
 * returned is on the disk (write-ahead log, synchronous FULL).
 */
final class Ledger implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  /** Version of the tables; raised when they change. */
  static final int SCHEMA = 2;

  private static final String[] TABLES = {
    "CREATE TABLE IF NOT EXISTS document (id TEXT PRIMARY KEY, identity TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS document_identity ON document(identity)",
    "CREATE TABLE IF NOT EXISTS version (document TEXT NOT NULL, number INTEGER NOT NULL, sha256"
        + " TEXT NOT NULL, container TEXT NOT NULL, first_seen TEXT NOT NULL, source TEXT NOT NULL,"
        + " url TEXT, parser INTEGER NOT NULL, indexed INTEGER NOT NULL, PRIMARY KEY (document,"
        + " number))",
    "CREATE INDEX IF NOT EXISTS version_sha256 ON version(sha256)",
    "CREATE TABLE IF NOT EXISTS section (document TEXT NOT NULL, slug TEXT NOT NULL, version"
        + " INTEGER NOT NULL, path TEXT NOT NULL, target TEXT, PRIMARY KEY (document, slug))",
    "CREATE TABLE IF NOT EXISTS source (path TEXT PRIMARY KEY, bytes INTEGER NOT NULL, modified"
        + " INTEGER NOT NULL, sha256 TEXT NOT NULL, parser INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS member (source TEXT NOT NULL, name TEXT NOT NULL, document TEXT,"
        + " reason TEXT, message TEXT, PRIMARY KEY (source, name))",
    "CREATE TABLE IF NOT EXISTS removal (document TEXT PRIMARY KEY, removed TEXT NOT NULL, reason"
        + " TEXT NOT NULL)",
  };

  private final Connection connection;

  private Ledger(Connection connection) {
    this.connection = connection;
  }

  /** Loads the database's native library; a fault is left to {@link #open} to tell. */
  static void loadDriver() {
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception e) {
      LOG.debug("the database could not be loaded ahead", e);
    }
  }

  /**
   * Opens or creates the database.
   *
   * @throws ArchiveException if it was written by a newer program or cannot be opened
   */
  static Ledger open(Path file) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
        statement.execute("PRAGMA busy_timeout=5000");
        int schema = statement.executeQuery("PRAGMA user_version").getInt(1);
        if (schema > SCHEMA) {
          connection.close();
          throw new ArchiveException(
              "the ledger "
                  + file
                  + " has version "
                  + schema
                  + ", this program reads up to "
                  + SCHEMA);
        }
        for (String table : TABLES) {
          statement.execute(table);
        }
        statement.execute("PRAGMA user_version=" + SCHEMA);
      }
      return new Ledger(connection);
    } catch (SQLException e) {
      throw new ArchiveException("the ledger " + file + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Runs several changes as one: all of them are kept, or none. */
  synchronized <T> T transaction(Work<T> work) {
    try {
      connection.setAutoCommit(false);
      try {
        T result = work.run();
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new ArchiveException("the ledger could not be written: " + e.getMessage(), e);
    }
  }

  /** Changes rows. */
  synchronized void update(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = prepare(sql, values)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new ArchiveException("the ledger could not be written: " + e.getMessage(), e);
    }
  }

  /** All rows a query finds. */
  synchronized <T> List<T> list(Row<T> row, String sql, @Nullable Object... values) {
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet results = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (results.next()) {
        rows.add(row.read(results));
      }
      return rows;
    } catch (SQLException e) {
      throw new ArchiveException("the ledger could not be read: " + e.getMessage(), e);
    }
  }

  /** The first row a query finds. */
  <T> Optional<T> first(Row<T> row, String sql, @Nullable Object... values) {
    return list(row, sql, values).stream().findFirst();
  }

  /** Gives room that is no longer used back to the disk. */
  void compact() {
    update("VACUUM");
  }

  /** Copies the database, consistent at one moment, to a new file. */
  synchronized void copyTo(Path file) {
    update("VACUUM INTO ?", file.toString());
  }

  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new ArchiveException("the ledger could not be closed: " + e.getMessage(), e);
    }
  }

  /** A row of a result. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Changes that belong together. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }
}
