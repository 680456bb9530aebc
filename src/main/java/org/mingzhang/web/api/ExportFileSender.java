package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.SearchScope;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.guard.BackgroundThrottle;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/**
 * Answers a request with a file of rows. Headers and values are in the language of the request;
 * JSON Lines, and requests with {@code header=name}, have the names and values of the API. Writing
 * is throttled while pages are being served. Use one object per request.
 */
final class ExportFileSender {
  /** Whether the headers are API names or in the language of the page. */
  private enum Header {
    LABEL,
    NAME
  }

  /** Receives rows. */
  @FunctionalInterface
  interface Sink {
    /**
     * Writes a row with a text, number or null for each column, and pauses while pages are being
     * served.
     *
     * @throws UncheckedIOException if the row cannot be written
     */
    void writeRow(List<? extends @Nullable Object> values);
  }

  /** Supplies rows. */
  @FunctionalInterface
  interface RowSource {
    /** Writes all rows to a sink. */
    void writeTo(Sink sink) throws IOException;
  }

  private final Context ctx;
  private final PageRenderer pages;
  private final RowWriter.Format format;

  ExportFileSender(Context ctx, PageRenderer pages, RowWriter.Format format) {
    this.ctx = ctx;
    this.pages = pages;
    this.format = format;
  }

  /**
   * Writes the file; if the client has it unchanged, answers 304 without it.
   *
   * @param name file name without extension
   * @param title name of the sheet
   */
  void write(String name, String title, List<ExportColumn> columns, RowSource rows)
      throws IOException {
    write(name, title, "", columns, rows);
  }

  /**
   * Writes the file; if the client has it unchanged, answers 304 without it.
   *
   * @param name file name without extension
   * @param title name of the sheet
   * @param query what was searched for, for the description; may be empty
   */
  void write(String name, String title, String query, List<ExportColumn> columns, RowSource rows)
      throws IOException {
    boolean codes = usesApiNames();
    ExportValueTranslator labels = new ExportValueTranslator(columns, pages.labels(ctx));
    ExportFileDescription sheet = createDescription(title, query, columns);
    if (pages.isUnchanged(ctx)) {
      return;
    }
    format.setDownloadHeaders(ctx, name);
    BackgroundThrottle pacing = BackgroundThrottle.findThrottle(ctx);
    try (RowWriter writer = format.begin(ctx.outputStream(), sheet)) {
      rows.writeTo(
          values -> {
            try {
              writer.writeRow(codes ? values : labels.translate(values));
              pacing.pauseIfBusy();
            } catch (IOException e) {
              throw new UncheckedIOException("the client closed the connection", e);
            }
          });
    }
  }

  /** Whether columns and values are named as in the API. */
  boolean usesApiNames() {
    return format == RowWriter.Format.JSONL
        || PageRenderer.parameters(ctx).enumConstant("header", Header.LABEL) == Header.NAME;
  }

  /** Streams all hits of a search, however many. */
  void sendHits(SearchPort search, SearchUrl searchUrl) throws IOException {
    sendHits(search, searchUrl, new ExportColumns(searchUrl.request().scope(), pages.origin(ctx)));
  }

  /** Streams all hits of a search with the given columns instead of the columns of its scope. */
  void sendHits(SearchPort search, SearchUrl searchUrl, ExportColumns columns) throws IOException {
    SearchScope scope = searchUrl.request().scope();
    write(
        "mingzhang-" + scope.id(),
        pages.labels(ctx).nameOf(scope),
        searchUrl.request().query(),
        ExportColumn.findByNames(columns.names()),
        sink ->
            search.forEachWithFullText(
                searchUrl.request(),
                row -> sink.writeRow(columns.buildRow(row.hit(), row.text()))));
  }

  private ExportFileDescription createDescription(
      String title, String query, List<ExportColumn> columns) {
    Labels labels = pages.labels(ctx);
    String parameters = ctx.queryString() == null ? "" : "?" + ctx.queryString();
    String method = ctx.method().equals(HandlerType.POST) ? "POST " : "";
    return new ExportFileDescription(
        title,
        columns,
        PageRenderer.language(ctx),
        PageRenderer.parameters(ctx).enumConstant("header", Header.LABEL) == Header.NAME,
        List.of(
            List.of(labels.text("export.content"), title),
            List.of(labels.text("export.query"), query.isEmpty() ? "—" : query),
            List.of(labels.text("export.date"), pages.today().toString()),
            List.of(
                labels.text("export.address"),
                method + pages.origin(ctx) + ctx.path() + parameters)),
        List.of(
            labels.text("export.about"),
            labels.text("export.column"),
            labels.text("export.name"),
            labels.text("export.meaning")));
  }
}
