package org.mingzhang.web.section;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.cite.CitationBuilder;
import org.mingzhang.web.document.DocumentAmounts;
import org.mingzhang.web.document.DocumentOutline;
import org.mingzhang.web.document.FactView;
import org.mingzhang.web.document.StructuredData;
import org.mingzhang.web.finding.CrossDocumentFindingFinder;
import org.mingzhang.web.finding.FindingView;
import org.mingzhang.web.highlight.FactHighlighter;
import org.mingzhang.web.highlight.HighlightedHtmlRenderer;
import org.mingzhang.web.highlight.MatchHighlighter;
import org.mingzhang.web.highlight.QuotedText;
import org.mingzhang.web.highlight.TitleHighlighter;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.source.PortalServices;

/** The page of a section: {@code /d/DOCUMENT/SECTION?q=&v=&fact=&quote=}. */
public final class SectionPage implements Handler {
  /**
   * A link to another section.
   *
   * @param text its text
   * @param address its address
   * @param page 1-based page of the target, 0 if unknown
   */
  public record Link(String text, String address, int page) {}

  private final PageRenderer pages;
  private final PortalServices services;
  private final DocumentLookup lookup;
  private final SameHeadingSearch elsewhere;
  private final CitationBuilder citations;
  private final CrossDocumentFindingFinder across;

  /** Creates an instance that shows sections of the archive. */
  public SectionPage(PageRenderer pages, PortalServices services, DocumentCatalog catalog) {
    this.pages = pages;
    this.services = services;
    this.lookup = pages.documents();
    this.citations = new CitationBuilder(pages, services);
    this.across = new CrossDocumentFindingFinder(catalog, lookup);
    this.elsewhere = new SameHeadingSearch(services.search());
  }

  @Override
  public void handle(Context ctx) {
    RequestParameters parameters = PageRenderer.parameters(ctx);
    String version = parameters.text("v");
    String query = parameters.text("q", "");
    switch (lookup.findSection(ctx.pathParam("document"), ctx.pathParam("section"), version)) {
      case DocumentLookup.Resolution.MovedSection to ->
          ctx.redirect(
              pages.links(ctx).section(to.documentId(), to.slug(), query, null),
              HttpStatus.MOVED_PERMANENTLY);
      case DocumentLookup.Resolution.FoundSection shown -> show(ctx, shown, query);
    }
  }

  private void show(Context ctx, DocumentLookup.Resolution.FoundSection shown, String query) {
    ArchivedDisclosure document = shown.document();
    PageRenderer.setLastModified(ctx, document.version().firstSeen());
    boolean newest = lookup.isNewest(document.version());
    String version = newest ? "" : PortalLinks.fingerprintPrefix(document.version().sha256());
    List<FindingView> findings = findFindings(shown, newest);
    FactView fact = findFact(ctx, shown, version);
    Map<String, Object> model =
        new HashMap<>(buildTextModel(ctx, shown, query, version, findings, fact));
    model.put("fact", fact);
    model.put("newest", newest);
    model.put("version", document.version());
    model.put("facts", DocumentDescription.of(document));
    model.put("findings", findings);
    model.put("elsewhere", elsewhere.find(shown, pages.links(ctx)));
    model.put("shared", newest ? findSharedText(shown, pages.links(ctx)) : null);
    String permalink = citations.permalink(ctx, shown);
    model.put("permalink", permalink);
    model.put("copyLink", linkForCopying(ctx, permalink, fact));
    model.put("citation", citations.citeSection(shown, permalink));
    model.put("citePath", PortalLinks.permalink(document.id(), shown.slug()) + "/cite");
    model.put("citeVersion", version.isEmpty() ? "" : "&v=" + version);
    model.put("embedCode", EmbedCode.build(pages.origin(ctx), shown));
    model.put("oembed", new QueryString().add("url", permalink).appendTo("/oembed"));
    pages.show(ctx, "section/section", createHead(shown, pages.origin(ctx), permalink), model);
  }

  /** The fact named in the address; null if it names none or the version does not have it. */
  private @Nullable FactView findFact(
      Context ctx, DocumentLookup.Resolution.FoundSection shown, String version) {
    String anchor = PageRenderer.parameters(ctx).text("fact", "");
    return anchor.isEmpty()
        ? null
        : DocumentAmounts.findByAnchor(
                shown.document(), anchor, pages.labels(ctx), pages.links(ctx), version)
            .orElse(null);
  }

  private @Nullable SharedText findSharedText(
      DocumentLookup.Resolution.FoundSection shown, PortalLinks links) {
    return services
        .search()
        .findTextReuse(shown.document().id() + "/" + shown.slug())
        .map(found -> SharedText.build(found, shown.section(), links))
        .filter(SharedText::hasNonBoilerplate)
        .orElse(null);
  }

