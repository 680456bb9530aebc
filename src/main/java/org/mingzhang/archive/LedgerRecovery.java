package org.mingzhang.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rebuilds a ledger from the journal and the records: all journaled tables ({@link
 * JournalTables#JOURNALED_TABLES}) and all permalinks. States of files, the crawl frontier and
 * queued mails are not restored. An instance rebuilds once.
 *
 * <p>An undamaged journal alone determines the versions. If it is damaged or missing, records that
 * it does not know are added as well, and what is unknown about them is reported.
 */
final class LedgerRecovery {
  private static final DateTimeFormatter TIMESTAMP_FORMAT =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final JournalFile journal;
  private final RecordStore records;
  private final ObjectStore objects;
  private final List<String> restorationFailures = new ArrayList<>();
  private final List<RecordStore.VersionKey> unreadableRecords = new ArrayList<>();

  LedgerRecovery(Path journal, RecordStore records, ObjectStore objects) {
    this.journal = new JournalFile(journal);
    this.records = records;
    this.objects = objects;
  }

  /**
   * Moves an unusable ledger to the folder {@code damaged}, from which it is never deleted, and
   * replaces it by a rebuilt one.
   *
   * @return what was not restored, one line each
   */
  List<String> replaceLedger(Path ledger) throws IOException {
    Path fresh = ledger.resolveSibling(ledger.getFileName() + ".new");
    for (String part : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + part));
    }
    rebuildAt(fresh);
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.READ)) {
      channel.force(true);
    }
    moveAside(ledger);
    Files.move(fresh, ledger, StandardCopyOption.ATOMIC_MOVE);
    List<String> unrestored = new ArrayList<>(restorationFailures);
    unreadableRecords.forEach(
        version -> unrestored.add("links of " + version + ": its record cannot be read"));
    return List.copyOf(unrestored);
  }

  private static void moveAside(Path ledger) throws IOException {
    Path aside = ledger.resolveSibling("damaged");
    String name = "ledger-" + TIMESTAMP_FORMAT.format(Clock.systemUTC().instant()) + ".db";
    for (String part : List.of("", "-wal", "-shm", "-journal")) {
      Path file = ledger.resolveSibling(ledger.getFileName() + part);
      if (Files.exists(file)) {
        Files.createDirectories(aside);
        Files.move(file, aside.resolve(name + part), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /**
   * Builds a ledger in a file that does not exist yet; returns what could not be restored, except
   * for the links of {@link #documentsWithUnreadableRecords}.
   *
   * @throws ArchiveException if SQLite reports an error
   */
  List<String> rebuildAt(Path newLedger) throws IOException {
    SqliteLedger.open(newLedger).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + newLedger)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=DELETE");
        statement.execute("PRAGMA synchronous=OFF");
      }
      connection.setAutoCommit(false);
      Map<String, String> links = new HashMap<>();
      boolean whole = replay(connection, links);
      if (!whole) {
        new OrphanRecordRecovery(connection, records, objects, restorationFailures).run();
      }
      PermalinkRecovery permalinks = new PermalinkRecovery(connection, records);
      permalinks.run(links.values());
      unreadableRecords.addAll(permalinks.unreadableRecords());
      connection.commit();
    } catch (SQLException e) {
      throw new ArchiveException("the ledger could not be rebuilt: " + e.getMessage(), e);
    }
    return List.copyOf(restorationFailures);
  }

  /** Ids of the documents whose links were not restored completely; empty before rebuilding. */
  Set<String> documentsWithUnreadableRecords() {
    return unreadableRecords.stream()
        .map(RecordStore.VersionKey::documentId)
        .collect(Collectors.toSet());
  }

  /**
   * Replays the journal into the tables.
   *
   * @param linesByLink receives the last line of each link
   * @return whether the journal is undamaged
   */
  private boolean replay(Connection connection, Map<String, String> linesByLink)
      throws SQLException, IOException {
    if (!journal.exists()) {
      restorationFailures.add(
          "there is no journal: addresses, removals and the order of versions are guessed");
      return false;
    }
    try (Replay replay = new Replay(connection, linesByLink)) {
      int damaged = journal.read(replay::apply);
      if (damaged + replay.rejectedCount > 0) {
        restorationFailures.add(
            (damaged + replay.rejectedCount) + " lines of the journal are damaged and left out");
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE TABLE IF NOT EXISTS journal (seq INTEGER PRIMARY KEY AUTOINCREMENT, line TEXT"
                + " NOT NULL)");
        statement.execute("INSERT INTO journal VALUES (" + replay.lastNumber + ", '')");
        statement.execute("DELETE FROM journal");
      }
      return damaged + replay.rejectedCount == 0;
    }
  }

  /** Applies journal lines to the tables. */
  private static final class Replay implements AutoCloseable {
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final PreparedStatement readSectionKey;
    private final Map<String, String> linesByLink;
    private long lastNumber;
    private int rejectedCount;

    Replay(Connection connection, Map<String, String> linesByLink) throws SQLException {
      this.linesByLink = linesByLink;
      for (JournalTables.Table table : JournalTables.JOURNALED_TABLES) {
        statements.put(
            "{\"put\":\"" + table.name() + "\"",
            connection.prepareStatement(JournalTables.insertStatement(connection, table)));
        statements.put(
            "{\"drop\":\"" + table.name() + "\"",
            connection.prepareStatement(JournalTables.deleteStatement(connection, table)));
      }
      readSectionKey =
          connection.prepareStatement(
              "SELECT json_extract(?1,'$.document') || '/' || json_extract(?1,'$.slug')");
    }

    void apply(JournalFile.JournalLine journalLine) {
      lastNumber = journalLine.number();
      int end = journalLine.text().indexOf(',');
      String deed = end < 0 ? "" : journalLine.text().substring(0, end);
      try {
        PreparedStatement statement = statements.get(deed);
        if (statement != null) {
          statement.setString(1, journalLine.text());
          statement.executeUpdate();
        } else if (deed.equals("{\"put\":\"" + JournalTables.SECTION_TABLE.name() + "\"")) {
          readSectionKey.setString(1, journalLine.text());
          try (ResultSet key = readSectionKey.executeQuery()) {
            linesByLink.put(key.getString(1), journalLine.text());
          }
        }
      } catch (SQLException e) {
        rejectedCount++;
      }
    }

    @Override
    public void close() throws SQLException {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
      readSectionKey.close();
    }
  }
}
