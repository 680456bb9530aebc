package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Detects damage in a ledger. SQLite's integrity check finds broken pages and indexes; a page that
 * was changed but is still readable is found by rebuilding the ledger from the journal and the
 * records and comparing all rows.
 */
final class LedgerCheck {
  private static final int MAX_FAULTS = 20;

  private static final Pattern UNREADABLE_PAGE =
      Pattern.compile("SQLITE_IOERR_(READ|SHORT_READ|CORRUPTFS)");

  private LedgerCheck() {}

  /**
   * As {@link #checkIntegrity(Connection)}, on a separate connection, so that users of the ledger
   * do not wait; the check of a large ledger takes minutes.
   *
   * @throws ArchiveException if the ledger cannot be checked now
   */
  static List<String> checkIntegrity(Path ledger) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only=1");
      statement.execute("PRAGMA busy_timeout=5000");
      return checkIntegrity(connection);
    } catch (SQLException e) {
      return List.of(toFault(e));
    }
  }

  /**
   * The first {@link #MAX_FAULTS} faults found by SQLite's integrity check. A check that fails
   * because of damage counts as a fault.
   *
   * @throws ArchiveException if the check fails for another reason, such as a ledger in use or too
   *     many open files
   */
  static List<String> checkIntegrity(Connection connection) {
    List<String> faults = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet each = statement.executeQuery("PRAGMA integrity_check(" + MAX_FAULTS + ")")) {
      while (each.next()) {
        String statedText = each.getString(1);
        if (!statedText.equals("ok")) {
          faults.add("the ledger is damaged: " + statedText.strip());
        }
      }
    } catch (SQLException e) {
      faults.add(toFault(e));
    }
    return faults;
  }

  /**
   * Describes the damage because of which a check failed.
   *
   * @throws ArchiveException if the check failed for another reason
   */
  static String toFault(SQLException failure) {
    ArchiveException classified =
        LedgerFaultClassifier.toException("the ledger could not be checked", failure);
    if (classified instanceof DamagedLedgerException
        || UNREADABLE_PAGE.matcher(String.valueOf(failure.getMessage())).find()) {
      return "the ledger is damaged: " + failure.getMessage();
    }
    throw classified;
  }

  /**
   * Compares all journaled rows and permalinks with a rebuilt ledger; no one may change the ledger
   * meanwhile. The permalinks of documents with an unreadable record are left out: they cannot be
   * rebuilt, and the record is reported as faulty elsewhere.
   *
   * @return one line for each part that could not be rebuilt, and for up to {@link #MAX_FAULTS}
   *     differing and as many missing rows of each table
   */
  static List<String> compareWithRebuilt(Connection connection, LedgerRecovery recovery)
      throws SQLException, IOException {
    Path folder = Files.createTempDirectory("ledger");
    try {
      Path fresh = folder.resolve("fresh.db");
      List<String> faults = new ArrayList<>(recovery.rebuildAt(fresh));
      try (Statement statement = connection.createStatement()) {
        statement.execute("ATTACH DATABASE '" + fresh.toString().replace("'", "''") + "' AS fresh");
        try {
          for (JournalTables.Table table : JournalTables.JOURNALED_TABLES) {
            addDifferences(connection, table, faults);
          }
          addDifferences(
              connection,
              JournalTables.sectionTableWithout(recovery.documentsWithUnreadableRecords()),
              faults);
        } finally {
          statement.execute("DETACH DATABASE fresh");
        }
      }
      return faults;
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static void addDifferences(
      Connection connection, JournalTables.Table table, List<String> faults) throws SQLException {
    List<JournalTables.DatabaseColumn> columns = JournalTables.columns(connection, table);
    String all =
        columns.stream().map(JournalTables.DatabaseColumn::name).collect(Collectors.joining(", "));
    String key =
        columns.stream()
            .filter(JournalTables.DatabaseColumn::isKey)
            .map(JournalTables.DatabaseColumn::name)
            .collect(Collectors.joining(" || ' ' || "));
    String only = table.conditionClause("WHERE", "");
    String here = " FROM main." + table.name() + only;
    String there = " FROM fresh." + table.name() + only;
    String differing = "SELECT %s FROM (SELECT %s%s EXCEPT SELECT %s%s) LIMIT " + MAX_FAULTS;
    for (String one : queryKeys(connection, differing.formatted(key, all, here, all, there))) {
      faults.add("the ledger's " + table.name() + " " + one + " differs from the rebuilt ledger");
    }
    String missing = "SELECT %s%s EXCEPT SELECT %s%s LIMIT " + MAX_FAULTS;
    for (String one : queryKeys(connection, missing.formatted(key, there, key, here))) {
      faults.add("the ledger's " + table.name() + " " + one + " is missing");
    }
  }

  private static List<String> queryKeys(Connection connection, String query) throws SQLException {
    List<String> keys = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet each = statement.executeQuery(query)) {
      while (each.next()) {
        keys.add(String.valueOf(each.getString(1)));
      }
    }
    return keys;
  }
}
