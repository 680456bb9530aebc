package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.source.PortalServices;

/**
 * Streams all hits of a search, {@code /api/v1/export?…&format=jsonl|csv|xlsx&header=name}, by
 * default as JSON Lines.
 */
public final class ExportApi implements Handler {
  private final PageRenderer pages;
  private final PortalServices services;

  /** Creates an instance that exports hits of an index. */
  public ExportApi(PageRenderer pages, PortalServices services) {
    this.pages = pages;
    this.services = services;
  }

  @Override
  public void handle(Context ctx) throws IOException {
    RowWriter.Format format =
        PageRenderer.parameters(ctx).enumConstant("format", RowWriter.Format.JSONL);
    new ExportFileSender(ctx, pages, format)
        .sendHits(services.search(), SearchUrl.decode(PageRenderer.parameters(ctx)));
  }
}
