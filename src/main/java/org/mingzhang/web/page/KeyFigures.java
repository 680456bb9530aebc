package org.mingzhang.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.source.SearchPort;

/** The figures that nearly every disclosure states, for a region's agencies over the years. */
public final class KeyFigures {
  /** Normalised names of the figures, in order. */
  public static final List<String> NAMES =
      List.of("收入总计", "支出总计", "基本支出", "项目支出", "三公经费支出决算", "公务接待费", "机关运行经费");

  private static final int AGENCIES = 6;

  private final SearchPort search;

  /** Reads from an index. */
  public KeyFigures(SearchPort search) {
    this.search = search;
  }

  /** A grid for each of the first agencies of a region itself, by agency. */
  Map<String, FigureGrid> of(List<String> path, Links links) {
    SearchAddress address =
        SearchAddress.of("", Scope.FIGURES).toggled(Dimension.REGION, String.join("/", path));
    for (String name : NAMES) {
      address = address.toggled(Dimension.FIGURE_NAME, name);
    }
    Map<String, List<Hit>> agencies = new LinkedHashMap<>();
    search.each(
        address.request(),
        hit -> {
          if (hit.region().equals(path)
              && (agencies.size() < AGENCIES || agencies.containsKey(Catalogue.agency(hit)))) {
            agencies.computeIfAbsent(Catalogue.agency(hit), k -> new ArrayList<>()).add(hit);
          }
        });
    Map<String, FigureGrid> grids = new LinkedHashMap<>();
    agencies.forEach(
        (agency, hits) -> {
          hits.sort(java.util.Comparator.comparingInt(h -> NAMES.indexOf(name(h))));
          grids.put(agency, FigureGrid.of(hits, KeyFigures::name, NAMES.size(), links));
        });
    return grids;
  }

  static String name(Hit hit) {
    return hit.values().getOrDefault("name", hit.title());
  }

  /** The comparison that starts with a region. */
  String compareAddress(List<String> path, Links links) {
    return links.page(
        new QueryString()
            .add("name", NAMES.get(4))
            .add("region", String.join("/", path))
            .on("/compare"));
  }
}
