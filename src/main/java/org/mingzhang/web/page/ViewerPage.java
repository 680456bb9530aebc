package org.mingzhang.web.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Section;
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
    model.put("sections", sections(document, pages.links(ctx)));
    pages.show(
        ctx,
        "viewer",
        PageHead.unlisted(
            pages.labels(ctx).text("viewer.title") + " · " + facts.title(),
            Links.permalink(document.id()) + "/pages"),
        model);
  }

  private static List<SectionPage.Link> sections(ArchivedDisclosure document, Links links) {
    List<SectionPage.Link> sections = new ArrayList<>();
    for (int i = 0; i < document.sectionIds().size(); i++) {
      Section section = document.disclosure().sections().get(i);
      sections.add(
          new SectionPage.Link(
              section.heading(),
              links.section(document.id(), document.sectionIds().get(i)),
              section.page()));
    }
    return sections;
  }
}
