package org.mingzhang.web.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.HashMap;
import java.util.Map;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.web.address.Links;

/** The pages of an original PDF: {@code /d/DOCUMENT/pages?v=#page=21}. */
public final class ViewerPage implements Handler {
  private final Pages pages;
  private final DocumentLookup lookup;

  /** Shows originals that are kept. */
  public ViewerPage(Pages pages) {
    this.pages = pages;
    this.lookup = pages.documents();
  }

  @Override
  public void handle(Context ctx) {
    ArchivedDisclosure document =
        lookup.document(ctx.pathParam("document"), Pages.parameters(ctx).text("v"));
    DocumentFacts facts = DocumentFacts.of(document);
    if (!facts.pdf()) {
      throw new NotFoundException("pages of " + facts.mediaType(), facts.title());
    }
    Map<String, Object> model = new HashMap<>();
    model.put("facts", facts);
    pages.show(
        ctx,
        "viewer",
        PageHead.unlisted(
            pages.labels(ctx).text("viewer.title") + " · " + facts.title(),
            Links.permalink(document.id()) + "/pages"),
        model);
  }
}
