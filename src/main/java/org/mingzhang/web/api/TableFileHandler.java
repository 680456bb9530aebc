package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.mingzhang.model.TableData;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentLookup;

/**
 * A table of a document as a file, {@code /d/DOCUMENT/tables/3.csv} or {@code .xlsx}. Tables are
 * numbered from 0.
 */
public final class TableFileHandler implements Handler {
  private final PageRenderer pages;
  private final DocumentLookup lookup;

  /** Creates an instance that serves tables of documents in the archive. */
  public TableFileHandler(PageRenderer pages) {
    this.pages = pages;
    this.lookup = pages.documents();
  }

  @Override
  public void handle(Context ctx) throws IOException {
    String name = ctx.pathParam("name");
    if (!name.matches("\\d{1,6}\\.(csv|xlsx)")) {
      throw new NotFoundException("table " + name, "");
    }
    int dot = name.indexOf('.');
    List<TableData> tables =
        lookup
            .findDocument(ctx.pathParam("document"), PageRenderer.parameters(ctx).text("v"))
            .disclosure()
            .tables();
    int index = Integer.parseInt(name.substring(0, dot));
    if (index >= tables.size()) {
      throw new NotFoundException("table " + name, "");
    }
    RowWriter.Format format =
        RowWriter.Format.valueOf(name.substring(dot + 1).toUpperCase(Locale.ROOT));
    TableData table = tables.get(index);
    new ExportFileSender(ctx, pages, format)
        .write(
            ctx.pathParam("document") + "-" + index,
            pages.labels(ctx).text("table.label"),
            ExportColumn.ofHeaders(table.header()),
            sink -> table.rows().forEach(sink::writeRow));
  }
}