  private Map<String, Object> buildTextModel(
      Context ctx,
      DocumentLookup.Resolution.FoundSection shown,
      String query,
      String version,
      List<FindingView> findings,
      @Nullable FactView fact) {
    ArchivedDisclosure document = shown.document();
    String path = shown.section().path();
    PortalLinks links = pages.links(ctx);
    MatchHighlighter marks = new MatchHighlighter(services.search(), query);
    SectionBody body =
        SectionBody.build(
            document.disclosure(),
            shown.section(),
            marks,
            collectQuotes(ctx, path, findings),
            fact == null
                ? FactHighlighter.none()
                : FactHighlighter.of(fact.fact(), fact.anchor(), path));
    List<DocumentOutline.Entry> outline =
        DocumentOutline.build(
            document, links, query, version, shown.index(), matchCounts(document, query));
    Map<String, Object> model = new HashMap<>();
    model.put("section", shown.section());
    model.put("heading", highlightTitle(query, shown.section().heading()));
    model.put("slug", shown.slug());
    model.put("body", body);
    model.put("hitCount", marks.count());
    model.put("query", query);
    model.put("results", links.results(query));
    model.put("outline", outline);
    model.put("crumbs", crumbLinks(shown, links, query, version));
    model.put("children", childLinks(shown, links, query, version));
    model.put("previous", neighborLink(shown, -1, links, query, version));
    model.put("next", neighborLink(shown, 1, links, query, version));
    return model;
  }

  /** The quotes of findings and the quote in the address. */
  private static List<QuotedText> collectQuotes(
      Context ctx, String path, List<FindingView> findings) {
    List<QuotedText> quoted = new ArrayList<>(QuotedText.parseRequested(quoteParameter(ctx)));
    quoted.addAll(QuotedText.ofSection(path, findings));
    return quoted;
  }

  private static String quoteParameter(Context ctx) {
    return PageRenderer.parameters(ctx).text("quote", "");
  }

  /** The permalink, with the highlighted quote or fact, for copying. */
  private static String linkForCopying(Context ctx, String permalink, @Nullable FactView fact) {
    String quote = quoteParameter(ctx);
    QueryString further =
        new QueryString().add("fact", fact == null ? null : fact.anchor()).add("quote", quote);
    String anchor = !quote.isBlank() ? "#quote" : fact != null ? "#" + fact.anchor() : "";
    return further.appendTo(permalink) + anchor;
  }

  private String highlightTitle(String query, String heading) {
    return HighlightedHtmlRenderer.render(
        TitleHighlighter.highlight(services.search(), query, List.of(heading)).getFirst());
  }

  private List<Integer> matchCounts(ArchivedDisclosure document, String query) {
    if (query.isBlank()) {
      return List.of();
    }
    List<String> texts = document.disclosure().sections().stream().map(Section::text).toList();
    return services.search().highlightWords(query, texts).stream()
        .map(runs -> (int) runs.stream().filter(r -> r.matched()).count())
        .toList();
  }

  /** Links to the sections above, without one whose heading repeats the title of the document. */
  private static List<Link> crumbLinks(
      DocumentLookup.Resolution.FoundSection shown,
      PortalLinks links,
      String query,
      String version) {
    Disclosure disclosure = shown.document().disclosure();
    String title = disclosure.metadata().title();
    return DocumentOutline.ancestorsOf(disclosure.sections(), shown.index()).stream()
        .filter(i -> !disclosure.sections().get(i).heading().equals(title))
        .map(i -> createLink(shown.document(), i, links, query, version))
        .toList();
  }

  private static List<Link> childLinks(
      DocumentLookup.Resolution.FoundSection shown,
      PortalLinks links,
      String query,
      String version) {
    List<Section> sections = shown.document().disclosure().sections();
    List<Link> children = new ArrayList<>();
    int level = shown.section().level();
    for (int i = shown.index() + 1; i < sections.size() && sections.get(i).level() > level; i++) {
      if (DocumentOutline.ancestorsOf(sections, i).getLast() == shown.index()) {
        children.add(createLink(shown.document(), i, links, query, version));
      }
    }
    return children;
  }

  private static @Nullable Link neighborLink(
      DocumentLookup.Resolution.FoundSection shown,
      int step,
      PortalLinks links,
      String query,
      String version) {
    int index = shown.index() + step;
    return index < 0 || index >= shown.document().sectionIds().size()
        ? null
        : createLink(shown.document(), index, links, query, version);
  }

  private static Link createLink(
      ArchivedDisclosure document, int index, PortalLinks links, String query, String version) {
    Section section = document.disclosure().sections().get(index);
    return new Link(
        section.heading(),
        links.section(document.id(), document.sectionIds().get(index), query, version),
        section.page());
  }

  /** Findings that quote the section, within the document and between documents. */
  private List<FindingView> findFindings(
      DocumentLookup.Resolution.FoundSection shown, boolean newest) {
    List<FindingView> own = FindingView.findQuoting(shown.document(), shown.section().path());
    List<FindingView> others =
        newest ? across.findOfSection(shown.document(), shown.slug()) : List.of();
    return Stream.concat(own.stream(), others.stream()).toList();
  }

  private PageHead createHead(
      DocumentLookup.Resolution.FoundSection shown, String origin, String permalink) {
    String text = shown.section().text();
    return new PageHead(
        shown.section().heading() + " · " + DocumentDescription.title(shown.document()),
        text.length() > 120 ? text.substring(0, 120) + "…" : text,
        true,
        PortalLinks.permalink(shown.document().id(), shown.slug()),
        null,
        StructuredData.buildSection(shown, origin, permalink));
  }
}
