package org.mingzhang.web.api;

import io.javalin.http.Context;
import java.io.IOException;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.leads.LeadList;
import org.mingzhang.web.leads.LeadsPage;
import org.mingzhang.web.leads.PublicationLeadFinder;
import org.mingzhang.web.leads.PublicationLeadTab;
import org.mingzhang.web.leads.PublicationLeadsPage;
import org.mingzhang.web.render.Labels;

/** All leads of a list as a file, {@code /leads.csv} or {@code /leads.xlsx}, with {@code part=}. */
public final class LeadsFileHandler {
  private final PageRenderer pages;
  private final LeadList leads;
  private final PublicationLeadFinder publicationLeadFinder;

  /** Creates an instance that writes the leads that the pages list. */
  public LeadsFileHandler(
      PageRenderer pages, LeadList leads, PublicationLeadFinder publicationLeadFinder) {
    this.pages = pages;
    this.leads = leads;
    this.publicationLeadFinder = publicationLeadFinder;
  }

  /** Sends the leads that pass the filters of the address as CSV. */
  public void sendCsv(Context ctx) throws IOException {
    write(ctx, RowWriter.Format.CSV);
  }

  /** Sends the leads as a workbook (XLSX). */
  public void sendXlsx(Context ctx) throws IOException {
    write(ctx, RowWriter.Format.XLSX);
  }

  private void write(Context ctx, RowWriter.Format format) throws IOException {
    String named = PageRenderer.parameters(ctx).text("part", "");
    for (PublicationLeadTab part : PublicationLeadTab.values()) {
      if (part.id().equals(named)) {
        sendPublicationLeads(ctx, part, format);
        return;
      }
    }
    ExportColumns columns = ExportColumns.ofLeads(pages.origin(ctx));
    new ExportFileSender(ctx, pages, format)
        .write(
            "leads",
            pages.labels(ctx).text("leads.title"),
            ExportColumn.findByNames(columns.names()),
            sink ->
                leads.forEach(
                    LeadsPage.parseRequest(ctx), hit -> sink.writeRow(columns.buildRow(hit, ""))));
  }

  private void sendPublicationLeads(Context ctx, PublicationLeadTab tab, RowWriter.Format format)
      throws IOException {
    Labels labels = pages.labels(ctx);
    PublicationLeadColumns columns = new PublicationLeadColumns(labels, pages.origin(ctx));
    new ExportFileSender(ctx, pages, format)
        .write(
            "leads-" + tab.id(),
            labels.text("leads.part." + tab.id()),
            ExportColumn.findByNames(PublicationLeadColumns.COLUMN_NAMES),
            sink ->
                publicationLeadFinder.forEach(
                    tab,
                    PublicationLeadsPage.parseRequest(ctx),
                    lead -> sink.writeRow(columns.buildRow(lead))));
  }
}
