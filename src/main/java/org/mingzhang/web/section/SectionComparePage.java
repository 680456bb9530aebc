package org.mingzhang.web.section;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Section;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.diff.ParagraphAlignment;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.source.SearchPort;

/**
 * Two sections side by side with differences marked: {@code
 * /compare/sections?a=DOCUMENT/SECTION&b=DOCUMENT/SECTION}. Without {@code b} the page offers
 * sections with the same heading.
 */
public final class SectionComparePage implements Handler {
  /**
   * One of the two sections.
   *
   * @param id permalink id, {@code DOCUMENT/SECTION}
   * @param facts description of its document
   * @param heading heading of the section
   * @param page 1-based page
   * @param address its address
   */
  public record ComparedSection(
      String id, DocumentDescription facts, String heading, int page, String address) {}

  private final PageRenderer pages;
  private final SameHeadingSearch sameHeadingSearch;

  /** Creates an instance that compares sections of the archive. */
  public SectionComparePage(PageRenderer pages, SearchPort search) {
    this.pages = pages;
    this.sameHeadingSearch = new SameHeadingSearch(search);
  }

  @Override
  public void handle(Context ctx) {
    RequestParameters parameters = PageRenderer.parameters(ctx);
    PortalLinks links = pages.links(ctx);
    DocumentLookup.Resolution.FoundSection a = findSection(parameters.text("a", ""));
    String wanted = parameters.text("b");
    DocumentLookup.Resolution.FoundSection b = wanted == null ? null : findSection(wanted);
    Map<String, Object> model = new HashMap<>();
    model.put("a", buildSide(a, links));
    model.put("others", sameHeadingSearch.find(a, links).hits());
    if (b != null) {
      model.put("b", buildSide(b, links));
      model.put("swapped", address(permalinkId(b), permalinkId(a), links));
      model.put("beside", ParagraphAlignment.align(paragraphs(a), paragraphs(b)));
    }
    String title = pages.labels(ctx).text("beside.title", a.section().title());
    String canonical =
        address(
            permalinkId(a), b == null ? null : permalinkId(b), new PortalLinks(Language.CHINESE));
    pages.show(ctx, "section/beside", PageHead.withoutIndexing(title, canonical), model);
  }

  private DocumentLookup.Resolution.FoundSection findSection(String id) {
    int slash = id.indexOf('/');
    if (slash < 0) {
      throw new NotFoundException("section " + id, "");
    }
    return switch (pages
        .documents()
        .findSection(id.substring(0, slash), id.substring(slash + 1), null)) {
      case DocumentLookup.Resolution.FoundSection shown -> shown;
      case DocumentLookup.Resolution.MovedSection moved ->
          findSection(moved.documentId() + "/" + moved.slug());
    };
  }

  private static String permalinkId(DocumentLookup.Resolution.FoundSection foundSection) {
    return foundSection.document().id() + "/" + foundSection.slug();
  }

  private static ComparedSection buildSide(
      DocumentLookup.Resolution.FoundSection foundSection, PortalLinks links) {
    return new ComparedSection(
        permalinkId(foundSection),
        DocumentDescription.of(foundSection.document()),
        foundSection.section().heading(),
        foundSection.section().page(),
        links.section(foundSection.document().id(), foundSection.slug()));
  }

  private static String address(String a, @Nullable String b, PortalLinks links) {
    return links.page(new QueryString().add("a", a).add("b", b).appendTo("/compare/sections"));
  }

  /** The paragraphs of a section, and the rows of its tables with separated cells. */
  private static List<String> paragraphs(DocumentLookup.Resolution.FoundSection foundSection) {
    return foundSection.section().body().stream()
        .map(Section.Part::text)
        .flatMap(t -> Arrays.stream(t.split("\n")))
        .map(t -> t.replaceAll("\t+", " │ ").strip())
        .filter(t -> !t.isEmpty())
        .toList();
  }
}
