package org.mingzhang.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The report of a run; written after every line, so that an interrupted run leaves a report. */
public final class Report {
  private final Path folder;
  private final PrintStream progress;
  private final Map<String, String> about;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * A report.
   *
   * @param folder where {@code bench.md} and {@code bench.json} are written
   * @param progress told every line
   * @param about machine, date and what else names the run
   */
  public Report(Path folder, PrintStream progress, Map<String, String> about) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.progress = progress;
    this.about = new LinkedHashMap<>(about);
  }

  /** Adds a line. */
  public void add(Row row) {
    rows.add(row);
    progress.printf("%-14s %-44s %9d  %s%n", row.table(), row.work(), row.sections(), plain(row));
    progress.flush();
    write();
  }

  /** Adds a remark, such as why a peer was left out. */
  public void note(String note) {
    notes.add(note);
    progress.println(note);
    progress.flush();
    write();
  }

  private static String plain(Row row) {
    StringBuilder line = new StringBuilder();
    row.numbers()
        .forEach((head, n) -> line.append(head).append(' ').append(number(n)).append("  "));
    return line.toString();
  }

  private void write() {
    try {
      Files.writeString(folder.resolve("bench.md"), markdown());
      ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      json.writeValue(
          folder.resolve("bench.json").toFile(),
          Map.of("about", about, "rows", rows, "notes", notes));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String markdown() {
    StringBuilder text = new StringBuilder();
    about.forEach(
        (name, value) -> text.append("* ").append(name).append(": ").append(value).append('\n'));
    Set<String> tables = new LinkedHashSet<>();
    rows.forEach(row -> tables.add(row.table()));
    tables.forEach(table -> table(text, table));
    text.append(Growth.of(rows));
    if (!notes.isEmpty()) {
      text.append("\n## Remarks\n\n");
      notes.forEach(note -> text.append("* ").append(note).append('\n'));
    }
    return text.toString();
  }

  private void table(StringBuilder text, String table) {
    List<Row> own = rows.stream().filter(row -> row.table().equals(table)).toList();
    Set<String> heads = new LinkedHashSet<>();
    own.forEach(row -> heads.addAll(row.numbers().keySet()));
    text.append("\n## ").append(table).append("\n\n| work | sections |");
    heads.forEach(head -> text.append(' ').append(head).append(" |"));
    text.append("\n| --- | ---: |").append(" ---: |".repeat(heads.size())).append('\n');
    for (Row row : own) {
      text.append("| ").append(row.work()).append(" | ");
      text.append(row.sections() == 0 ? "" : String.format(Locale.ROOT, "%,d", row.sections()));
      for (String head : heads) {
        Double value = row.numbers().get(head);
        text.append(" | ").append(value == null ? "" : number(value));
      }
      text.append(" |\n");
    }
  }

  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e12) {
      return String.format(Locale.ROOT, "%,d", (long) value);
    }
    double size = Math.abs(value);
    String pattern = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, pattern, value);
  }
}
