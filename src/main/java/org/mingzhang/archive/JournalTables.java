package org.mingzhang.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The SQL for the rows of the ledger that are written to its journal. A row is a JSON object of its
 * columns that begins with the operation and the table: {@code {"put":"removal","document":…}},
 * {@code {"drop":"removal",…}}. JSON is written and read by SQLite.
 *
 * <p>Data that can be restored without the journal is not in it: links other than redirections,
 * which the records contain; the states of files and the waiting files of folders, because all
 * files are checked again; and the crawl frontier, because all sites are visited again. The
 * provenance of collected documents is journaled.
 */
final class JournalTables {
  /**
   * A table whose rows are journaled.
   *
   * @param name name of the table
   * @param omittedColumn column that is not journaled, empty for none
   * @param condition SQL condition of the journaled rows, with {@code %s} before each column; empty
   *     for all rows
   */
  record Table(String name, String omittedColumn, String condition) {
    /**
     * The condition after {@code WHEN} or {@code WHERE}, with a prefix for columns; empty for all
     * rows.
     */
    String conditionClause(String keyword, String prefix) {
      return condition.isEmpty() ? "" : " " + keyword + " " + condition.replace("%s", prefix);
    }
  }

  /** The journaled tables in the order of restoring. */
  static final List<Table> JOURNALED_TABLES =
      List.of(
          new Table("document", "", ""),
          new Table("version", "indexed", ""),
          new Table("removal", "", ""),
          new Table("address", "", ""),
          new Table("alert", "", ""),
          new Table("dossier", "", ""),
          new Table("intake", "", "%sorigin<>'FOLDER'"));

  static final Table SECTION_TABLE = new Table("section", "", "");

  /** The section table without the rows of some documents. */
  static Table sectionTableWithout(Set<String> documentIds) {
    String ids =
        documentIds.stream()
            .sorted()
            .map(id -> "'" + id.replace("'", "''") + "'")
            .collect(Collectors.joining(","));
    return new Table(SECTION_TABLE.name(), "", "%sdocument NOT IN (" + ids + ")");
  }

  /**
   * A column of a table as the database describes it.
   *
   * @param name its name
   * @param isKey whether it belongs to the primary key
   * @param defaultValue SQL literal for rows of the journal without the column
   */
  record DatabaseColumn(String name, boolean isKey, String defaultValue) {}

  private JournalTables() {}

  /** The columns of a table, without the one that is not journaled. */
  static List<DatabaseColumn> columns(Connection connection, Table table) throws SQLException {
    List<DatabaseColumn> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet each = statement.executeQuery("PRAGMA main.table_info(" + table.name() + ")")) {
      while (each.next()) {
        String given = each.getString("dflt_value");
        String empty = each.getString("type").startsWith("INT") ? "0" : "''";
        String otherwise = given != null ? given : each.getBoolean("notnull") ? empty : "NULL";
        String name = each.getString("name");
        if (!name.equals(table.omittedColumn())) {
          columns.add(new DatabaseColumn(name, each.getInt("pk") > 0, otherwise));
        }
      }
    }
    return columns;
  }

  /**
   * Creates the table {@code journal} if it is missing, and temporary triggers by which this
   * connection writes its changes to it.
   */
  static void createTriggers(Connection connection) throws SQLException {
    List<String> triggers = new ArrayList<>();
    for (Table table : JOURNALED_TABLES) {
      List<DatabaseColumn> columns = columns(connection, table);
      String name = table.name();
      String put = journalTriggerBody(jsonObjectExpression("put", name, columns, "NEW."));
      String written = columns.stream().map(DatabaseColumn::name).collect(Collectors.joining(", "));
      String wanted = table.conditionClause("WHEN", "NEW.");
      triggers.add(name + "_put AFTER INSERT ON main." + name + wanted + put);
      triggers.add(
          name + "_changed AFTER UPDATE OF " + written + " ON main." + name + wanted + put);
      List<DatabaseColumn> key = columns.stream().filter(DatabaseColumn::isKey).toList();
      String drop = journalTriggerBody(jsonObjectExpression("drop", name, key, "OLD."));
      triggers.add(
          name
              + "_drop AFTER DELETE ON main."
              + name
              + table.conditionClause("WHEN", "OLD.")
              + drop);
    }
    List<DatabaseColumn> link = columns(connection, SECTION_TABLE);
    triggers.add(
        "link_moved AFTER UPDATE OF target ON main.section"
            + journalTriggerBody(jsonObjectExpression("put", SECTION_TABLE.name(), link, "NEW.")));
    triggers.add(
        "link_back BEFORE INSERT ON main.section WHEN EXISTS (SELECT 1 FROM section WHERE"
            + " document=NEW.document AND slug=NEW.slug AND target IS NOT NULL)"
            + journalTriggerBody(jsonObjectExpression("put", SECTION_TABLE.name(), link, "NEW.")));
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS journal (seq INTEGER PRIMARY KEY AUTOINCREMENT, line TEXT"
              + " NOT NULL)");
      for (String trigger : triggers) {
        statement.execute("CREATE TEMP TRIGGER journal_" + trigger);
      }
    }
  }

  private static String journalTriggerBody(String jsonExpression) {
    return " BEGIN INSERT INTO journal(line) VALUES (" + jsonExpression + "); END";
  }

  private static String jsonObjectExpression(
      String operation, String table, List<DatabaseColumn> columns, String rowPrefix) {
    return "json_object('"
        + operation
        + "','"
        + table
        + "',"
        + columns.stream()
            .map(c -> "'" + c.name() + "'," + rowPrefix + c.name())
            .collect(Collectors.joining(","))
        + ")";
  }

  /** Queries for all journaled rows in the form of journal lines. */
  static List<String> rowQueries(Connection connection) throws SQLException {
    List<String> queries = new ArrayList<>();
    for (Table table : JOURNALED_TABLES) {
      queries.add(
          "SELECT "
              + jsonObjectExpression("put", table.name(), columns(connection, table), "")
              + " FROM main."
              + table.name()
              + table.conditionClause("WHERE", "")
              + " ORDER BY rowid");
    }
    queries.add(
        "SELECT "
            + jsonObjectExpression(
                "put", SECTION_TABLE.name(), columns(connection, SECTION_TABLE), "")
            + " FROM main.section WHERE target IS NOT NULL ORDER BY rowid");
    return queries;
  }

  /**
   * Statement that inserts or replaces a row from its JSON, the first parameter; the omitted column
   * becomes 0.
   */
  static String insertStatement(Connection connection, Table table) throws SQLException {
    List<DatabaseColumn> columns = columns(connection, table);
    String left = table.omittedColumn().isEmpty() ? "" : ", " + table.omittedColumn();
    return "INSERT OR REPLACE INTO "
        + table.name()
        + " ("
        + columns.stream().map(DatabaseColumn::name).collect(Collectors.joining(", "))
        + left
        + ") SELECT "
        + columns.stream()
            .map(c -> "COALESCE(json_extract(?1,'$." + c.name() + "')," + c.defaultValue() + ")")
            .collect(Collectors.joining(", "))
        + (left.isEmpty() ? "" : ", 0");
  }

  /** Statement that deletes a row by the key in its JSON, the first parameter. */
  static String deleteStatement(Connection connection, Table table) throws SQLException {
    return "DELETE FROM "
        + table.name()
        + " WHERE "
        + columns(connection, table).stream()
            .filter(DatabaseColumn::isKey)
            .map(c -> c.name() + "=json_extract(?1,'$." + c.name() + "')")
            .collect(Collectors.joining(" AND "));
  }
}
