package org.mingzhang.web.overview;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.page.Catalogue;
import org.mingzhang.web.page.NotFoundException;
import org.mingzhang.web.page.PageHead;
import org.mingzhang.web.page.Pages;
import org.mingzhang.web.page.RegionLinks;
import org.mingzhang.web.page.SectionPage;

/** The tree of regions, {@code /regions}, and one region's page, {@code /regions/PLACE}. */
public final class RegionsPage {
  /**
   * An agency with its documents.
   *
   * @param name its name
   * @param documents its documents, newest first
   */
  public record Agency(String name, List<Hit> documents) {}

  private final Pages pages;
  private final Catalogue catalogue;
  private final RegionLinks regions;
  private final KeyFigures figures;

  /** Shows the regions of the catalogue. */
  public RegionsPage(Pages pages, Catalogue catalogue, RegionLinks regions, KeyFigures figures) {
    this.pages = pages;
    this.catalogue = catalogue;
    this.regions = regions;
    this.figures = figures;
  }

  /** All regions. */
  public void all(Context ctx) {
    List<Hit> documents = catalogue.now().documents();
    Map<String, Object> model = new HashMap<>();
    model.put("tree", RegionTree.of(documents, regions));
    model.put("unknown", documents.stream().filter(d -> d.region().isEmpty()).count());
    model.put(
        "unknownAddress",
        pages
            .links(ctx)
            .search(
                SearchAddress.of("", Scope.DOCUMENTS)
                    .toggled(Dimension.REGION, org.mingzhang.query.SearchRequest.NOT_STATED)));
    pages.show(
        ctx, "regions", PageHead.of(pages.labels(ctx).text("nav.regions"), "/regions"), model);
  }

  /** One region. */
  public void one(Context ctx) {
    List<String> path = regions.path(ctx.pathParam("place"));
    List<Hit> documents =
        catalogue.now().documents().stream()
            .filter(
                d ->
                    d.region().size() >= path.size()
                        && d.region().subList(0, path.size()).equals(path))
            .toList();
    if (documents.isEmpty()) {
      throw new NotFoundException("document of " + path, path.getLast());
    }
    Links links = pages.links(ctx);
    SearchAddress here =
        SearchAddress.of("", Scope.DOCUMENTS).toggled(Dimension.REGION, String.join("/", path));
    Map<String, Object> model = new HashMap<>();
    model.put("name", path.getLast());
    model.put("above", above(path, links));
    model.put("below", children(documents, path));
    model.put("agencies", agencies(documents, path));
    model.put("documents", documents.size());
    model.put("searchAddress", links.search(here));
    model.put("findingsAddress", links.search(here.in(Scope.FINDINGS)));
    model.put("compareAddress", figures.compareAddress(path, links));
    model.put("figures", figures.of(path, links));
    pages.show(ctx, "region", PageHead.of(String.join("", path), regions.of(path)), model);
  }

  private List<SectionPage.Link> above(List<String> path, Links links) {
    List<SectionPage.Link> above = new ArrayList<>();
    for (int i = 1; i < path.size(); i++) {
      above.add(
          new SectionPage.Link(path.get(i - 1), links.page(regions.of(path.subList(0, i))), 0));
    }
    return above;
  }

  private List<RegionTree.Node> children(List<Hit> documents, List<String> path) {
    List<RegionTree.Node> nodes = RegionTree.of(documents, regions);
    for (int i = 0; i < path.size() && !nodes.isEmpty(); i++) {
      nodes = nodes.getFirst().children();
    }
    return nodes;
  }

  private static List<Agency> agencies(List<Hit> documents, List<String> path) {
    Map<String, List<Hit>> agencies = new LinkedHashMap<>();
    documents.stream()
        .filter(d -> Objects.equals(d.region(), path))
        .forEach(d -> agencies.computeIfAbsent(Catalogue.agency(d), k -> new ArrayList<>()).add(d));
    return agencies.entrySet().stream().map(e -> new Agency(e.getKey(), e.getValue())).toList();
  }
}
