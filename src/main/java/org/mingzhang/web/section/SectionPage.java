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
import org.mingzhang.web.highlight.QuoteHighlighter;
import org.mingzhang.web.highlight.QuotedText;
import org.mingzhang.web.highlight.RowAnchors;
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
  private final SameHeadingSearch sameHeadingSearch;
  private final CitationBuilder citationBuilder;
  private final CrossDocumentFindingFinder crossDocumentFinder;

  /** Creates an instance that shows sections of the archive. */
  public SectionPage(PageRenderer pages, PortalServices services, DocumentCatalog catalog) {
    this.pages = pages;
    this.services = services;
    this.lookup = pages.documents();
    this.citationBuilder = new CitationBuilder(pages, services);
    this.crossDocumentFinder = new CrossDocumentFindingFinder(catalog, lookup);
    this.sameHeadingSearch = new SameHeadingSearch(services.search());
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

  private void show(
      Context ctx, DocumentLookup.Resolution.FoundSection foundSection, String query) {
    ArchivedDisclosure document = foundSection.document();
    PageRenderer.setLastModified(ctx, document.version().firstSeen());
    boolean newest = lookup.isNewest(document.version());
    String version = newest ? "" : PortalLinks.fingerprintPrefix(document.version().sha256());
    List<FindingView> findings = findFindings(foundSection, newest);
    FactView fact = findFact(ctx, foundSection, version);
    Map<String, Object> model =
        new HashMap<>(buildTextModel(ctx, foundSection, query, version, findings, fact));
    model.put("fact", fact);
    model.put("unknownFact", fact == null ? PageRenderer.parameters(ctx).text("fact", "") : "");
    model.put("newest", newest);
    model.put(
        "missing",
        MissingQuoteOrFinding.find(
                foundSection,
                quoteParameter(ctx),
                PageRenderer.parameters(ctx).text("finding", ""),
                findings,
                services.archive(),
                lookup)
            .orElse(null));
    model.put("version", document.version());
    model.put("facts", DocumentDescription.of(document));
    model.put("findings", findings);
    model.put("elsewhere", sameHeadingSearch.find(foundSection, pages.links(ctx)));
    model.put("shared", newest ? findSharedText(foundSection, pages.links(ctx)) : null);
    String permalink = citationBuilder.permalink(ctx, foundSection);
    model.put("permalink", permalink);
    model.put(
        "copyLink",
        linkForCopying(ctx, permalink, citationBuilder.pinnedPermalink(ctx, foundSection), fact));
    model.put("citation", citationBuilder.citeSection(foundSection, permalink));
    model.put("citePath", PortalLinks.permalink(document.id(), foundSection.slug()) + "/cite");
    model.put("citeVersion", version.isEmpty() ? "" : "&v=" + version);
    model.put("embedCode", EmbedCode.build(pages.origin(ctx), foundSection));
    model.put("oembed", new QueryString().add("url", permalink).appendTo("/oembed"));
    pages.show(
        ctx, "section/section", createHead(foundSection, pages.origin(ctx), permalink), model);
  }

  /** The fact named in the address; null if it names none or the version does not have it. */
  private @Nullable FactView findFact(
      Context ctx, DocumentLookup.Resolution.FoundSection foundSection, String version) {
    String anchor = PageRenderer.parameters(ctx).text("fact", "");
    return anchor.isEmpty()
        ? null
        : DocumentAmounts.findByAnchor(
                foundSection.document(), anchor, pages.labels(ctx), pages.links(ctx), version)
            .orElse(null);
  }

  private @Nullable SharedText findSharedText(
      DocumentLookup.Resolution.FoundSection foundSection, PortalLinks links) {
    return services
        .search()
        .findTextReuse(foundSection.document().id() + "/" + foundSection.slug())
        .map(found -> SharedText.build(found, foundSection.section(), links))
        .filter(SharedText::hasNonBoilerplate)
        .orElse(null);
  }

  private Map<String, Object> buildTextModel(
      Context ctx,
      DocumentLookup.Resolution.FoundSection foundSection,
      String query,
      String version,
      List<FindingView> findings,
      @Nullable FactView fact) {
    ArchivedDisclosure document = foundSection.document();
    String path = foundSection.section().path();
    PortalLinks links = pages.links(ctx);
    MatchHighlighter marks = new MatchHighlighter(services.search(), query);
    SectionBody body =
        SectionBody.build(
            document.disclosure(),
            foundSection.section(),
            marks,
            collectQuotes(ctx, path, findings),
            fact == null
                ? FactHighlighter.none()
                : FactHighlighter.of(fact.fact(), fact.anchor(), path));
    List<DocumentOutline.Entry> outline =
        DocumentOutline.build(
            document, links, query, version, foundSection.index(), matchCounts(document, query));
    Map<String, Object> model = new HashMap<>();
    model.put("section", foundSection.section());
    QuoteHighlighter unlocated = new QuoteHighlighter(body.unlocatedQuotes());
    model.put("heading", highlightTitle(query, foundSection.section().printedHeading(), unlocated));
    model.put(
        "anchors",
        RowAnchors.renderAnchors(
            Stream.concat(
                    body.unlocatedRows().stream(),
                    unlocated.unlocatedQuotes().stream().map(QuotedText::id))
                .toList()));
    model.put("slug", foundSection.slug());
    model.put("body", body);
    model.put("hitCount", marks.count());
    model.put("query", query);
    model.put("results", links.results(query));
    model.put("outline", outline);
    model.put("crumbs", crumbLinks(foundSection, links, query, version));
    model.put("children", childLinks(foundSection, links, query, version));
    model.put("previous", neighborLink(foundSection, -1, links, query, version));
    model.put("next", neighborLink(foundSection, 1, links, query, version));
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

  /**
   * The link for copying: the permalink or, if a quote or fact is highlighted, the permalink of the
   * version shown, in which the highlighted words do not change.
   */
  private static String linkForCopying(
      Context ctx, String permalink, String pinnedPermalink, @Nullable FactView fact) {
    String quote = quoteParameter(ctx);
    QueryString further =
        new QueryString().add("fact", fact == null ? null : fact.anchor()).add("quote", quote);
    String anchor = !quote.isBlank() ? "#quote" : fact != null ? "#" + fact.anchor() : "";
    return anchor.isEmpty() ? permalink : further.appendTo(pinnedPermalink) + anchor;
  }

  private String highlightTitle(String query, String heading, QuoteHighlighter quoteHighlighter) {
    List<MatchHighlighter.Run> runs =
        TitleHighlighter.highlight(services.search(), query, List.of(heading)).getFirst().stream()
            .map(fragment -> new MatchHighlighter.Run(fragment.text(), fragment.matched(), ""))
            .toList();
    return HighlightedHtmlRenderer.render(runs, quoteHighlighter.locate(heading));
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
      DocumentLookup.Resolution.FoundSection foundSection,
      PortalLinks links,
      String query,
      String version) {
    Disclosure disclosure = foundSection.document().disclosure();
    String title = disclosure.metadata().title();
    return DocumentOutline.ancestorsOf(disclosure.sections(), foundSection.index()).stream()
        .filter(i -> !disclosure.sections().get(i).heading().equals(title))
        .map(i -> createLink(foundSection.document(), i, links, query, version))
        .toList();
  }

  private static List<Link> childLinks(
      DocumentLookup.Resolution.FoundSection foundSection,
      PortalLinks links,
      String query,
      String version) {
    List<Section> sections = foundSection.document().disclosure().sections();
    List<Link> children = new ArrayList<>();
    int level = foundSection.section().level();
    for (int i = foundSection.index() + 1;
        i < sections.size() && sections.get(i).level() > level;
        i++) {
      if (DocumentOutline.ancestorsOf(sections, i).getLast() == foundSection.index()) {
        children.add(createLink(foundSection.document(), i, links, query, version));
      }
    }
    return children;
  }

  private static @Nullable Link neighborLink(
      DocumentLookup.Resolution.FoundSection foundSection,
      int step,
      PortalLinks links,
      String query,
      String version) {
    int index = foundSection.index() + step;
    return index < 0 || index >= foundSection.document().sectionIds().size()
        ? null
        : createLink(foundSection.document(), index, links, query, version);
  }

  private static Link createLink(
      ArchivedDisclosure document, int index, PortalLinks links, String query, String version) {
    Section section = document.disclosure().sections().get(index);
    return new Link(
        section.heading(),
        links.section(document.id(), document.sectionIds().get(index), query, version),
        section.page());
  }

  /** Findings that quote the section, within the document and, if newest, between documents. */
  private List<FindingView> findFindings(
      DocumentLookup.Resolution.FoundSection foundSection, boolean isNewest) {
    List<FindingView> own =
        FindingView.findQuoting(foundSection.document(), foundSection.section().path());
    List<FindingView> others =
        isNewest
            ? crossDocumentFinder.findOfSection(foundSection.document(), foundSection.slug())
            : List.of();
    return Stream.concat(own.stream(), others.stream()).toList();
  }

  private PageHead createHead(
      DocumentLookup.Resolution.FoundSection foundSection, String origin, String permalink) {
    String text = foundSection.section().text();
    return new PageHead(
        foundSection.section().heading()
            + " · "
            + DocumentDescription.title(foundSection.document()),
        text.length() > 120 ? text.substring(0, 120) + "…" : text,
        true,
        PortalLinks.permalink(foundSection.document().id(), foundSection.slug()),
        null,
        StructuredData.buildSection(foundSection, origin, permalink));
  }
}
