package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.SearchResults.Notice;
import org.mingzhang.web.guard.Pacing;
import org.mingzhang.web.page.BatchList;
import org.mingzhang.web.page.BatchRequest;
import org.mingzhang.web.page.Pages;
import org.mingzhang.web.source.SearchPort;

/**
 * Counts of many queries: {@code /api/v1/batch}, as JSON or, with {@code format=csv|xlsx|jsonl}, as
 * a file.
 */
public final class BatchApi implements Handler {
  private static final List<String> COLUMNS = List.of("line", "query", "total", "notice");

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
   * @param lowerBound whether there may be more
   * @param notices what was changed in it
   */
  public record Row(
      int line, String query, @Nullable Long total, boolean lowerBound, List<Notice> notices) {}

  private final Pages pages;
  private final SearchPort search;

  /** Counts in an index. */
  public BatchApi(Pages pages, SearchPort search) {
    this.pages = pages;
    this.search = search;
  }

  @Override
  public void handle(Context ctx) throws IOException {
    BatchRequest request = BatchRequest.of(ctx);
    BatchList list = BatchList.of(request.list(), request.scope(), search, Pacing.of(ctx)::step);
    List<Row> rows = list.rows().stream().map(BatchApi::row).toList();
    if (Pages.parameters(ctx).text("format") == null) {
      ctx.json(new Answer(request.scope().id(), rows, list.left()));
    } else {
      file(ctx, rows);
    }
  }

  private static Row row(BatchList.Row row) {
    return new Row(
        row.line(),
        row.query(),
        row.counted() ? (Long) row.count().total() : null,
        row.counted() && row.count().timedOut(),
        row.count().notices());
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
    Long total = row.total();
    return Arrays.asList(
        row.line(),
        row.query(),
        total == null ? null : java.math.BigDecimal.valueOf(total),
        row.notices().stream().map(Notice::chinese).collect(Collectors.joining(" ")));
  }
}
