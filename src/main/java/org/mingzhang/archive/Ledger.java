package org.mingzhang.archive;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The database under the archive: a file ({@link SqliteLedger}), or tables of a server that several
 * machines share ({@link PostgresLedger}). Those who use it write SQL that both understand; what
 * they do not is translated in one place, {@link PostgresDialect}. What a transaction has returned
 * is on the disk. Safe on many threads.
 */
interface Ledger extends AutoCloseable {
  /**
   * Runs several changes as one: all of them are kept, or none. One within another is part of it.
   */
  <T> T transaction(Work<T> work);

  /**
   * Does something while no other process and no other thread does something so. One within another
   * is part of it. Not to be begun within a transaction.
   */
  <T> T alone(Supplier<T> work);

  /** Changes rows; returns how many. */
  int change(String sql, @Nullable Object... values);

  /** Changes rows. */
  default void update(String sql, @Nullable Object... values) {
    int unused = change(sql, values);
  }

  /** Adds a row; returns the number it was given. */
  long insert(String sql, @Nullable Object... values);

  /** All rows a query finds. */
  <T> List<T> list(Row<T> row, String sql, @Nullable Object... values);

  /** The first row a query finds. */
  default <T> Optional<T> first(Row<T> row, String sql, @Nullable Object... values) {
    return list(row, sql, values).stream().findFirst();
  }

  /** Gives room that is no longer used back to the disk. */
  void compact();

  @Override
  void close();

  /** Gives a statement its values; a truth is 1 or 0. */
  static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      statement.setObject(i + 1, value instanceof Boolean truth ? (truth ? 1 : 0) : value);
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
