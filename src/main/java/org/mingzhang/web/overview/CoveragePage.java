package org.mingzhang.web.overview;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.page.Catalogue;
import org.mingzhang.web.page.PageHead;
import org.mingzhang.web.page.Pages;
import org.mingzhang.web.page.ResultsPage.Choice;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;

/** What is in here and what is missing, by agency, year and category: {@code /coverage}. */
public final class CoveragePage implements Handler {
  private static final int AGENCIES = 100;

  private final Pages pages;
  private final Catalogue catalogue;
  private final CoverageGrid grid;

  /** Shows the catalogue. */
  public CoveragePage(Pages pages, Catalogue catalogue, CoverageGrid grid) {
    this.pages = pages;
    this.catalogue = catalogue;
    this.grid = grid;
  }

  @Override
  public void handle(Context ctx) {
    Parameters parameters = Pages.parameters(ctx);
    Labels labels = pages.labels(ctx);
    Links links = pages.links(ctx);
    String region = parameters.text("region");
    String category = parameters.text("category");
    int page = parameters.number("page", 1, 1_000_000);
    List<Hit> documents =
        catalogue.now().documents().stream().filter(d -> wanted(d, region, category)).toList();
    List<Integer> years = new Catalogue.Snapshot(0, documents).years();
    List<List<Hit>> agencies = CoverageGrid.agencies(documents);
    List<List<Hit>> shown = agencies.stream().skip((page - 1L) * AGENCIES).limit(AGENCIES).toList();
    List<CoverageGrid.Row> rows = grid.rows(shown, years, labels, links);
    Map<String, Object> model = new HashMap<>();
    model.put("years", years);
    model.put("rows", rows);
    model.put("agencies", AmountFormat.count(agencies.size()));
    model.put("documents", AmountFormat.count(documents.size()));
    model.put(
        "missing", rows.stream().flatMap(r -> r.cells().stream()).filter(List::isEmpty).count());
    model.put("categories", categories(region, category, labels, links));
    model.put("regions", regions(region, category, labels, links));
    boolean more = agencies.size() > page * AGENCIES;
    model.put("next", more ? address(region, category, page + 1, links) : "");
    model.put("undated", documents.stream().filter(d -> d.year() == null).count());
    pages.show(ctx, "coverage", PageHead.of(labels.text("nav.coverage"), "/coverage"), model);
  }

  private static boolean wanted(Hit hit, @Nullable String region, @Nullable String category) {
    String path = String.join("/", hit.region());
    return (region == null || path.equals(region) || path.startsWith(region + "/"))
        && (category == null || category.equals(hit.category()));
  }

  private List<Choice> categories(
      @Nullable String region, @Nullable String category, Labels labels, Links links) {
    List<Choice> choices = new ArrayList<>();
    choices.add(
        new Choice(
            labels.text("coverage.all"), "", address(region, null, 1, links), category == null));
    catalogue.now().documents().stream()
        .map(Hit::category)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .forEach(
            c ->
                choices.add(
                    new Choice(
                        labels.category(c), "", address(region, c, 1, links), c.equals(category))));
    return choices;
  }

  /** Provinces, and whatever region the address names. */
  private List<Choice> regions(
      @Nullable String region, @Nullable String category, Labels labels, Links links) {
    List<Choice> choices = new ArrayList<>();
    choices.add(
        new Choice(
            labels.text("coverage.regions"),
            "",
            address(null, category, 1, links),
            region == null));
    List<String> provinces =
        catalogue.now().documents().stream()
            .filter(d -> !d.region().isEmpty())
            .map(d -> d.region().getFirst())
            .distinct()
            .sorted()
            .toList();
    for (String province : provinces) {
      choices.add(
          new Choice(province, "", address(province, category, 1, links), province.equals(region)));
    }
    if (region != null && !provinces.contains(region)) {
      choices.add(
          new Choice(region.replace("/", " "), "", address(region, category, 1, links), true));
    }
    return choices;
  }

  private static String address(
      @Nullable String region, @Nullable String category, int page, Links links) {
    return links.page(
        new QueryString()
            .add("region", region)
            .add("category", category)
            .add("page", page == 1 ? null : page)
            .on("/coverage"));
  }
}
