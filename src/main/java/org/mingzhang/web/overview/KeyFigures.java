package org.mingzhang.web.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.chart.Sparkline;
import org.mingzhang.web.compare.Entry;
import org.mingzhang.web.compare.Grid;
import org.mingzhang.web.compare.GridMaker;
import org.mingzhang.web.compare.Question;
import org.mingzhang.web.compare.Values;
import org.mingzhang.web.page.Catalogue;
import org.mingzhang.web.page.FigureNames;
import org.mingzhang.web.source.SearchPort;

/** The figures that nearly every disclosure states, for a region's agencies over the years. */
public final class KeyFigures {
  private static final int AGENCIES = 6;

  /**
   * An agency's figures.
   *
   * @param agency its name
   * @param years columns
   * @param lines one for each figure that it states
   */
  public record Table(String agency, List<Integer> years, List<Line> lines) {}

  /**
   * A figure over the years.
   *
   * @param name its name
   * @param compare the figure for all agencies of the region
   * @param cells its amounts
   * @param spark the same drawn, or empty
   */
  public record Line(String name, String compare, List<Grid.Cell> cells, String spark) {}

  private final SearchPort search;

  /** Reads from an index. */
  public KeyFigures(SearchPort search) {
    this.search = search;
  }

  /** A table for each of the first agencies of a region itself. */
  List<Table> of(List<String> path, Links links) {
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
    List<Table> tables = new ArrayList<>();
    agencies.forEach((agency, hits) -> tables.add(table(agency, hits, path, links)));
    return tables;
  }

  private static Table table(String agency, List<Hit> hits, List<String> path, Links links) {
    GridMaker maker =
        new GridMaker(e -> new GridMaker.Key(path, name(e.hit())), (key, year) -> true, links);
    List<Entry> entries =
        hits.stream()
            .sorted(Comparator.comparingInt(h -> FigureNames.KEY.indexOf(name(h))))
            .map(Values::figure)
            .filter(Objects::nonNull)
            .toList();
    Grid grid = maker.of(entries, List.of(), List.of());
    List<Line> lines = grid.rows().stream().map(row -> line(row, path, links)).toList();
    return new Table(agency, grid.years(), lines);
  }

  private static Line line(Grid.Row row, List<String> path, Links links) {
    List<@Nullable BigDecimal> values = new ArrayList<>();
    row.cells().forEach(c -> values.add(c.value()));
    return new Line(
        row.label(),
        links.page(Question.address(row.label(), path)),
        row.cells(),
        Sparkline.draw(row.label(), values));
  }

  private static String name(Hit hit) {
    return hit.values().getOrDefault("name", hit.title());
  }

  /** The comparison that starts with a region. */
  static String compareAddress(List<String> path, Links links) {
    return links.page(Question.address(FigureNames.KEY.get(4), path));
  }
}
