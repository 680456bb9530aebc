package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal beside the ledger: what the records do not say and the ledger would take with it if
 * it were lost. {@link LedgerRecovery} makes the ledger again from it and the records.
 *
 * <p>A change and its line are one transaction of the database; {@link #write} then copies the line
 * to the file. Where that fails, on a full disk, the lines stay in the database and are written
 * with the next. Used under the ledger's lock.
 */
final class LedgerJournal {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerJournal.class);

  /** A file is written anew when it has grown beyond this and beyond so much for a row. */
  private static final long SMALL = 1L << 20;

  private static final long BYTES_A_ROW = 1200;

  private final JournalFile file;
  private long written;

  LedgerJournal(Path file) {
    this.file = new JournalFile(file);
  }

  /**
   * Begins to write down what a connection changes.
   *
   * @return whether the ledger has all that the file has; if not, it has lost changes that were on
   *     the disk and must be made again
   */
  boolean begin(Connection connection) throws SQLException, IOException {
    JournalTables.watch(connection);
    file.dropUnfinishedLine();
    long last = file.lastNumber();
    long known = sequence(connection);
    if (known < last) {
      return false;
    }
    if (!file.exists() || !continues(connection, last) || tooLong(connection)) {
      replace(connection);
    } else {
      write(connection);
    }
    return true;
  }

  /** Whether what waits in the database follows what is in the file. */
  private static boolean continues(Connection connection, long last) throws SQLException {
    List<JournalFile.Line> waiting = waiting(connection);
    return sequence(connection) == last
        || (!waiting.isEmpty() && waiting.getFirst().number() <= last + 1);
  }

  private boolean tooLong(Connection connection) throws SQLException, IOException {
    long bytes = file.bytes();
    return bytes > SMALL
        && bytes > BYTES_A_ROW * number(connection, "SELECT COUNT(*) FROM main.version");
  }

  private static long sequence(Connection connection) throws SQLException {
    return number(
        connection, "SELECT COALESCE(MAX(seq),0) FROM sqlite_sequence WHERE name='journal'");
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.getLong(1);
    }
  }

  private static List<JournalFile.Line> waiting(Connection connection) throws SQLException {
    List<JournalFile.Line> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet each = statement.executeQuery("SELECT seq, line FROM journal ORDER BY seq")) {
      while (each.next()) {
        lines.add(new JournalFile.Line(each.getLong(1), each.getString(2)));
      }
    }
    return lines;
  }

  /** How many lines of the file are damaged. */
  int damagedLines() throws IOException {
    return file.read(line -> {});
  }

  /** Copies the lines that wait in the database to the file; a fault is left to the next time. */
  void write(Connection connection) throws SQLException {
    List<JournalFile.Line> lines =
        waiting(connection).stream().filter(line -> line.number() > written).toList();
    if (lines.isEmpty()) {
      return;
    }
    try {
      file.append(lines);
      written = lines.getLast().number();
    } catch (IOException full) {
      LOG.warn("the journal could not be written and waits in the ledger: {}", full.toString());
    }
  }

  /** Takes the lines that are in the file out of the database, within a transaction under way. */
  void forget(Connection connection) throws SQLException {
    if (written > 0) {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM journal WHERE seq<=?")) {
        delete.setLong(1, written);
        delete.executeUpdate();
      }
    }
  }

  /** Writes the file anew from what the ledger has now. */
  void replace(Connection connection) throws SQLException, IOException {
    long now = sequence(connection);
    List<JournalFile.Line> lines = new ArrayList<>();
    for (String query : JournalTables.present(connection)) {
      try (Statement statement = connection.createStatement();
          ResultSet each = statement.executeQuery(query)) {
        while (each.next()) {
          lines.add(new JournalFile.Line(0, each.getString(1)));
        }
      }
    }
    lines.add(new JournalFile.Line(now, "{\"rows\":" + lines.size() + "}"));
    file.replace(lines);
    written = now;
  }
}
