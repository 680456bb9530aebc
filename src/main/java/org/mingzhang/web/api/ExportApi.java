package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.mingzhang.archive.Archive;
import org.mingzhang.model.Scope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.page.Pages;
import org.mingzhang.web.render.PersonalData;
import org.mingzhang.web.source.PortalSources;

/**
 * All hits of a search, streamed: {@code /api/v1/export?…&format=jsonl|csv|xlsx}. There is no cap,
 * and nothing is held in memory.
 */
public final class ExportApi implements Handler {
  private final Pages pages;
  private final PortalSources sources;
  private final PersonalData personal;

  /** Exports from an index, texts from the archive. */
  public ExportApi(Pages pages, PortalSources sources, PersonalData personal) {
    this.pages = pages;
    this.sources = sources;
    this.personal = personal;
  }

  @Override
  public void handle(Context ctx) throws IOException {
    RowWriter.Format format = Pages.parameters(ctx).constant("format", RowWriter.Format.JSONL);
    SearchAddress address = SearchAddress.decode(Pages.parameters(ctx));
    Scope scope = address.request().scope();
    String ending = format.name().toLowerCase(Locale.ROOT);
    ctx.contentType(format.mediaType());
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"mingzhang-" + scope.id() + "." + ending + "\"");
    ExportColumns columns = new ExportColumns(scope, pages.origin(ctx), personal);
    SectionTexts texts = new SectionTexts(sources.archive());
    try (RowWriter writer = format.begin(ctx.outputStream(), columns.names())) {
      sources
          .search()
          .each(
              address.request(),
              hit -> {
                try {
                  writer.row(columns.row(hit, scope == Scope.SECTIONS ? texts.of(hit) : ""));
                } catch (IOException e) {
                  throw new UncheckedIOException("the reader went away", e);
                }
              });
    }
  }

  /** Texts of sections by their hits; remembers nothing. */
  private record SectionTexts(Archive archive) {
    String of(Hit hit) {
      int slash = hit.id().indexOf('/');
      return slash < 0
          ? ""
          : archive
              .latest(hit.documentId())
              .map(
                  d -> {
                    int index = d.sectionIds().indexOf(hit.id().substring(slash + 1));
                    return index < 0 ? "" : d.disclosure().sections().get(index).fullText();
                  })
              .orElse("");
    }
  }
}
