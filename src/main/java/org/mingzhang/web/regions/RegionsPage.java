package org.mingzhang.web.regions;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.RegionLinks;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.coverage.CoverageGrid;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.section.SectionPage;

/** The tree of regions, {@code /regions}, and one region's page, {@code /regions/PLACE}. */
public final class RegionsPage {
  private static final int FEED_ENTRIES = 50;

  /** Maximum number of years shown as tiles. */
  private static final int MAX_YEARS = 8;

  /**
   * Maximum number of regions in the tree of all regions: enough for provinces and cities; the
   * 3,200 counties are on the pages of their cities.
   */
  static final int MAX_REGIONS = 700;

  private final PageRenderer pages;
  private final DocumentCatalog catalog;
  private final RegionLinks regionLinks;
  private final KeyFigureTables keyFigures;
  private final CoverageGrid grid;

  /** Creates an instance that shows the regions of the documents in a catalog. */
  public RegionsPage(
      PageRenderer pages,
      DocumentCatalog catalog,
      RegionLinks regionLinks,
      KeyFigureTables keyFigures,
      CoverageGrid grid) {
    this.pages = pages;
    this.catalog = catalog;
    this.regionLinks = regionLinks;
    this.keyFigures = keyFigures;
    this.grid = grid;
  }

  /**
   * Shows the tree of regions, or only the regions whose path contains the text {@code find=}; deep
   * levels are left out if they have more than {@link #MAX_REGIONS} regions.
   */
  public void showRegions(Context ctx) {
    String find = PageRenderer.parameters(ctx).text("find", "").strip();
    List<Hit> all = catalog.currentSnapshot().disclosures().toList();
    List<Hit> documents =
        all.stream()
            .filter(d -> find.isEmpty() || String.join("", d.region()).contains(find))
            .toList();
    List<Integer> years = latestYears(documents);
    PortalLinks links = pages.links(ctx);
    SearchUrl nowhere =
        SearchUrl.of("", SearchScope.DOCUMENTS)
            .withToggled(FacetDimension.REGION, SearchRequest.NOT_STATED);
    Map<String, Object> model = new HashMap<>();
    model.put("find", find);
    model.put("years", years);
    int levels = RegionTree.countLevels(documents, MAX_REGIONS);
    model.put("levels", levels);
    model.put("deeper", documents.stream().anyMatch(d -> d.region().size() > levels));
    model.put("tree", new RegionTree(years, regionLinks, links).build(documents, levels));
    model.put("unknown", all.stream().filter(d -> d.region().isEmpty()).count());
    model.put("unknownAddress", links.search(nowhere));
    pages.show(
        ctx,
        "regions/regions",
        PageHead.of(pages.labels(ctx).text("nav.regions"), "/regions"),
        model);
  }

  private static List<Integer> latestYears(List<Hit> documents) {
    return DocumentCatalog.years(documents).stream().limit(MAX_YEARS).toList();
  }

  /**
   * Shows the page of one region.
   *
   * @throws NotFoundException if no document is of the region or one within it
   */
  public void showRegion(Context ctx) {
    List<String> path = regionLinks.parseRegion(ctx.pathParam("place"));
    List<Hit> documents = findDocumentsWithin(path);
    if (documents.isEmpty()) {
      throw new NotFoundException("document of " + path, path.getLast());
    }
    PortalLinks links = pages.links(ctx);
    SearchUrl here =
        SearchUrl.of("", SearchScope.DOCUMENTS)
            .withToggled(FacetDimension.REGION, String.join("/", path));
    List<Integer> years = latestYears(documents);
    List<Hit> own = documents.stream().filter(d -> Objects.equals(d.region(), path)).toList();
    Map<String, Object> model = new HashMap<>();
    model.put("name", path.getLast());
    model.put("above", ancestorLinks(path, links));
    model.put("years", years);
    model.put("below", new RegionTree(years, regionLinks, links).buildChildren(path, documents));
    model.put("beside", siblingLinks(path, links));
    model.put(
        "agencies",
        grid.buildRows(
            CoverageGrid.groupByAgency(own), years, List.of(), pages.labels(ctx), links));
    model.put("agencyCount", CoverageGrid.groupByAgency(documents).size());
    model.put("documents", documents.size());
    model.put("searchAddress", links.search(here));
    model.put("findingsAddress", links.search(here.withScope(SearchScope.FINDINGS)));
    model.put(
        "findingsFeed",
        PortalLinks.pathWithQuery(
            "/search.atom", here.withScope(SearchScope.FINDINGS).withSize(FEED_ENTRIES)));
    model.put("compareAddress", KeyFigureTables.compareAddress(path, links));
    model.put(
        "figures",
        keyFigures.buildTables(path, catalog.currentSnapshot(), pages.labels(ctx), links));
    pages.show(
        ctx,
        "regions/region",
        PageHead.of(String.join("", path), regionLinks.regionPageAddress(path)),
        model);
  }

  private List<Hit> findDocumentsWithin(List<String> path) {
    return catalog
        .currentSnapshot()
        .disclosures()
        .filter(
            d ->
                d.region().size() >= path.size() && d.region().subList(0, path.size()).equals(path))
        .toList();
  }

  private List<SectionPage.Link> siblingLinks(List<String> path, PortalLinks links) {
    List<String> above = path.subList(0, path.size() - 1);
    return findDocumentsWithin(above).stream()
        .map(Hit::region)
        .filter(r -> r.size() >= path.size())
        .map(r -> r.subList(0, path.size()))
        .filter(r -> !r.equals(path))
        .distinct()
        .map(
            r -> new SectionPage.Link(r.getLast(), links.page(regionLinks.regionPageAddress(r)), 0))
        .toList();
  }

  private List<SectionPage.Link> ancestorLinks(List<String> path, PortalLinks links) {
    List<SectionPage.Link> above = new ArrayList<>();
    for (int i = 1; i < path.size(); i++) {
      above.add(
          new SectionPage.Link(
              path.get(i - 1), links.page(regionLinks.regionPageAddress(path.subList(0, i))), 0));
    }
    return above;
  }
}
