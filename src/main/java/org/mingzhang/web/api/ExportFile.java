package org.mingzhang.web.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Scope;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.guard.BackgroundThrottle;
import org.mingzhang.web.http.Pages;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/**
 * Answers with a file of rows: heads in the language of the request, or as programs name the
 * columns where it has {@code header=name}; the work gives way to pages. One object a request.
 */
final class ExportFile {
  /** Heads of columns. */
  private enum Header {
    LABEL,
    NAME
  }

  /** Takes rows. */
  @FunctionalInterface
  interface Sink {
    /** Writes a row of texts, numbers and nulls, as many as there are columns. */
    void row(List<? extends @Nullable Object> values);
  }

  /** Hands over rows. */
  @FunctionalInterface
  interface Rows {
    /** Hands over all of them. */
    void to(Sink sink) throws IOException;
  }

  private final Context ctx;
  private final Pages pages;
  private final RowWriter.Format format;

  ExportFile(Context ctx, Pages pages, RowWriter.Format format) {
    this.ctx = ctx;
    this.pages = pages;
    this.format = format;
  }

  /**
   * Writes the file.
   *
   * @param name file name without ending
   * @param title name of the sheet
   */
  void write(String name, String title, List<ExportColumn> columns, Rows rows) throws IOException {
    write(name, title, "", columns, rows);
  }

  private void write(String name, String title, String query, List<ExportColumn> columns, Rows rows)
      throws IOException {
    boolean codes =
        format == RowWriter.Format.JSONL
            || Pages.parameters(ctx).constant("header", Header.LABEL) == Header.NAME;
    ExportWords words = new ExportWords(columns, pages.labels(ctx));
    ExportSheet sheet = sheet(title, query, columns);
    format.attach(ctx, name);
    BackgroundThrottle pacing = BackgroundThrottle.of(ctx);
    try (RowWriter writer = format.begin(ctx.outputStream(), sheet)) {
      rows.to(
          values -> {
            try {
              writer.row(codes ? values : words.of(values));
              pacing.step();
            } catch (IOException e) {
              throw new UncheckedIOException("the reader went away", e);
            }
          });
    }
  }

  /** All hits of a search; there is no cap, and nothing is held in memory. */
  void search(SearchPort search, SearchAddress address) throws IOException {
    Scope scope = address.request().scope();
    ExportColumns columns = new ExportColumns(scope, pages.origin(ctx));
    write(
        "mingzhang-" + scope.id(),
        pages.labels(ctx).of(scope),
        address.request().query(),
        ExportColumn.named(columns.names()),
        sink ->
            search.export(address.request(), row -> sink.row(columns.row(row.hit(), row.text()))));
  }

  private ExportSheet sheet(String title, String query, List<ExportColumn> columns) {
    Labels labels = pages.labels(ctx);
    String parameters = ctx.queryString() == null ? "" : "?" + ctx.queryString();
    return new ExportSheet(
        title,
        columns,
        Pages.language(ctx),
        Pages.parameters(ctx).constant("header", Header.LABEL) == Header.NAME,
        List.of(
            List.of(labels.text("export.content"), title),
            List.of(labels.text("export.query"), query.isEmpty() ? "—" : query),
            List.of(labels.text("export.date"), pages.today().toString()),
            List.of(labels.text("export.address"), pages.origin(ctx) + ctx.path() + parameters)),
        List.of(
            labels.text("export.about"),
            labels.text("export.column"),
            labels.text("export.name"),
            labels.text("export.meaning")));
  }
}
