package org.mingzhang.web.document;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Region;
import org.mingzhang.web.address.AgencyLinks;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.RegionLinks;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.cite.CitationBuilder;
import org.mingzhang.web.finding.CrossDocumentFindingFinder;
import org.mingzhang.web.finding.FindingView;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.ChoiceLink;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.results.EditionView;
import org.mingzhang.web.source.PortalServices;

/** The page of a document: {@code /d/DOCUMENT?view=&v=}. */
public final class DocumentPage implements Handler {
  private static final List<String> VIEWS =
      List.of("outline", "tables", "indicators", "figures", "findings", "versions");

  /** Maximum number of sections of an outline that is shown expanded. */
  private static final int MAX_UNFOLDED_SECTIONS = 120;

  private final PageRenderer pages;
  private final PortalServices services;
  private final DocumentLookup lookup;
  private final CitationBuilder citationBuilder;
  private final CrossDocumentFindingFinder crossDocumentFinder;
  private final DocumentFindings findings;

  /** Creates an instance that shows documents of the archive. */
  public DocumentPage(PageRenderer pages, PortalServices services, DocumentCatalog catalog) {
    this.pages = pages;
    this.services = services;
    this.lookup = pages.documents();
    this.citationBuilder = new CitationBuilder(pages, services);
    this.crossDocumentFinder = new CrossDocumentFindingFinder(catalog, lookup);
    this.findings = new DocumentFindings(crossDocumentFinder);
  }

  @Override
  public void handle(Context ctx) {
    RequestParameters parameters = PageRenderer.parameters(ctx);
    ArchivedDisclosure document =
        lookup.findDocument(ctx.pathParam("document"), parameters.text("v"));
    String wanted = parameters.text("view", VIEWS.getFirst());
    String view = VIEWS.contains(wanted) ? wanted : VIEWS.getFirst();
    PortalLinks links = pages.links(ctx);
    PageRenderer.setLastModified(ctx, document.version().firstSeen());
    boolean newest = lookup.isNewest(document.version());
    String version = newest ? "" : PortalLinks.fingerprintPrefix(document.version().sha256());
    Map<String, Object> model =
        new HashMap<>(buildContent(document, view, pages.labels(ctx), links, version));
    model.putAll(buildAmountsModel(ctx, document, view, version));
    if (view.equals("findings")) {
      String severity = parameters.text("severity");
      model.putAll(findings.buildModel(document, severity, version, pages.labels(ctx), links));
    }
    String permalink = citationBuilder.permalink(ctx, document);
    model.put("newest", newest);
    model.put(
        "provenance",
        lookup.findProvenance(document.version()).map(ProvenanceView::new).orElse(null));
    model.put("view", view);
    model.put("permalink", permalink);
    model.put("tabs", buildTabs(document, view, pages.labels(ctx), links, version));
    model.put("citation", citationBuilder.citeDocument(document, permalink));
    model.put("citePath", PortalLinks.permalink(document.id()) + "/cite");
    model.put("citeVersion", version.isEmpty() ? "" : "&v=" + version);
    model.put("fileVersion", version.isEmpty() ? "" : "?v=" + version);
    pages.show(ctx, "document/document", createHead(document, permalink), model);
  }

  private Map<String, Object> buildContent(
      ArchivedDisclosure document, String view, Labels labels, PortalLinks links, String version) {
    Map<String, Object> model = new HashMap<>();
    model.put("document", document);
    model.put("facts", DocumentDescription.of(document));
    model.put(
        "editions",
        crossDocumentFinder
            .findListingWithEditions(document)
            .map(hit -> EditionView.buildOtherEditions(hit, document.id(), links, labels))
            .orElse(List.of()));
    Region region = document.disclosure().metadata().region();
    model.put(
        "regionAddress",
        region == null ? "" : links.page(RegionLinks.standard().regionPageAddress(region.path())));
    model.put("agencyAddress", agencyAddress(document, links));
    model.put("evidence", document.disclosure().metadata().evidence());
    model.put("warnings", document.disclosure().warnings().stream().map(labels::warning).toList());
    model.put("folded", document.disclosure().sections().size() > MAX_UNFOLDED_SECTIONS);
    model.put("outline", DocumentOutline.build(document, links, "", version, -1, List.of()));
    model.putAll(buildRowsModel(new DocumentRows(document, links, version), view));
    model.put("versions", services.archive().versions(document.id()));
    return model;
  }

