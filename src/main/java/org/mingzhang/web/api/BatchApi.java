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
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.batch.BatchRequest;
import org.mingzhang.web.batch.BatchResults;
import org.mingzhang.web.guard.BackgroundThrottle;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.source.SearchPort;

/**
 * Runs many queries at once, {@code /api/v1/batch}, with the filters of a search. The response is
 * JSON or, with {@code format=csv|xlsx|jsonl}, a file with a row for each query, or for each hit
 * with {@code rows=hits}.
 */
public final class BatchApi implements Handler {
  private static final List<String> COLUMNS =
      List.of("line", "query", "total", "documents", "sentence", "hit_url", "notice");

  /** The rows of a batch file: one for each query, or one for each hit. */
  private enum RowType {
    QUERIES,
    HITS
  }

  /**
   * The response: the result of each query of the list.
   *
   * @param scope scope of the searches
   * @param rows the lines of the list that have a query
   * @param left number of queries that were not run, because the list was too long
   */
  public record Body(String scope, List<QueryResultItem> rows, int left) {}

  /**
   * The number of hits and the first hits of one query.
   *
   * @param line 1-based number of its line in the list
   * @param query the query
   * @param total number of hits, or null if the query was not run before the time limit
   * @param documents number of documents with hits, or null
   * @param sentence passage of the best hit, or null
   * @param url permalink of the best hit, or null
   * @param lowerBound whether there may be more hits
   * @param notices how the query was changed
   */
  public record QueryResultItem(
      int line,
      String query,
      @Nullable Long total,
      @Nullable Long documents,
      @Nullable String sentence,
      @Nullable String url,
      boolean lowerBound,
      List<Notice> notices) {}

  private final PageRenderer pages;
  private final SearchPort search;

  /** Creates an instance that searches an index. */
  public BatchApi(PageRenderer pages, SearchPort search) {
    this.pages = pages;
    this.search = search;
  }

  @Override
  public void handle(Context ctx) throws IOException {
    BatchRequest request = BatchRequest.parse(ctx);
    if (PageRenderer.parameters(ctx).enumConstant("rows", RowType.QUERIES) == RowType.HITS) {
      sendHits(ctx, request);
      return;
    }
    BatchResults list =
        BatchResults.run(
            request,
            BatchResults.Portion.WHOLE_LIST,
            search,
            BackgroundThrottle.findThrottle(ctx)::pauseIfBusy);
    List<BatchResults.QueryResult> looked = new ArrayList<>(list.rows());
    looked.addAll(list.resultsOfSkippedQueries(request));
    List<QueryResultItem> queryResults =
        looked.stream().map(queryResult -> buildRow(queryResult, pages.origin(ctx))).toList();
    if (PageRenderer.parameters(ctx).text("format") == null) {
      ctx.json(new Body(request.scope().id(), queryResults, list.left()));
    } else {
      sendFile(ctx, queryResults);
    }
  }

  private static QueryResultItem buildRow(BatchResults.QueryResult queryResult, String origin) {
    Hit first = queryResult.first();
    return new QueryResultItem(
        queryResult.line(),
        queryResult.query(),
        queryResult.counted() ? (Long) queryResult.total() : null,
        queryResult.counted() ? (Long) queryResult.documents() : null,
        first == null || first.snippets().isEmpty()
            ? null
            : first.snippets().getFirst().stream()
                .map(Hit.Fragment::text)
                .collect(Collectors.joining()),
        first == null ? null : origin + PortalLinks.row(first.id()),
        queryResult.counted() && queryResult.lowerBound(),
        queryResult.notices());
  }

  private void sendFile(Context ctx, List<QueryResultItem> queryResults) throws IOException {
    RowWriter.Format format =
        PageRenderer.parameters(ctx).enumConstant("format", RowWriter.Format.CSV);
    new ExportFileSender(ctx, pages, format)
        .write(
            "mingzhang-counts",
            pages.labels(ctx).text("batch.title"),
            ExportColumn.findByNames(COLUMNS),
            sink -> queryResults.forEach(queryResult -> sink.writeRow(rowValues(queryResult))));
  }

  private static List<@Nullable Object> rowValues(QueryResultItem queryResult) {
    return Arrays.asList(
        queryResult.line(),
        queryResult.query(),
        queryResult.total(),
        queryResult.documents(),
        queryResult.sentence(),
        queryResult.url(),
        queryResult.notices().stream().map(Notice::chinese).collect(Collectors.joining(" ")));
  }

  /** Streams a row for each hit of each query. */
  private void sendHits(Context ctx, BatchRequest request) throws IOException {
    RowWriter.Format format =
        PageRenderer.parameters(ctx).enumConstant("format", RowWriter.Format.CSV);
    ExportColumns columns = new ExportColumns(request.scope(), pages.origin(ctx));
    List<String> names = new ArrayList<>(List.of("line", "query"));
    names.addAll(columns.names());
    new ExportFileSender(ctx, pages, format)
        .write(
            "mingzhang-hits",
            pages.labels(ctx).text("batch.title"),
            ExportColumn.findByNames(names),
            sink -> {
              BatchResults.Portion none = new BatchResults.Portion(0, 0, 0);
              for (BatchResults.QueryResult query :
                  BatchResults.run(request, none, search, () -> {})
                      .resultsOfSkippedQueries(request)) {
                writeHits(query, columns, sink);
              }
            });
  }

  private void writeHits(
      BatchResults.QueryResult queryResult, ExportColumns columns, ExportFileSender.Sink sink) {
    boolean whole =
        search.search(queryResult.search().withSize(1).request()).withoutPartialMatches().total()
            > 0;
    if (!whole) {
      return;
    }
    search.forEachWithFullText(
        queryResult.search().request(),
        row -> {
          List<@Nullable Object> values =
              new ArrayList<>(List.of(queryResult.line(), queryResult.query()));
          values.addAll(columns.buildRow(row.hit(), row.text()));
          sink.writeRow(values);
        });
  }
}
