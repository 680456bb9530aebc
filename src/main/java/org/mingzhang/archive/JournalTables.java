package org.mingzhang.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which rows of the ledger are written to its journal, and the SQL for it. A row is a JSON object
 * of its columns that begins with the deed and the table: {@code {"put":"removal","document":…}},
 * {@code {"drop":"removal",…}}. JSON is written and read by SQLite itself.
 *
 * <p>Of the table of links only where a link leads that moved is written: everything else about
 * links is in the records. What was noted of files is not written, nor which files of folders wait:
 * files are looked at again. Of what was collected the provenance of each address is written, not
 * the frontier: sites are visited again.
 */
final class JournalTables {
  /**
   * A table whose rows are all written.
   *
   * @param name of the table
   * @param left column that is not written, empty for none
   * @param only condition of the rows that are written, {@code %s} before each column; empty for
   *     all
   */
  record Table(String name, String left, String only) {
    /** What follows {@code WHEN} or {@code WHERE}, each column with a prefix; empty for all. */
    String condition(String word, String prefix) {
      return only.isEmpty() ? "" : " " + word + " " + only.replace("%s", prefix);
    }
  }

  /** In the order in which rows are put back. */
  static final List<Table> WHOLE =
      List.of(
          new Table("document", "", ""),
          new Table("version", "indexed", ""),
          new Table("removal", "", ""),
          new Table("address", "", ""),
          new Table("alert", "", ""),
          new Table("dossier", "", ""),
          new Table("intake", "", "%sorigin<>'FOLDER'"));

  static final Table LINKS = new Table("section", "", "");

  /** A column of a table as the database describes it. */
  record Column(String name, boolean key, String otherwise) {}

  private JournalTables() {}

  /** The columns that are written. */
  static List<Column> columns(Connection connection, Table table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet each = statement.executeQuery("PRAGMA main.table_info(" + table.name() + ")")) {
      while (each.next()) {
        String given = each.getString("dflt_value");
        String empty = each.getString("type").startsWith("INT") ? "0" : "''";
        String otherwise = given != null ? given : each.getBoolean("notnull") ? empty : "NULL";
        String name = each.getString("name");
        if (!name.equals(table.left())) {
          columns.add(new Column(name, each.getInt("pk") > 0, otherwise));
        }
      }
    }
    return columns;
  }

  /** Makes this connection write what it changes into the table {@code journal}. */
  static void watch(Connection connection) throws SQLException {
    List<String> triggers = new ArrayList<>();
    for (Table table : WHOLE) {
      List<Column> columns = columns(connection, table);
      String name = table.name();
      String put = write(object("put", name, columns, "NEW."));
      String written = columns.stream().map(Column::name).collect(Collectors.joining(", "));
      String wanted = table.condition("WHEN", "NEW.");
      triggers.add(name + "_put AFTER INSERT ON main." + name + wanted + put);
      triggers.add(
          name + "_changed AFTER UPDATE OF " + written + " ON main." + name + wanted + put);
      List<Column> key = columns.stream().filter(Column::key).toList();
      String drop = write(object("drop", name, key, "OLD."));
      triggers.add(
          name + "_drop AFTER DELETE ON main." + name + table.condition("WHEN", "OLD.") + drop);
    }
    List<Column> link = columns(connection, LINKS);
    triggers.add(
        "link_moved AFTER UPDATE OF target ON main.section"
            + write(object("put", LINKS.name(), link, "NEW.")));
    triggers.add(
        "link_back BEFORE INSERT ON main.section WHEN EXISTS (SELECT 1 FROM section WHERE"
            + " document=NEW.document AND slug=NEW.slug AND target IS NOT NULL)"
            + write(object("put", LINKS.name(), link, "NEW.")));
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS journal (seq INTEGER PRIMARY KEY AUTOINCREMENT, line TEXT"
              + " NOT NULL)");
      for (String trigger : triggers) {
        statement.execute("CREATE TEMP TRIGGER journal_" + trigger);
      }
    }
  }

  private static String write(String object) {
    return " BEGIN INSERT INTO journal(line) VALUES (" + object + "); END";
  }

  private static String object(String deed, String table, List<Column> columns, String row) {
    return "json_object('"
        + deed
        + "','"
        + table
        + "',"
        + columns.stream()
            .map(c -> "'" + c.name() + "'," + row + c.name())
            .collect(Collectors.joining(","))
        + ")";
  }

  /** Selects every row that the journal has to hold, as the lines it would have. */
  static List<String> present(Connection connection) throws SQLException {
    List<String> queries = new ArrayList<>();
    for (Table table : WHOLE) {
      queries.add(
          "SELECT "
              + object("put", table.name(), columns(connection, table), "")
              + " FROM main."
              + table.name()
              + table.condition("WHERE", "")
              + " ORDER BY rowid");
    }
    queries.add(
        "SELECT "
            + object("put", LINKS.name(), columns(connection, LINKS), "")
            + " FROM main.section WHERE target IS NOT NULL ORDER BY rowid");
    return queries;
  }

  /** Puts a written row, the first parameter, into its table. */
  static String put(Connection connection, Table table) throws SQLException {
    List<Column> columns = columns(connection, table);
    String left = table.left().isEmpty() ? "" : ", " + table.left();
    return "INSERT OR REPLACE INTO "
        + table.name()
        + " ("
        + columns.stream().map(Column::name).collect(Collectors.joining(", "))
        + left
        + ") SELECT "
        + columns.stream()
            .map(c -> "COALESCE(json_extract(?1,'$." + c.name() + "')," + c.otherwise() + ")")
            .collect(Collectors.joining(", "))
        + (left.isEmpty() ? "" : ", 0");
  }

  /** Takes the row away that a written key, the first parameter, names. */
  static String drop(Connection connection, Table table) throws SQLException {
    return "DELETE FROM "
        + table.name()
        + " WHERE "
        + columns(connection, table).stream()
            .filter(Column::key)
            .map(c -> c.name() + "=json_extract(?1,'$." + c.name() + "')")
            .collect(Collectors.joining(" AND "));
  }
}
