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

/**
 * The database under the archive: one connection, used by one thread at a time. A transaction that
 * returned is on the disk (write-ahead log, synchronous FULL).
 */
final class Ledger implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  private final Connection connection;

  private Ledger(Connection connection) {
    this.connection = connection;
  }

  /** Loads the driver's classes; its native library is loaded when a ledger is opened. */
  static void loadDriver() {
    try {
      DriverManager.getDriver("jdbc:sqlite:");
    } catch (SQLException e) {
      LOG.debug("the database's driver could not be loaded ahead", e);
    }
  }

  /**
   * Opens or creates the database.
   *
   * @throws ArchiveException if it was written by a newer program or cannot be opened
   */
  static Ledger open(Path file) {
    NativeLibrary.unpackInto(file.resolveSibling("native"));
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
        statement.execute("PRAGMA busy_timeout=5000");
      }
      if (LedgerSchema.of(connection) > LedgerSchema.VERSION) {
        int found = LedgerSchema.of(connection);
        connection.close();
        throw new ArchiveException(
            "the ledger "
                + file
                + " has version "
                + found
                + ", this program reads up to "
                + LedgerSchema.VERSION);
      }
      LedgerSchema.apply(connection);
      return new Ledger(connection);
    } catch (SQLException e) {
      throw new ArchiveException("the ledger " + file + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /**
   * Runs several changes as one: all of them are kept, or none. One within another is part of it.
   */
  synchronized <T> T transaction(Work<T> work) {
    try {
      if (!connection.getAutoCommit()) {
        return work.run();
      }
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
  void update(String sql, @Nullable Object... values) {
    int unused = change(sql, values);
  }

  /** Changes rows; returns how many. */
  synchronized int change(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new ArchiveException("the ledger could not be written: " + e.getMessage(), e);
    }
  }

  /** Adds a row; returns the number it was given. */
  synchronized long insert(String sql, @Nullable Object... values) {
    update(sql, values);
    return first(r -> r.getLong(1), "SELECT last_insert_rowid()").orElseThrow();
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
