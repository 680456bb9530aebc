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

/**
 * Makes a ledger again from the journal and the records: documents, versions, removals and every
 * permalink. What was noted of files is not made again, so that all files are looked at again.
 *
 * <p>Where the journal is whole, it alone says which versions there are. Where it is damaged or was
 * never written, records that it does not know are taken in as well; what cannot be known of them
 * is told.
 */
final class LedgerRecovery {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final JournalFile journal;
  private final RecordStore records;
  private final ObjectStore objects;
  private final List<String> told = new ArrayList<>();

  /** A recovery from an archive's folder. */
  LedgerRecovery(Path journal, RecordStore records, ObjectStore objects) {
    this.journal = new JournalFile(journal);
    this.records = records;
    this.objects = objects;
  }

  /**
   * Moves a ledger that cannot be used aside, never to be deleted by the program, and puts one in
   * its place that was made again.
   *
   * @return what was not restored, one line each
   */
  List<String> replace(Path ledger) throws IOException {
    Path fresh = ledger.resolveSibling(ledger.getFileName() + ".new");
    for (String part : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + part));
    }
    make(fresh);
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.READ)) {
      channel.force(true);
    }
    moveAside(ledger);
    Files.move(fresh, ledger, StandardCopyOption.ATOMIC_MOVE);
    return List.copyOf(told);
  }

  private static void moveAside(Path ledger) throws IOException {
    Path aside = ledger.resolveSibling("damaged");
    String name = "ledger-" + TIME.format(Clock.systemUTC().instant()) + ".db";
    for (String part : List.of("", "-wal", "-shm", "-journal")) {
      Path file = ledger.resolveSibling(ledger.getFileName() + part);
      if (Files.exists(file)) {
        Files.createDirectories(aside);
        Files.move(file, aside.resolve(name + part), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /** Makes a ledger in a new file; returns what was not restored. */
  List<String> make(Path fresh) throws IOException {
    SqliteLedger.open(fresh).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + fresh)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=DELETE");
        statement.execute("PRAGMA synchronous=OFF");
      }
      connection.setAutoCommit(false);
      Map<String, String> links = new HashMap<>();
      boolean whole = replay(connection, links);
      if (!whole) {
        new RecordAdoption(connection, records, objects, told).run();
      }
      new LinkRecovery(connection, records, told).run(links.values());
      connection.commit();
    } catch (SQLException e) {
      throw new ArchiveException("the ledger could not be made again: " + e.getMessage(), e);
    }
    return List.copyOf(told);
  }

  /**
   * Puts the rows of the journal into the tables.
   *
   * @param links collects the last line of each link
   * @return whether the journal is whole
   */
  private boolean replay(Connection connection, Map<String, String> links)
      throws SQLException, IOException {
    if (!journal.exists()) {
      told.add("there is no journal: addresses, removals and the order of versions are guessed");
      return false;
    }
    try (Replay replay = new Replay(connection, links)) {
      int damaged = journal.read(replay::take);
      if (damaged + replay.refused > 0) {
        told.add((damaged + replay.refused) + " lines of the journal are damaged and left out");
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE TABLE IF NOT EXISTS journal (seq INTEGER PRIMARY KEY AUTOINCREMENT, line TEXT"
                + " NOT NULL)");
        statement.execute("INSERT INTO journal VALUES (" + replay.last + ", '')");
        statement.execute("DELETE FROM journal");
      }
      return damaged + replay.refused == 0;
    }
  }

  /** Takes one line after the other. */
  private static final class Replay implements AutoCloseable {
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final PreparedStatement link;
    private final Map<String, String> links;
    private long last;
    private int refused;

    Replay(Connection connection, Map<String, String> links) throws SQLException {
      this.links = links;
      for (JournalTables.Table table : JournalTables.WHOLE) {
        statements.put(
            "{\"put\":\"" + table.name() + "\"",
            connection.prepareStatement(JournalTables.put(connection, table)));
        statements.put(
            "{\"drop\":\"" + table.name() + "\"",
            connection.prepareStatement(JournalTables.drop(connection, table)));
      }
      link =
          connection.prepareStatement(
              "SELECT json_extract(?1,'$.document') || '/' || json_extract(?1,'$.slug')");
    }

    void take(JournalFile.Line line) {
      last = line.number();
      int end = line.text().indexOf(',');
      String deed = end < 0 ? "" : line.text().substring(0, end);
      try {
        PreparedStatement statement = statements.get(deed);
        if (statement != null) {
          statement.setString(1, line.text());
          statement.executeUpdate();
        } else if (deed.equals("{\"put\":\"" + JournalTables.LINKS.name() + "\"")) {
          link.setString(1, line.text());
          try (ResultSet key = link.executeQuery()) {
            links.put(key.getString(1), line.text());
          }
        }
      } catch (SQLException e) {
        refused++;
      }
    }

    @Override
    public void close() throws SQLException {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
      link.close();
    }
  }
}
