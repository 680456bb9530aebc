package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Section;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.document.DocumentOutline;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;

/** A section as JSON, {@code /api/v1/sections/DOCUMENT/SECTION?v=}. */
public final class SectionApi implements Handler {
  /**
   * The response: the section with its document.
   *
   * @param id permalink id, {@code DOCUMENT/SECTION}
   * @param url permalink
   * @param document permalink id of the document
   * @param documentTitle title of the document
   * @param path headings of its ancestors
   * @param number numeral as printed
   * @param title heading without numeral
   * @param titleEnd punctuation printed after the title; may be empty
   * @param topic label of its topic
   * @param page 1-based page
   * @param version number of the version of the document
   * @param sha256 SHA-256 of the original
   * @param text its text; tables as lines with tabs between cells
   */
  public record Answer(
      String id,
      String url,
      String document,
      String documentTitle,
      List<String> path,
      String number,
      String title,
      String titleEnd,
      String topic,
      int page,
      int version,
      String sha256,
      String text) {}

  private final PageRenderer pages;
  private final DocumentLookup lookup;

  /** Creates an instance that serves sections of the archive. */
  public SectionApi(PageRenderer pages) {
    this.pages = pages;
    this.lookup = pages.documents();
  }

  @Override
  public void handle(Context ctx) {
    @Nullable String version = PageRenderer.parameters(ctx).text("v");
    switch (lookup.findSection(ctx.pathParam("document"), ctx.pathParam("section"), version)) {
      case DocumentLookup.Resolution.MovedSection to ->
          ctx.redirect(
              "/api/v1/sections" + PortalLinks.permalink(to.documentId(), to.slug()).substring(2),
              HttpStatus.MOVED_PERMANENTLY);
      case DocumentLookup.Resolution.FoundSection shown ->
          ctx.json(buildAnswer(shown, pages.origin(ctx)));
    }
  }

  private Answer buildAnswer(DocumentLookup.Resolution.FoundSection foundSection, String origin) {
    Section section = foundSection.section();
    List<Section> sections = foundSection.document().disclosure().sections();
    String id = foundSection.document().id();
    return new Answer(
        id + "/" + foundSection.slug(),
        origin + PortalLinks.permalink(id, foundSection.slug()),
        id,
        DocumentDescription.title(foundSection.document()),
        DocumentOutline.ancestorsOf(sections, foundSection.index()).stream()
            .map(i -> sections.get(i).heading())
            .toList(),
        section.number(),
        section.title(),
        section.titleEnd(),
        section.topic().label(),
        section.page(),
        foundSection.document().version().number(),
        foundSection.document().version().sha256(),
        section.text());
  }
}
