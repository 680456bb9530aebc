package org.mingzhang.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** SQLite with FTS5 and its trigram tokenizer; shorter strings are searched with LIKE. */
final class SqliteEngine extends SqlEngine {
  private static final int SHORTEST = 3;

  private final Path folder;
  private final boolean ranked;

  /**
   * An engine.
   *
   * @param ranked whether its ten are the best by BM25, as ours are, or the first it comes upon
   */
  SqliteEngine(Path folder, boolean ranked) throws IOException, SQLException {
    super(
        DriverManager.getConnection(
            "jdbc:sqlite:" + Files.createDirectories(folder).resolve("peer.db")));
    this.folder = folder;
    this.ranked = ranked;
    execute(
        "pragma journal_mode=off",
        "pragma synchronous=off",
        "create virtual table sections"
            + " using fts5(id unindexed, year unindexed, text, tokenize='trigram')");
  }

  @Override
  public String name() {
    return ranked ? "SQLite FTS5 trigram, ranked" : "SQLite FTS5 trigram";
  }

  @Override
  public void finish() throws SQLException {
    execute("insert into sections(sections) values('optimize')");
  }

  @Override
  public long bytes() throws IOException {
    return Folders.bytes(folder);
  }

  @Override
  public List<String> phrase(String phrase, int most) throws SQLException {
    return phrase.length() < SHORTEST
        ? super.phrase(phrase, most)
        : strings(
            "select id from sections where text match ?" + order() + " limit ?",
            List.of("\"" + phrase + "\"", most));
  }

  private String order() {
    return ranked ? " order by rank" : "";
  }

  @Override
  public List<String> words(List<String> words, int most) throws SQLException {
    List<String> longer = words.stream().filter(w -> w.length() >= SHORTEST).toList();
    if (longer.isEmpty()) {
      return super.words(words, most);
    }
    List<Object> values = new ArrayList<>();
    values.add(String.join(" ", longer.stream().map(w -> "\"" + w + "\"").toList()));
    StringBuilder sql = new StringBuilder("select id from sections where text match ?");
    words.stream()
        .filter(w -> w.length() < SHORTEST)
        .forEach(
            w -> {
              sql.append(" and text like ?");
              values.add("%" + w + "%");
            });
    values.add(most);
    return strings(sql.append(order()).append(" limit ?").toString(), values);
  }
}