  private static String agencyAddress(ArchivedDisclosure document, PortalLinks links) {
    String agency = document.disclosure().metadata().agency();
    Region region = document.disclosure().metadata().region();
    return agency == null
        ? ""
        : links.page(
            AgencyLinks.standard()
                .agencyPath(
                    AgencyLinks.AgencyKey.of(region == null ? List.of() : region.path(), agency)));
  }

  /**
   * Models of the most severe findings, tables, indicators and figures. A model is empty if the
   * view does not show it. Figures are shown only if the record has no facts.
   */
  private static Map<String, Object> buildRowsModel(DocumentRows rows, String view) {
    Map<String, Object> model = new HashMap<>();
    boolean outline = view.equals("outline");
    model.put("topFindings", outline ? FindingView.findMostSevere(rows.document(), 3) : List.of());
    model.put("tables", view.equals("tables") ? rows.buildTables() : List.of());
    model.put("indicators", view.equals("indicators") ? rows.buildIndicators() : List.of());
    boolean old = view.equals("figures") && !DocumentAmounts.hasFacts(rows.document());
    model.put("figures", old ? rows.buildFigures() : List.of());
    return model;
  }

  /**
   * Models of the amounts: key amounts next to the outline, or all amounts in the view of figures.
   */
  private Map<String, Object> buildAmountsModel(
      Context ctx, ArchivedDisclosure document, String view, String version) {
    Map<String, Object> model = new HashMap<>();
    DocumentAmounts amounts =
        new DocumentAmounts(document, pages.labels(ctx), pages.links(ctx), version);
    boolean all = view.equals("figures");
    int page = PageRenderer.parameters(ctx).positiveInt("page", 1, 1_000_000);
    model.put("digest", view.equals("outline") ? amounts.findKeyAmounts() : List.of());
    model.put("headlines", all ? amounts.buildHeadlineTables() : List.of());
    model.put("said", all && page == 1 ? amounts.buildOtherFacts() : List.of());
    if (all) {
      DocumentAmounts.ItemPage items = amounts.buildItemPage(page);
      boolean more = items.number() < items.pages();
      model.put("items", items);
      model.put("itemsBefore", itemPageAddress(ctx, document, version, items.number() - 1));
      model.put(
          "itemsNext", more ? itemPageAddress(ctx, document, version, items.number() + 1) : "");
    }
    return model;
  }

  /** Address of another page of the amounts of items; empty for page numbers below 1. */
  private String itemPageAddress(
      Context ctx, ArchivedDisclosure document, String version, int page) {
    return page < 1
        ? ""
        : pages
            .links(ctx)
            .page(
                new QueryString()
                        .add("view", "figures")
                        .add("v", version)
                        .add("page", page == 1 ? null : page)
                        .appendTo(PortalLinks.permalink(document.id()))
                    + "#items");
  }

  private List<ChoiceLink> buildTabs(
      ArchivedDisclosure document, String view, Labels labels, PortalLinks links, String version) {
    Disclosure disclosure = document.disclosure();
    boolean newest = version.isEmpty();
    Map<String, Integer> counts =
        Map.of(
            "outline", disclosure.sections().size(),
            "tables", disclosure.tables().size(),
            "indicators", disclosure.indicators().size(),
            "figures",
                DocumentAmounts.hasFacts(document)
                    ? disclosure.facts().size()
                    : disclosure.figures().size(),
            "findings",
                newest
                    ? crossDocumentFinder.storedFindingCount(document)
                    : disclosure.findings().size(),
            "versions", services.archive().versions(document.id()).size());
    List<ChoiceLink> tabs = new ArrayList<>();
    for (String name : VIEWS) {
      String path =
          new QueryString()
              .add("view", name.equals("outline") ? null : name)
              .add("v", version)
              .appendTo(PortalLinks.permalink(document.id()));
      tabs.add(
          new ChoiceLink(
              labels.text("document." + name),
              AmountFormat.formatCount(counts.getOrDefault(name, 0)),
              links.page(path),
              name.equals(view)));
    }
    return tabs;
  }

  private static PageHead createHead(ArchivedDisclosure document, @Nullable String permalink) {
    return new PageHead(
        DocumentDescription.title(document),
        "",
        true,
        PortalLinks.permalink(document.id()),
        null,
        StructuredData.buildDocument(document, permalink == null ? "" : permalink));
  }
}
