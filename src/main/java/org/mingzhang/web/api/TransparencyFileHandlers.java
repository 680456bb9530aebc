package org.mingzhang.web.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.transparency.ChecklistPage;
import org.mingzhang.web.transparency.DisclosureScoresPage;

/**
 * CSV files of the pages {@code /transparency}: which of the required items documents disclose, and
 * the results of regions.
 */
public final class TransparencyFileHandlers {
  private static final String CHECKLIST = "checklist";

  private final PageRenderer pages;
  private final DisclosureScoresPage scores;
  private final ChecklistPage checklist;

  /** Creates an instance that writes what the pages show. */
  public TransparencyFileHandlers(
      PageRenderer pages, DisclosureScoresPage scores, ChecklistPage checklist) {
    this.pages = pages;
    this.scores = scores;
    this.checklist = checklist;
  }

  /** Sends {@code /transparency.csv}: every item of every selected document. */
  public void sendAll(Context ctx) throws IOException {
    List<String> ids = scores.documentIds(PageRenderer.parameters(ctx));
    ExportFileSender file = createSender(ctx);
    Language language = languageOfItems(file, ctx);
    file.write(
        "transparency",
        title(ctx, "transparency.title"),
        ExportColumn.findByNames(CHECKLIST, ChecklistPage.columnNames()),
        sink ->
            ids.forEach(
                id ->
                    pages
                        .documents()
                        .findLatest(id)
                        .ifPresent(document -> writeItems(document, ctx, language, sink))));
  }

  /** Sends {@code /transparency/DOCUMENT/items.csv}: the items of a document. */
  public void sendDocument(Context ctx) throws IOException {
    ArchivedDisclosure document = checklist.findDocument(ctx);
    ExportFileSender file = createSender(ctx);
    Language language = languageOfItems(file, ctx);
    file.write(
        "transparency-" + document.id(),
        title(ctx, "transparency.one"),
        ExportColumn.findByNames(CHECKLIST, ChecklistPage.columnNames()),
        sink -> writeItems(document, ctx, language, sink));
  }

  /** Sends {@code /transparency/places.csv}: every region below the selected one. */
  public void sendPlaces(Context ctx) throws IOException {
    RequestParameters parameters = PageRenderer.parameters(ctx);
    createSender(ctx)
        .write(
            "transparency-places",
            title(ctx, "transparency.map.table"),
            ExportColumn.findByNames("places", DisclosureScoresPage.regionColumnNames()),
            sink -> scores.buildRegionRows(parameters).forEach(sink::writeRow));
  }

  private ExportFileSender createSender(Context ctx) {
    return new ExportFileSender(ctx, pages, RowWriter.Format.CSV);
  }

  private String title(Context ctx, String key) {
    return pages.labels(ctx).text(key);
  }

  /**
   * The language in which a file names checklist items: the language of the request, but Chinese in
   * files for programs.
   */
  private static Language languageOfItems(ExportFileSender fileSender, Context ctx) {
    return fileSender.usesApiNames() ? Language.CHINESE : PageRenderer.language(ctx);
  }

  private void writeItems(
      ArchivedDisclosure document, Context ctx, Language language, ExportFileSender.Sink sink) {
    checklist.buildRows(document, pages.origin(ctx), language).forEach(sink::writeRow);
  }
}
