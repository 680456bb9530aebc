package org.mingzhang.web.api;

import io.javalin.http.Context;
import java.io.IOException;
import org.mingzhang.web.leads.LeadList;
import org.mingzhang.web.leads.LeadsPage;
import org.mingzhang.web.page.Pages;

/** All leads of a list as a file: {@code /leads.csv}, {@code /leads.xlsx}, with {@code part=}. */
public final class LeadsFile {
  private final Pages pages;
  private final LeadList leads;

  /** Writes what the page lists. */
  public LeadsFile(Pages pages, LeadList leads) {
    this.pages = pages;
    this.leads = leads;
  }

  /** Comma-separated values. */
  public void csv(Context ctx) throws IOException {
    write(ctx, RowWriter.Format.CSV);
  }

  /** A workbook. */
  public void xlsx(Context ctx) throws IOException {
    write(ctx, RowWriter.Format.XLSX);
  }

  private void write(Context ctx, RowWriter.Format format) throws IOException {
    ExportColumns columns = ExportColumns.ofLeads(pages.origin(ctx));
    new ExportFile(ctx, pages, format)
        .write(
            "leads",
            pages.labels(ctx).text("leads.title"),
            ExportColumn.named(columns.names()),
            sink -> leads.each(LeadsPage.asked(ctx), hit -> sink.row(columns.row(hit, ""))));
  }
}
