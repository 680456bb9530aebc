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
 * The journal beside the ledger, with the data that the records lack. {@link LedgerRecovery}
 * rebuilds the ledger from both.
 *
 * <p>A change and its journal line are written in one transaction of the database; {@link
 * #copyToFile} then copies the line to the file. If that fails, as on a full disk, the lines stay
 * in the database and are copied with the next. Used under the ledger's lock.
 */
final class LedgerJournal {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerJournal.class);

  /**
   * The file is rewritten when journaling starts and it is larger, in bytes, than this and than
   * {@link #MAX_BYTES_PER_VERSION} for each version.
   */
  private static final long MIN_REWRITE_BYTES = 1L << 20;

  private static final long MAX_BYTES_PER_VERSION = 1200;

  private final JournalFile file;
  private long lastWrittenNumber;

  LedgerJournal(Path file) {
    this.file = new JournalFile(file);
  }

  /**
   * Starts journaling the changes of a connection, and brings the file up to date: waiting lines
   * are copied to it; if they do not continue it, or if it is missing or too long, it is rewritten.
   *
   * @return whether the ledger contains all changes of the file; if not, it has lost changes and
   *     must be rebuilt
   */
  boolean startJournaling(Connection connection) throws SQLException, IOException {
    JournalTables.createTriggers(connection);
    file.dropUnfinishedLine();
    long last = file.lastNumber();
    long known = readSequence(connection);
    if (known < last) {
      return false;
    }
    if (!file.exists() || !isContinuous(connection, last) || isTooLong(connection)) {
      rewriteFile(connection);
    } else {
      boolean unused = copyToFile(connection);
    }
    return true;
  }

  /** Whether the lines waiting in the database continue the lines in the file without a gap. */
  private static boolean isContinuous(Connection connection, long lastNumber) throws SQLException {
    List<JournalFile.JournalLine> waiting = waitingLines(connection);
    return readSequence(connection) == lastNumber
        || (!waiting.isEmpty() && waiting.getFirst().number() <= lastNumber + 1);
  }

  private boolean isTooLong(Connection connection) throws SQLException, IOException {
    long bytes = file.size();
    return bytes > MIN_REWRITE_BYTES
        && bytes
            > MAX_BYTES_PER_VERSION * queryNumber(connection, "SELECT COUNT(*) FROM main.version");
  }

  private static long readSequence(Connection connection) throws SQLException {
    return queryNumber(
        connection, "SELECT COALESCE(MAX(seq),0) FROM sqlite_sequence WHERE name='journal'");
  }

  private static long queryNumber(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.getLong(1);
    }
  }

  private static List<JournalFile.JournalLine> waitingLines(Connection connection)
      throws SQLException {
    List<JournalFile.JournalLine> journalLines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet each = statement.executeQuery("SELECT seq, line FROM journal ORDER BY seq")) {
      while (each.next()) {
        journalLines.add(new JournalFile.JournalLine(each.getLong(1), each.getString(2)));
      }
    }
    return journalLines;
  }

  /** The number of damaged lines of the file. */
  int damagedLineCount() throws IOException {
    return file.read(journalLine -> {});
  }

  /**
   * Copies waiting lines from the database to the file; on failure they are copied next time.
   *
   * @return whether no line waits
   */
  boolean copyToFile(Connection connection) throws SQLException {
    List<JournalFile.JournalLine> journalLines =
        waitingLines(connection).stream()
            .filter(journalLine -> journalLine.number() > lastWrittenNumber)
            .toList();
    if (journalLines.isEmpty()) {
      return true;
    }
    try {
      file.append(journalLines);
      lastWrittenNumber = journalLines.getLast().number();
      return true;
    } catch (IOException full) {
      LOG.warn(
          "the journal file could not be written; its lines stay in the ledger: {}",
          full.toString());
      return false;
    }
  }

  /**
   * Deletes from the database, within the current transaction, the lines that were copied to the
   * file.
   */
  void deleteCopied(Connection connection) throws SQLException {
    if (lastWrittenNumber > 0) {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM journal WHERE seq<=?")) {
        delete.setLong(1, lastWrittenNumber);
        delete.executeUpdate();
      }
    }
  }

  /** Rewrites the file from the current rows of the ledger. */
  void rewriteFile(Connection connection) throws SQLException, IOException {
    long now = readSequence(connection);
    List<JournalFile.JournalLine> journalLines = new ArrayList<>();
    for (String query : JournalTables.rowQueries(connection)) {
      try (Statement statement = connection.createStatement();
          ResultSet each = statement.executeQuery(query)) {
        while (each.next()) {
          journalLines.add(new JournalFile.JournalLine(0, each.getString(1)));
        }
      }
    }
    journalLines.add(new JournalFile.JournalLine(now, "{\"rows\":" + journalLines.size() + "}"));
    file.replace(journalLines);
    lastWrittenNumber = now;
  }
}
