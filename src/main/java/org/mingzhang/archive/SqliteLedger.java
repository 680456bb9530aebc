package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger as an SQLite file with one connection, used by one thread at a time. A transaction is
 * on disk when it returns (write-ahead log, synchronous FULL).
 */
final class SqliteLedger implements Ledger {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteLedger.class);

  private final Path file;
  private Connection connection;
  private @Nullable LedgerJournal journal;

  private SqliteLedger(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Loads the driver's classes; its native library is loaded when a ledger is opened. */
  static void loadDriver() {
    NativeLibraryUnpacker.preloadLibraryName();
    try {
      DriverManager.getDriver("jdbc:sqlite:");
    } catch (SQLException e) {
      LOG.debug("the database's driver could not be loaded ahead", e);
    }
  }

  /**
   * Opens or creates the database, without a journal. A database of an earlier schema version is
   * migrated.
   *
   * @throws DamagedLedgerException if it is not a readable database
   * @throws ArchiveException if it was written by a newer program or cannot be opened
   */
  static SqliteLedger open(Path file) {
    return new SqliteLedger(file, connect(file));
  }

  private static Connection connect(Path file) {
    NativeLibraryUnpacker.unpackInto(file.resolveSibling("native"));
    Connection connection = null;
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
        statement.execute("PRAGMA busy_timeout=5000");
      }
      LedgerFaultClassifier.requireKnownVersion(
          file, LedgerSchema.versionOf(connection), LedgerSchema.VERSION);
      LedgerSchema.migrate(connection);
      return connection;
    } catch (SQLException e) {
      close(connection);
      throw LedgerFaultClassifier.toException("the ledger " + file + " cannot be opened", e);
    } catch (ArchiveException e) {
      close(connection);
      throw e;
    }
  }

  private static void close(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      LOG.debug("a ledger that could not be opened could not be closed", e);
    }
  }

  /**
   * Starts a journal of all changes.
   *
   * @throws DamagedLedgerException if the ledger lacks changes that are in the journal
   */
  synchronized void startJournal(LedgerJournal newJournal) throws IOException {
    try {
      if (!newJournal.startJournaling(connection)) {
        throw new DamagedLedgerException(
            "the ledger " + file + " has lost changes that its journal has", null);
      }
      journal = newJournal;
    } catch (SQLException e) {
      throw LedgerFaultClassifier.toException("the journal could not be begun", e);
    }
  }

  /**
   * Replaces this ledger by a rebuilt one under the same lock, so that other users wait. Changes
   * that the journal lacks are copied to it first; they are lost if they cannot be read. If the
   * rebuilding fails, this ledger stays closed.
   *
   * @return what was not restored
   * @throws IOException if the journal cannot be written, which leaves this ledger open, or the
   *     ledger cannot be rebuilt
   */
  synchronized List<String> rebuild(LedgerRecovery recovery, LedgerJournal newJournal)
      throws IOException {
    try {
      completeJournal();
    } catch (ArchiveException e) {
      LOG.warn("changes that the journal lacks cannot be read: {}", e.getMessage());
    }
    close(connection);
    List<String> told = recovery.replaceLedger(file);
    connection = connect(file);
    startJournal(newJournal);
    return told;
  }

  /** Runs work on the connection; other users of the ledger wait meanwhile. */
  synchronized <T> T withConnection(ConnectionFunction<T> work) throws IOException {
    try {
      return work.run(connection);
    } catch (SQLException e) {
      throw LedgerFaultClassifier.toException("the ledger could not be read", e);
    }
  }

  @Override
  public synchronized <T> T callInTransaction(TransactionWork<T> transactionWork) {
    try {
      if (!connection.getAutoCommit()) {
        return transactionWork.run();
      }
      T result = commitWork(transactionWork);
      copyToJournal();
      return result;
    } catch (SQLException e) {
      throw LedgerFaultClassifier.toException("the ledger could not be written", e);
    }
  }

  private <T> T commitWork(TransactionWork<T> transactionWork) throws SQLException {
    connection.setAutoCommit(false);
    try {
      if (journal != null) {
        journal.deleteCopied(connection);
      }
      T result = transactionWork.run();
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      try {
        connection.rollback();
      } catch (SQLException undone) {
        e.addSuppressed(undone); // SQLite rolls back by itself where the disk is full.
      }
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** Copies committed changes to the journal; within a transaction this happens at its end. */
  private void copyToJournal() throws SQLException {
    if (journal != null && connection.getAutoCommit()) {
      boolean unused = journal.copyToFile(connection);
    }
  }

  /**
   * Copies changes to the journal that could not be copied before, as on a full disk.
   *
   * @throws IOException if the journal still cannot be written
   * @throws ArchiveException if the changes cannot be read
   */
  synchronized void completeJournal() throws IOException {
    if (!withConnection(c -> journal == null || journal.copyToFile(c))) {
      throw new IOException("the journal of " + file + " cannot be written");
    }
  }

  @Override
  public synchronized int executeUpdate(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = prepare(sql, values)) {
      int rows = statement.executeUpdate();
      copyToJournal();
      return rows;
    } catch (SQLException e) {
      throw LedgerFaultClassifier.toException("the ledger could not be written", e);
    }
  }

  @Override
  public synchronized long insert(String sql, @Nullable Object... values) {
    update(sql, values);
    return queryFirst(r -> r.getLong(1), "SELECT last_insert_rowid()").orElseThrow();
  }

  @Override
  public synchronized <T> List<T> list(
      RowMapper<T> rowMapper, String sql, @Nullable Object... values) {
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet results = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (results.next()) {
        rows.add(rowMapper.read(results));
      }
      return rows;
    } catch (SQLException e) {
      throw LedgerFaultClassifier.toException("the ledger could not be read", e);
    } catch (DateTimeException | IllegalArgumentException | NullPointerException e) {
      throw new DamagedLedgerException("the ledger has a row that cannot be read: " + e, e);
    }
  }

  @Override
  public void compact() {
    update("VACUUM");
  }

  /** Copies a consistent snapshot of the database to a file, which must not exist. */
  synchronized void copyTo(Path file) {
    update("VACUUM INTO ?", file.toString());
  }

  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    Ledger.bind(statement, values);
    return statement;
  }

  /**
   * Runs the work without a lock, since only one process writes to the file. Threads are not kept
   * apart: only single statements and transactions exclude each other.
   */
  @Override
  public <T> T runExclusively(Supplier<T> work) {
    return work.get();
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new ArchiveException("the ledger could not be closed: " + e.getMessage(), e);
    }
  }

  /** Work on a connection. */
  @FunctionalInterface
  interface ConnectionFunction<T> {
    T run(Connection connection) throws SQLException, IOException;
  }
}
