package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.mingzhang.model.Scope;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.guard.Pacing;
import org.mingzhang.web.page.Pages;
import org.mingzhang.web.source.PortalSources;

/**
 * All hits of a search, streamed: {@code /api/v1/export?…&format=jsonl|csv|xlsx}. There is no cap,
 * and nothing is held in memory.
 */
public final class ExportApi implements Handler {
  private final Pages pages;
  private final PortalSources sources;

  /** Exports from an index. */
  public ExportApi(Pages pages, PortalSources sources) {
    this.pages = pages;
    this.sources = sources;
  }

  @Override
  public void handle(Context ctx) throws IOException {
    RowWriter.Format format = Pages.parameters(ctx).constant("format", RowWriter.Format.JSONL);
    SearchAddress address = SearchAddress.decode(Pages.parameters(ctx));
    Scope scope = address.request().scope();
    format.attach(ctx, "mingzhang-" + scope.id());
    Pacing pacing = Pacing.of(ctx);
    ExportColumns columns = new ExportColumns(scope, pages.origin(ctx));
    try (RowWriter writer = format.begin(ctx.outputStream(), columns.names())) {
      sources
          .search()
          .export(
              address.request(),
              row -> {
                try {
                  writer.row(columns.row(row.hit(), row.text()));
                  pacing.step();
                } catch (IOException e) {
                  throw new UncheckedIOException("the reader went away", e);
                }
              });
    }
  }
}
