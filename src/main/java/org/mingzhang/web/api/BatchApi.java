package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
import org.mingzhang.web.render.Labels;
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
   * The number of hits and the best hit of one query.
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
    boolean file = PageRenderer.parameters(ctx).text("format") != null;
    List<BatchResults.QueryResult> looked = new ArrayList<>(list.rows());
    looked.addAll(list.resultsOfPendingQueries(request));
    looked.addAll(file ? list.resultsOfExcessQueries(request) : List.of());
    List<QueryResultItem> queryResults =
        looked.stream().map(queryResult -> buildRow(queryResult, pages.origin(ctx))).toList();
    if (file) {
      sendFile(ctx, queryResults);
    } else {
      ctx.json(new Body(request.scope().id(), queryResults, list.excessCount()));
    }
  }

  private static QueryResultItem buildRow(BatchResults.QueryResult queryResult, String origin) {
    Hit first = queryResult.firstHit();
    return new QueryResultItem(
        queryResult.line(),
        queryResult.query(),
        queryResult.wasRun() ? (Long) queryResult.total() : null,
        queryResult.wasRun() ? (Long) queryResult.documents() : null,
        first == null || first.snippets().isEmpty()
            ? null
            : first.snippets().getFirst().stream()
                .map(Hit.Fragment::text)
                .collect(Collectors.joining()),
        first == null ? null : origin + PortalLinks.row(first.id()),
        queryResult.wasRun() && queryResult.countIsLowerBound(),
        queryResult.notices());
  }

  private void sendFile(Context ctx, List<QueryResultItem> queryResults) throws IOException {
    RowWriter.Format format =
        PageRenderer.parameters(ctx).enumConstant("format", RowWriter.Format.CSV);
    Labels labels = pages.labels(ctx);
    new ExportFileSender(ctx, pages, format)
        .write(
            "mingzhang-counts",
            labels.text("batch.title"),
            labels.text("batch.several", queryResults.size()),
            ExportColumn.findByNames(COLUMNS),
            sink ->
                queryResults.forEach(queryResult -> sink.writeRow(rowValues(queryResult, labels))));
  }

  private static List<@Nullable Object> rowValues(QueryResultItem queryResult, Labels labels) {
    return Arrays.asList(
        queryResult.line(),
        queryResult.query(),
        queryResult.total(),
        queryResult.documents(),
        queryResult.sentence(),
        queryResult.url(),
        queryResult.total() == null
            ? unrunNote(labels)
            : queryResult.notices().stream()
                .map(notice -> labels.language().choose(notice.chinese(), notice.english()))
                .collect(Collectors.joining(" ")));
  }

  private static String unrunNote(Labels labels) {
    return labels.text("batch.unrun", BatchResults.MAX_QUERIES);
  }

  /**
   * Streams a row for each hit of each query. A query has no rows if its hits match only some of
   * its words, and one row with a note if it was not run.
   */
  private void sendHits(Context ctx, BatchRequest request) throws IOException {
    RowWriter.Format format =
        PageRenderer.parameters(ctx).enumConstant("format", RowWriter.Format.CSV);
    ExportColumns columns = new ExportColumns(request.scope(), pages.origin(ctx));
    List<String> names = new ArrayList<>(List.of("line", "query"));
    names.addAll(columns.names());
    BatchResults list =
        BatchResults.run(request, new BatchResults.Portion(0, 0, 0), search, () -> {});
    Labels labels = pages.labels(ctx);
    new ExportFileSender(ctx, pages, format)
        .write(
            "mingzhang-hits",
            labels.text("batch.title"),
            labels.text("batch.several", list.queryCount() + list.excessCount()),
            ExportColumn.findByNames(names),
            sink -> {
              for (BatchResults.QueryResult query : list.resultsOfPendingQueries(request)) {
                writeHits(query, columns, sink);
              }
              for (BatchResults.QueryResult query : list.resultsOfExcessQueries(request)) {
                sink.writeRow(buildUnrunRow(query, names, labels));
              }
            });
  }

  /** A row that has only line and query, and a note in place of the title. */
  private static List<@Nullable Object> buildUnrunRow(
      BatchResults.QueryResult query, List<String> names, Labels labels) {
    List<@Nullable Object> row = new ArrayList<>(Collections.nCopies(names.size(), null));
    row.set(0, query.line());
    row.set(1, query.query());
    row.set(names.indexOf("title"), unrunNote(labels));
    return row;
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
