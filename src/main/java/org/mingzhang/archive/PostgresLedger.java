package org.mingzhang.archive;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger in a PostgreSQL database shared by several processes. It uses one connection for one
 * thread at a time and reconnects when the connection is lost. There is no journal, since the
 * server keeps what was committed.
 */
final class PostgresLedger implements Ledger {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresLedger.class);

  /** Key of the advisory lock for exclusive work. */
  private static final long LOCK_KEY = 0x6d696e677a68616eL;

  private static final int POLL_MILLIS = 5;

  private final SharedLedgerSettings settings;
  private final ReentrantLock exclusiveLock = new ReentrantLock();
  private Connection connection;

  private PostgresLedger(SharedLedgerSettings settings, Connection connection) {
    this.settings = settings;
    this.connection = connection;
  }

  /**
   * Opens the database and creates missing tables.
   *
   * @throws ArchiveException if it cannot be reached or was written by a newer program
   */
  static PostgresLedger open(SharedLedgerSettings settings) {
    try {
      PostgresLedger ledger = new PostgresLedger(settings, connect(settings));
      try {
        ledger.runExclusively(ledger::createTables);
        return ledger;
      } catch (RuntimeException e) {
        ledger.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new ArchiveException(
          "the ledger " + settings.urlWithoutParameters() + " cannot be reached: " + e.getMessage(),
          e);
    }
  }

  private static Connection connect(SharedLedgerSettings settings) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "mingzhang");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    if (settings.user() != null) {
      properties.setProperty("user", settings.user());
    }
    if (settings.password() != null) {
      properties.setProperty("password", settings.password());
    }
    return DriverManager.getConnection(settings.url(), properties);
  }

  private boolean createTables() {
    update("CREATE TABLE IF NOT EXISTS ledger_schema (version BIGINT NOT NULL)");
    int version =
        queryFirst(r -> r.getInt(1), "SELECT COALESCE(MAX(version), 0) FROM ledger_schema")
            .orElse(0);
    if (version > LedgerSchema.VERSION) {
      throw new ArchiveException(
          "the ledger "
              + settings.urlWithoutParameters()
              + " has version "
              + version
              + ", this program reads up to "
              + LedgerSchema.VERSION);
    }
    if (version == LedgerSchema.VERSION) {
      return false;
    }
    return callInTransaction(
        () -> {
          PostgresDialect.translateTables(LedgerSchema.creationStatements()).forEach(this::update);
          update("DELETE FROM ledger_schema");
          update("INSERT INTO ledger_schema VALUES (?)", LedgerSchema.VERSION);
          return true;
        });
  }

  /** The connection, reopened if it was lost; not within a transaction. */
  private Connection ensureConnected() throws SQLException {
    if (connection.isClosed()) {
      LOG.warn(
          "the connection to the ledger {} was lost and is reopened",
          settings.urlWithoutParameters());
      connection = connect(settings);
    }
    return connection;
  }

  @Override
  public synchronized <T> T callInTransaction(TransactionWork<T> transactionWork) {
    try {
      if (!connection.isClosed() && !connection.getAutoCommit()) {
        return transactionWork.run();
      }
      return commitWork(ensureConnected(), transactionWork);
    } catch (SQLException e) {
      throw createFault("written", e);
    }
  }

  private static <T> T commitWork(Connection workConnection, TransactionWork<T> transactionWork)
      throws SQLException {
    workConnection.setAutoCommit(false);
    try {
      T result = transactionWork.run();
      workConnection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      try {
        workConnection.rollback();
      } catch (SQLException undone) {
        e.addSuppressed(undone);
      }
      throw e;
    } finally {
      if (!workConnection.isClosed()) {
        workConnection.setAutoCommit(true);
      }
    }
  }

  /**
   * Uses an advisory lock of the connection. The lock is released when this process dies, but also
   * when the connection is lost; the work then continues without it.
   */
  @Override
  public <T> T runExclusively(Supplier<T> work) {
    exclusiveLock.lock();
    try {
      if (exclusiveLock.getHoldCount() > 1) {
        return work.get();
      }
      acquireLock();
      try {
        return work.get();
      } finally {
        releaseLock();
      }
    } finally {
      exclusiveLock.unlock();
    }
  }

  /**
   * Polls for the lock, so that other threads can use the ledger meanwhile.
   *
   * @throws ArchiveException if the thread is interrupted
   */
  private void acquireLock() {
    while (!tryAcquireLock()) {
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ArchiveException("interrupted while the ledger was waited for", e);
      }
    }
  }

  private boolean tryAcquireLock() {
    return queryFirst(r -> r.getBoolean(1), "SELECT pg_try_advisory_lock(?)", LOCK_KEY)
        .orElse(false);
  }

  private void releaseLock() {
    boolean held =
        queryFirst(r -> r.getBoolean(1), "SELECT pg_advisory_unlock(?)", LOCK_KEY).orElse(false);
    if (!held) {
      LOG.warn("the connection to the ledger was lost during exclusive work");
    }
  }

  @Override
  public synchronized int executeUpdate(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw createFault("written", e);
    }
  }

  @Override
  public synchronized long insert(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = prepare(sql + " RETURNING id", values);
        ResultSet id = statement.executeQuery()) {
      id.next();
      return id.getLong(1);
    } catch (SQLException e) {
      throw createFault("written", e);
    }
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
      throw createFault("read", e);
    } catch (DateTimeException | IllegalArgumentException | NullPointerException e) {
      throw new ArchiveException("the ledger has a row that cannot be read: " + e, e);
    }
  }

  private ArchiveException createFault(String subject, SQLException e) {
    return new ArchiveException(
        "the ledger "
            + settings.urlWithoutParameters()
            + " could not be "
            + subject
            + ": "
            + e.getMessage(),
        e);
  }

  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement =
        ensureConnected().prepareStatement(PostgresDialect.translate(sql));
    Ledger.bind(statement, Arrays.stream(values).map(PostgresDialect::translateValue).toArray());
    return statement;
  }

  /** Runs {@code VACUUM}, which the server otherwise runs by itself. */
  @Override
  public synchronized void compact() {
    try (Statement statement = ensureConnected().createStatement()) {
      statement.execute("VACUUM");
    } catch (SQLException e) {
      throw createFault("written", e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new ArchiveException("the ledger could not be closed: " + e.getMessage(), e);
    }
  }
}
