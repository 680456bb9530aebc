package org.mingzhang.web.viewer;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Section;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.finding.FindingView;
import org.mingzhang.web.highlight.FactHighlighter;
import org.mingzhang.web.highlight.MatchHighlighter;
import org.mingzhang.web.highlight.QuotedText;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.section.SectionBody;
import org.mingzhang.web.section.SectionPage;
import org.mingzhang.web.source.SearchPort;

/**
 * The pages of an original PDF next to the list of sections or the extracted text of one section:
 * {@code /d/DOCUMENT/pages?v=&section=&q=#page=21}.
 */
public final class ViewerPage implements Handler {
  /**
   * The extracted text of a section, to be compared with the page.
   *
   * @param slug its permalink slug
   * @param heading its heading
   * @param address address of its own page
   * @param body its text with matches highlighted
   */
  public record ExtractedSection(String slug, String heading, String address, SectionBody body) {}

  private final PageRenderer pages;
  private final DocumentLookup lookup;
  private final SearchPort search;

  /** Creates an instance that shows originals of the archive. */
  public ViewerPage(PageRenderer pages, SearchPort search) {
    this.pages = pages;
    this.lookup = pages.documents();
    this.search = search;
  }

  @Override
  public void handle(Context ctx) {
    RequestParameters parameters = PageRenderer.parameters(ctx);
    String version = parameters.text("v");
    ArchivedDisclosure document = lookup.findDocument(ctx.pathParam("document"), version);
    DocumentDescription facts = DocumentDescription.of(document);
    if (!facts.isPdf()) {
      throw new NotFoundException("pages of " + facts.mediaType(), facts.title());
    }
    Map<String, Object> model = new HashMap<>();
    model.put("facts", facts);
    model.put("sections", sectionLinks(document, pages.links(ctx)));
    model.put("reading", buildExtractedSection(document, parameters, pages.links(ctx)));
    model.put("results", pages.links(ctx).results(parameters.text("q", "")));
    pages.show(
        ctx,
        "viewer/viewer",
        PageHead.withoutIndexing(
            pages.labels(ctx).text("viewer.title") + " · " + facts.title(),
            PortalLinks.permalink(document.id()) + "/pages"),
        model);
  }

  private @Nullable ExtractedSection buildExtractedSection(
      ArchivedDisclosure document, RequestParameters parameters, PortalLinks links) {
    String slug = parameters.text("section", "");
    int index = document.sectionIds().indexOf(slug);
    if (index < 0) {
      return null;
    }
    Section section = document.disclosure().sections().get(index);
    String query = parameters.text("q", "");
    return new ExtractedSection(
        slug,
        section.heading(),
        links.section(document.id(), slug, query, findVersionParameter(document)),
        SectionBody.build(
            document.disclosure(),
            section,
            new MatchHighlighter(search, query),
            unnumberedQuotes(document, section),
            FactHighlighter.none()));
  }

  private static List<QuotedText> unnumberedQuotes(ArchivedDisclosure document, Section section) {
    String path = section.path();
    return QuotedText.ofSection(path, FindingView.findQuoting(document, path)).stream()
        .map(QuotedText::withoutNumber)
        .toList();
  }

  private @Nullable String findVersionParameter(ArchivedDisclosure document) {
    return lookup.isNewest(document.version())
        ? null
        : PortalLinks.fingerprintPrefix(document.version().sha256());
  }

  private static List<SectionPage.Link> sectionLinks(
      ArchivedDisclosure document, PortalLinks links) {
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
