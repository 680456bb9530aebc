package org.mingzhang.web.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.compare.ComparePage;
import org.mingzhang.web.http.PageRenderer;

/**
 * A comparison as a file, {@code /compare.csv} or {@code /compare.xlsx}, with a row for each value.
 */
public final class ComparisonFileHandler {
  private final ComparePage comparePage;
  private final PageRenderer pages;

  /** Creates an instance that writes the comparisons of a page. */
  public ComparisonFileHandler(ComparePage comparePage, PageRenderer pages) {
    this.pages = pages;
    this.comparePage = comparePage;
  }

  /** Sends the rows of the comparison as CSV. */
  public void sendCsv(Context ctx) throws IOException {
    write(ctx, RowWriter.Format.CSV);
  }

  /** Sends the comparison as a workbook (XLSX). */
  public void sendXlsx(Context ctx) throws IOException {
    write(ctx, RowWriter.Format.XLSX);
  }

  private void write(Context ctx, RowWriter.Format format) throws IOException {
    List<List<@Nullable Object>> rows = new ArrayList<>(comparePage.buildRows(ctx).values());
    List<String> columns = rows.removeFirst().stream().map(String::valueOf).toList();
    new ExportFileSender(ctx, pages, format)
        .write(
            "compare",
            pages.labels(ctx).text("compare.heading"),
            ExportColumn.findByNames(columns),
            sink -> rows.forEach(sink::writeRow));
  }
}
