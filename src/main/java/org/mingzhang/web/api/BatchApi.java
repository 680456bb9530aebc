package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults.Notice;
import org.mingzhang.web.batch.BatchList;
import org.mingzhang.web.batch.BatchRequest;
import org.mingzhang.web.guard.BackgroundThrottle;
import org.mingzhang.web.http.Pages;
import org.mingzhang.web.source.SearchPort;

/**
 * Runs many queries at once, {@code /api/v1/batch}, with the filters of a search. The response is
 * JSON or, with {@code format=csv|xlsx|jsonl}, a file with a row for each query, or for each hit
 * with {@code rows=hits}.
 */
public final class BatchApi implements Handler {
  private static final List<String> COLUMNS =
      List.of("line", "query", "total", "documents", "sentence", "hit_url", "notice");

  /** The type of the rows of a file. */
  private enum Rows {
    QUERIES,
    HITS
  }

  /**
   * The body of the response.
   *
   * @param scope scope of the searches
   * @param rows the lines of the list that have a query
   * @param left number of queries that were not run, because the list is too long
   */
  public record Answer(String scope, List<Row> rows, int left) {}

  /**
   * The result of a query.
   *
   * @param line 1-based number of its line in the list
   * @param query the query
   * @param total number of hits, or null if it was not run before the time was up
   * @param documents number of documents with hits, or null
   * @param sentence passage of the best hit, or null
   * @param url permalink of the best hit, or null
   * @param lowerBound whether there may be more hits
   * @param notices how the query was changed
   */
  public record Row(
      int line,
      String query,
      @Nullable Long total,
      @Nullable Long documents,
      @Nullable String sentence,
      @Nullable String url,
      boolean lowerBound,
      List<Notice> notices) {}

  private final Pages pages;
  private final SearchPort search;

  /** Searches an index. */
  public BatchApi(Pages pages, SearchPort search) {
    this.pages = pages;
    this.search = search;
  }

  @Override
  public void handle(Context ctx) throws IOException {
    BatchRequest request = BatchRequest.parse(ctx);
    if (Pages.parameters(ctx).constant("rows", Rows.QUERIES) == Rows.HITS) {
      sendHits(ctx, request);
      return;
    }
    BatchList list =
        BatchList.run(
            request, BatchList.Portion.WHOLE, search, BackgroundThrottle.of(ctx)::pauseIfBusy);
    List<BatchList.Row> looked = new ArrayList<>(list.rows());
    looked.addAll(list.rowsNotRun(request));
    List<Row> rows = looked.stream().map(row -> buildRow(row, pages.origin(ctx))).toList();
    if (Pages.parameters(ctx).text("format") == null) {
      ctx.json(new Answer(request.scope().id(), rows, list.left()));
    } else {
      sendFile(ctx, rows);
    }
  }

  private static Row buildRow(BatchList.Row row, String origin) {
    Hit first = row.first();
    return new Row(
        row.line(),
        row.query(),
        row.counted() ? (Long) row.total() : null,
        row.counted() ? (Long) row.documents() : null,
        first == null || first.snippets().isEmpty()
            ? null
            : first.snippets().getFirst().stream()
                .map(Hit.Fragment::text)
                .collect(Collectors.joining()),
        first == null ? null : origin + "/d/" + first.id(),
        row.counted() && row.lowerBound(),
        row.notices());
  }

  private void sendFile(Context ctx, List<Row> rows) throws IOException {
    RowWriter.Format format = Pages.parameters(ctx).constant("format", RowWriter.Format.CSV);
    new ExportFileSender(ctx, pages, format)
        .write(
            "mingzhang-counts",
            pages.labels(ctx).text("batch.title"),
            ExportColumn.findByNames(COLUMNS),
            sink -> rows.forEach(row -> sink.writeRow(rowValues(row))));
  }

  private static List<@Nullable Object> rowValues(Row row) {
    return Arrays.asList(
        row.line(),
        row.query(),
        row.total(),
        row.documents(),
        row.sentence(),
        row.url(),
        row.notices().stream().map(Notice::chinese).collect(Collectors.joining(" ")));
  }

  /** Streams a row for each hit of each query. */
  private void sendHits(Context ctx, BatchRequest request) throws IOException {
    RowWriter.Format format = Pages.parameters(ctx).constant("format", RowWriter.Format.CSV);
    ExportColumns columns = new ExportColumns(request.scope(), pages.origin(ctx));
    List<String> names = new ArrayList<>(List.of("line", "query"));
    names.addAll(columns.names());
    new ExportFileSender(ctx, pages, format)
        .write(
            "mingzhang-hits",
            pages.labels(ctx).text("batch.title"),
            ExportColumn.findByNames(names),
            sink -> {
              BatchList.Portion none = new BatchList.Portion(0, 0, 0);
              for (BatchList.Row query :
                  BatchList.run(request, none, search, () -> {}).rowsNotRun(request)) {
                writeHits(query, columns, sink);
              }
            });
  }

  private void writeHits(BatchList.Row query, ExportColumns columns, ExportFileSender.Sink sink) {
    boolean whole =
        search.search(query.search().withSize(1).request()).withoutPartialMatches().total() > 0;
    if (!whole) {
      return;
    }
    search.export(
        query.search().request(),
        row -> {
          List<@Nullable Object> values = new ArrayList<>(List.of(query.line(), query.query()));
          values.addAll(columns.buildRow(row.hit(), row.text()));
          sink.writeRow(values);
        });
  }
}
