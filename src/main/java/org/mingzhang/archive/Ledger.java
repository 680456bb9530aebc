package org.mingzhang.archive;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The database of the archive: a file ({@link SqliteLedger}) or tables of a shared server ({@link
 * PostgresLedger}). Statements are written in SQL that both understand; differences are translated
 * by {@link PostgresDialect}. A transaction is on disk when it returns. Methods that access the
 * database throw {@link ArchiveException} if it cannot be read or written. Thread-safe.
 */
interface Ledger extends AutoCloseable {
  /**
   * Runs changes in a transaction; reentrant. Only the outermost call commits, or rolls everything
   * back if an exception leaves it.
   */
  <T> T callInTransaction(TransactionWork<T> transactionWork);

  /** Runs changes without a result in a transaction; reentrant. */
  default void runInTransaction(VoidTransactionWork transactionChanges) {
    boolean unused =
        callInTransaction(
            () -> {
              transactionChanges.run();
              return true;
            });
  }

  /**
   * Runs work while no other process runs work this way, and with a shared ledger no other thread
   * either; reentrant. Must not be started within a transaction.
   */
  <T> T runExclusively(Supplier<T> work);

  /**
   * Executes an update and returns the number of changed rows; null values are SQL {@code NULL}, as
   * in all methods below.
   */
  int executeUpdate(String sql, @Nullable Object... values);

  /** Executes an update. */
  default void update(String sql, @Nullable Object... values) {
    int unused = executeUpdate(sql, values);
  }

  /** Inserts a row and returns its generated id. */
  long insert(String sql, @Nullable Object... values);

  /** All rows that a query returns. */
  <T> List<T> list(RowMapper<T> rowMapper, String sql, @Nullable Object... values);

  /** The first row that a query returns; empty if there is none. Reads all rows. */
  default <T> Optional<T> queryFirst(
      RowMapper<T> rowMapper, String sql, @Nullable Object... values) {
    return list(rowMapper, sql, values).stream().findFirst();
  }

  /** Returns unused space to the disk. */
  void compact();

  @Override
  void close();

  /** Sets the parameters of a statement; booleans become 1 or 0. */
  static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      statement.setObject(i + 1, value instanceof Boolean truth ? (truth ? 1 : 0) : value);
    }
  }

  /** Converts the current row of a result to a value. */
  @FunctionalInterface
  interface RowMapper<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Work in a transaction without a result. */
  @FunctionalInterface
  interface VoidTransactionWork {
    void run() throws SQLException;
  }

  /** Work in a transaction that returns a result. */
  @FunctionalInterface
  interface TransactionWork<T> {
    T run() throws SQLException;
  }
}
