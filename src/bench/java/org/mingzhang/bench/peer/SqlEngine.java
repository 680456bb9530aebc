package org.mingzhang.bench.peer;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.bench.corpus.BenchDocument;
import org.mingzhang.model.Section;
import org.mingzhang.text.SearchNormalizer;

/**
 * A database with a table of sections. Returns the first ten matching rows in no particular order,
 * which is fastest.
 */
abstract class SqlEngine implements Engine {
  private final Connection connection;

  SqlEngine(Connection connection) {
    this.connection = connection;
  }

  final Connection connection() {
    return connection;
  }

  final void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  final long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      return answer.next() ? answer.getLong(1) : 0;
    }
  }

  /** The first column of all rows of a query with these values. */
  final List<String> strings(String sql, List<?> values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      List<String> strings = new ArrayList<>();
      try (ResultSet answer = statement.executeQuery()) {
        while (answer.next()) {
          strings.add(answer.getString(1));
        }
      }
      return strings;
    }
  }

  @Override
  public final void add(List<BenchDocument> documents) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("insert into sections(id, year, text) values(?, ?, ?)")) {
      for (BenchDocument document : documents) {
        for (int i = 0; i < document.sectionIds().size(); i++) {
          Section section = document.disclosure().sections().get(i);
          insert.setString(1, document.id() + "/" + document.sectionIds().get(i));
          insert.setString(2, String.valueOf(document.disclosure().metadata().year()));
          insert.setString(3, SearchNormalizer.fold(section.fullText()));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  @Override
  public List<String> phrase(String phrase, int most) throws SQLException {
    return strings(
        "select id from sections where text like ? limit ?", List.of("%" + phrase + "%", most));
  }

  @Override
  public List<String> words(List<String> words, int most) throws SQLException {
    List<Object> values = new ArrayList<>();
    words.forEach(word -> values.add("%" + word + "%"));
    values.add(most);
    return strings(
        "select id from sections where "
            + String.join(" and ", words.stream().map(w -> "text like ?").toList())
            + " limit ?",
        values);
  }

  @Override
  public int years() throws SQLException {
    return strings("select year, count(*) from sections group by year", List.of()).size();
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
