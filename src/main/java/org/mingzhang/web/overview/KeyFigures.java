package org.mingzhang.web.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.compare.Entry;
import org.mingzhang.web.compare.Grid;
import org.mingzhang.web.compare.GridMaker;
import org.mingzhang.web.compare.Values;
import org.mingzhang.web.page.Catalogue;
import org.mingzhang.web.page.FigureNames;
import org.mingzhang.web.source.SearchPort;

/** The figures that nearly every disclosure states, for a region's agencies over the years. */
public final class KeyFigures {
  private static final int AGENCIES = 6;

  private final SearchPort search;

  /** Reads from an index. */
  public KeyFigures(SearchPort search) {
    this.search = search;
  }

  /** A grid for each of the first agencies of a region itself, by agency. */
  Map<String, Grid> of(List<String> path, Links links) {
    SearchAddress address =
        SearchAddress.of("", Scope.FIGURES).toggled(Dimension.REGION, String.join("/", path));
    for (String name : FigureNames.KEY) {
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
    GridMaker maker =
        new GridMaker(e -> new GridMaker.Key(path, name(e.hit())), (key, year) -> true, links);
    Map<String, Grid> grids = new LinkedHashMap<>();
    agencies.forEach(
        (agency, hits) -> {
          hits.sort(java.util.Comparator.comparingInt(h -> FigureNames.KEY.indexOf(name(h))));
          List<Entry> entries = hits.stream().map(Values::figure).filter(Objects::nonNull).toList();
          grids.put(agency, maker.of(entries, List.of(), List.of()));
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
            .add("name", FigureNames.KEY.get(4))
            .add("region", String.join("/", path))
            .on("/compare"));
  }
}
