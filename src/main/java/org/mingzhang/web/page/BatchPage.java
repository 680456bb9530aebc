package org.mingzhang.web.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.Scope;
import org.mingzhang.search.SearchResults.Notice;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.guard.Pacing;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/** Counts of many queries at once: {@code /batch}. */
public final class BatchPage implements Handler {
  private final Pages pages;
  private final SearchPort search;

  /**
   * A line of the table.
   *
   * @param line its 1-based number in the list
   * @param query the query
   * @param count its count with thousands separators, empty where there is none
   * @param address its result page
   * @param notices what was changed in it
   * @param lowerBound whether there may be more
   */
  public record Line(
      int line,
      String query,
      String count,
      String address,
      List<Notice> notices,
      boolean lowerBound) {}

  /** Counts in an index. */
  public BatchPage(Pages pages, SearchPort search) {
    this.pages = pages;
    this.search = search;
  }

  @Override
  public void handle(Context ctx) {
    BatchRequest request = BatchRequest.of(ctx);
    BatchList list = BatchList.of(request.list(), request.scope(), search, Pacing.of(ctx)::step);
    Links links = pages.links(ctx);
    Labels labels = pages.labels(ctx);
    Map<String, Object> model = new HashMap<>();
    model.put("query", "");
    model.put("list", request.list());
    model.put("chosen", request.scope());
    model.put("scopes", Scope.offered());
    model.put("lines", list.rows().stream().map(row -> line(row, request, links)).toList());
    model.put("left", list.left());
    model.put("most", BatchList.MOST);
    pages.show(ctx, "batch", PageHead.of(labels.text("batch.title"), "/batch"), model);
  }

  private static Line line(BatchList.Row row, BatchRequest request, Links links) {
    return new Line(
        row.line(),
        row.query(),
        row.counted() ? AmountFormat.count(row.count().total()) : "",
        links.search(row.query(), request.scope()),
        row.count().notices(),
        row.counted() && row.count().timedOut());
  }
}
