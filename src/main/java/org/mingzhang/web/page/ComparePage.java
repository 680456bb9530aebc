package org.mingzhang.web.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.chart.Charts;
import org.mingzhang.web.render.Amounts;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/** One figure over agencies and years: {@code /compare?name=&region=…&year=…}. */
public final class ComparePage implements Handler {
  private static final int ROWS = 60;
  private static final int FIGURES = 20_000;

  /**
   * A region to choose.
   *
   * @param path its path joined with a slash
   * @param label its name
   * @param depth how far below the province it is
   * @param chosen whether it is chosen
   */
  public record Place(String path, String label, int depth, boolean chosen) {}

  /** What is compared. */
  record Comparison(String name, SearchAddress address, FigureGrid grid) {}

  private final Pages pages;
  private final SearchPort search;
  private final Catalogue catalogue;
  private final RegionLinks regions;

  /** Compares what the index has. */
  public ComparePage(Pages pages, SearchPort search, Catalogue catalogue, RegionLinks regions) {
    this.pages = pages;
    this.search = search;
    this.catalogue = catalogue;
    this.regions = regions;
  }

  @Override
  public void handle(Context ctx) {
    Comparison comparison = read(ctx);
    FigureGrid grid = comparison.grid();
    Labels labels = pages.labels(ctx);
    Map<String, Object> model = new HashMap<>();
    model.put("name", comparison.name());
    model.put("names", names(comparison));
    model.put("places", places(comparison.address()));
    model.put("years", catalogue.now().years());
    model.put("chosenYears", comparison.address().included(Dimension.YEAR));
    model.put("grid", grid);
    model.put("summary", summary(grid, labels));
    model.put("chart", chart(comparison, labels));
    model.put("listAddress", pages.links(ctx).search(comparison.address().sorted(Sort.AMOUNT)));
    String query = new QueryString().add("name", comparison.name()).toString();
    String chosen = comparison.address().encode().replaceAll("(^|&)(scope|name|sort)=[^&]*", "");
    String state = chosen.isEmpty() ? query : query + (chosen.startsWith("&") ? "" : "&") + chosen;
    model.put("state", state);
    pages.show(
        ctx,
        "compare",
        PageHead.of(labels.text("compare.title", comparison.name()), "/compare?" + state),
        model);
  }

  /** {@code /compare.svg}: the chart alone. */
  public void picture(Context ctx) {
    Comparison comparison = read(ctx);
    ctx.header("Content-Disposition", "attachment; filename=\"compare.svg\"");
    ctx.contentType("image/svg+xml").result(chart(comparison, pages.labels(ctx)));
  }

  Comparison read(Context ctx) {
    Parameters parameters = Pages.parameters(ctx);
    String name = parameters.text("name", KeyFigures.NAMES.getFirst());
    SearchAddress address =
        SearchAddress.of("", Scope.FIGURES).toggled(Dimension.FIGURE_NAME, name);
    for (String region : parameters.all("region")) {
      address = address.toggled(Dimension.REGION, region);
    }
    for (String year : parameters.all("year")) {
      address = address.toggled(Dimension.YEAR, year);
    }
    List<Hit> figures = new ArrayList<>();
    search.each(
        address.request(),
        hit -> {
          if (figures.size() < FIGURES) {
            figures.add(hit);
          }
        });
    figures.sort(
        java.util.Comparator.comparing((Hit h) -> String.join("/", h.region()))
            .thenComparing(Catalogue::agency));
    return new Comparison(
        name,
        address,
        FigureGrid.of(figures, Catalogue::agency, ROWS, pages.links(ctx))
            .only(parameters.all("year")));
  }

  private List<String> names(Comparison comparison) {
    SearchResults all = search.search(SearchAddress.of("", Scope.FIGURES).sized(1).request());
    List<String> names =
        new ArrayList<>(
            all.facets().getOrDefault(Dimension.FIGURE_NAME, List.of()).stream()
                .map(SearchResults.FacetValue::path)
                .toList());
    if (!names.contains(comparison.name())) {
      names.addFirst(comparison.name());
    }
    return names;
  }

  private List<Place> places(SearchAddress address) {
    List<Place> places = new ArrayList<>();
    add(places, RegionTree.of(catalogue.now().documents(), regions), 0, address);
    return places;
  }

  private static void add(
      List<Place> places, List<RegionTree.Node> nodes, int depth, SearchAddress address) {
    for (RegionTree.Node node : nodes) {
      String path = String.join("/", node.path());
      places.add(
          new Place(path, node.name(), depth, address.included(Dimension.REGION).contains(path)));
      add(places, node.children(), depth + 1, address);
    }
  }

  private static String chart(Comparison comparison, Labels labels) {
    FigureGrid grid = comparison.grid();
    List<Charts.Series> series = grid.series();
    if (series.isEmpty()) {
      return "";
    }
    List<String> years = grid.years().stream().map(String::valueOf).toList();
    String title =
        labels.filled2("compare.chart.title", comparison.name(), String.join("、", years));
    return grid.years().size() > 2 && series.size() <= Charts.MOST_LINES
        ? Charts.lines(title, years, series)
        : Charts.bars(title, labels.text("compare.missing"), years, series);
  }

  /** The chart in words: how many amounts there are, the largest and the smallest. */
  private static String summary(FigureGrid grid, Labels labels) {
    record Stated(String label, int year, BigDecimal yuan) {}
    List<Stated> stated = new ArrayList<>();
    for (FigureGrid.Row row : grid.rows()) {
      for (int i = 0; i < grid.years().size(); i++) {
        FigureGrid.Cell cell = row.cells().get(i);
        if (cell != null) {
          stated.add(new Stated(row.label(), grid.years().get(i), cell.yuan()));
        }
      }
    }
    if (stated.isEmpty()) {
      return labels.text("compare.none");
    }
    stated.sort(java.util.Comparator.comparing(Stated::yuan));
    Stated least = stated.getFirst();
    Stated most = stated.getLast();
    int missing = grid.rows().size() * grid.years().size() - stated.size();
    return labels.filled(
        "compare.summary",
        stated.size(),
        missing,
        most.label() + " " + most.year(),
        Amounts.tenThousands(most.yuan()),
        least.label() + " " + least.year(),
        Amounts.tenThousands(least.yuan()));
  }

  /** The table as a file has it: a head, then agency and an amount in 万元 or null a year. */
  public List<List<@Nullable Object>> table(Context ctx) {
    Comparison comparison = read(ctx);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<@Nullable Object> head = new ArrayList<>();
    head.add(comparison.name() + " (" + pages.labels(ctx).text("unit.wan") + ")");
    head.addAll(comparison.grid().years());
    rows.add(head);
    for (FigureGrid.Row row : comparison.grid().rows()) {
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(row.label());
      row.cells().forEach(c -> cells.add(c == null ? null : Amounts.inTenThousands(c.yuan())));
      rows.add(cells);
    }
    return rows;
  }
}
