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
 * Many queries at once: {@code /api/v1/batch}, with the filters of a search; as JSON or, with
 * {@code format=csv|xlsx|jsonl}, as a file with a row a query, or a row a hit with {@code
 * rows=hits}.
 */
public final class BatchApi implements Handler {
  private static final List<String> COLUMNS =
      List.of("line", "query", "total", "documents", "sentence", "hit_url", "notice");

  /** What a row of a file is. */
  private enum Rows {
    QUERIES,
    HITS
  }

  /**
   * The answer.
   *
   * @param scope where the queries were counted
   * @param rows the lines of the list that hold a query
   * @param left how many lines were not looked at, because there were too many
   */
  public record Answer(String scope, List<Row> rows, int left) {}

  /**
   * A line.
   *
   * @param line its 1-based number in the list
   * @param query the query
   * @param total its hits, or null where it was not counted before the time was up
   * @param documents documents that have them, or null
   * @param sentence the passage of the best hit, or null
   * @param url permalink of that hit, or null
   * @param lowerBound whether there may be more
   * @param notices what was changed in it
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

  /** Looks in an index. */
  public BatchApi(Pages pages, SearchPort search) {
    this.pages = pages;
    this.search = search;
  }

  @Override
  public void handle(Context ctx) throws IOException {
    BatchRequest request = BatchRequest.of(ctx);
    if (Pages.parameters(ctx).constant("rows", Rows.QUERIES) == Rows.HITS) {
      hits(ctx, request);
      return;
    }
    BatchList list =
        BatchList.of(request, BatchList.Portion.WHOLE, search, BackgroundThrottle.of(ctx)::step);
    List<BatchList.Row> looked = new ArrayList<>(list.rows());
    looked.addAll(list.rest(request));
    List<Row> rows = looked.stream().map(row -> row(row, pages.origin(ctx))).toList();
    if (Pages.parameters(ctx).text("format") == null) {
      ctx.json(new Answer(request.scope().id(), rows, list.left()));
    } else {
      file(ctx, rows);
    }
  }

  private static Row row(BatchList.Row row, String origin) {
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

  private void file(Context ctx, List<Row> rows) throws IOException {
    RowWriter.Format format = Pages.parameters(ctx).constant("format", RowWriter.Format.CSV);
    new ExportFile(ctx, pages, format)
        .write(
            "mingzhang-counts",
            pages.labels(ctx).text("batch.title"),
            ExportColumn.named(COLUMNS),
            sink -> rows.forEach(row -> sink.row(values(row))));
  }

  private static List<@Nullable Object> values(Row row) {
    return Arrays.asList(
        row.line(),
        row.query(),
        row.total(),
        row.documents(),
        row.sentence(),
        row.url(),
        row.notices().stream().map(Notice::chinese).collect(Collectors.joining(" ")));
  }

  /** A row for each hit of each query; nothing is held in memory. */
  private void hits(Context ctx, BatchRequest request) throws IOException {
    RowWriter.Format format = Pages.parameters(ctx).constant("format", RowWriter.Format.CSV);
    ExportColumns columns = new ExportColumns(request.scope(), pages.origin(ctx));
    List<String> names = new ArrayList<>(List.of("line", "query"));
    names.addAll(columns.names());
    new ExportFile(ctx, pages, format)
        .write(
            "mingzhang-hits",
            pages.labels(ctx).text("batch.title"),
            ExportColumn.named(names),
            sink -> {
              BatchList.Portion none = new BatchList.Portion(0, 0, 0);
              for (BatchList.Row query :
                  BatchList.of(request, none, search, () -> {}).rest(request)) {
                hits(query, columns, sink);
              }
            });
  }

  private void hits(BatchList.Row query, ExportColumns columns, ExportFile.Sink sink) {
    boolean whole = search.search(query.search().sized(1).request()).whole().total() > 0;
    if (!whole) {
      return;
    }
    search.export(
        query.search().request(),
        row -> {
          List<@Nullable Object> values = new ArrayList<>(List.of(query.line(), query.query()));
          values.addAll(columns.row(row.hit(), row.text()));
          sink.row(values);
        });
  }
}
