package org.mingzhang.web.overview;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.page.Catalogue;
import org.mingzhang.web.page.PageHead;
import org.mingzhang.web.page.Pages;
import org.mingzhang.web.page.ResultsPage;
import org.mingzhang.web.render.Amounts;
import org.mingzhang.web.render.Labels;

/** What is in here and what is missing, by agency, year and category: {@code /coverage}. */
public final class CoveragePage implements Handler {
  private static final int AGENCIES = 100;

  /**
   * An agency.
   *
   * @param region its region
   * @param name its name
   * @param cells one for each year: its documents, empty where there is none
   */
  public record Row(String region, String name, List<List<Item>> cells) {}

  /**
   * Documents of one category in a cell.
   *
   * @param category their category, or a word for none
   * @param address the document, or the list of them
   * @param count how many there are
   * @param versions how many versions are kept of that with most
   * @param scanned whether all of them are scans whose text was recognised
   */
  public record Item(String category, String address, int count, int versions, boolean scanned) {}

  private final Pages pages;
  private final Catalogue catalogue;
  private final Archive archive;

  /** Shows the catalogue. */
  public CoveragePage(Pages pages, Catalogue catalogue, Archive archive) {
    this.pages = pages;
    this.catalogue = catalogue;
    this.archive = archive;
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
    List<List<Hit>> agencies = agencies(documents);
    List<Row> rows =
        agencies.stream()
            .skip((page - 1L) * AGENCIES)
            .limit(AGENCIES)
            .map(hits -> row(hits, years, labels, links))
            .toList();
    Map<String, Object> model = new HashMap<>();
    model.put("years", years);
    model.put("rows", rows);
    model.put("agencies", Amounts.count(agencies.size()));
    model.put("documents", Amounts.count(documents.size()));
    model.put("choices", choices(region, category, labels, links));
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

  private static List<List<Hit>> agencies(List<Hit> documents) {
    Map<String, List<Hit>> agencies = new LinkedHashMap<>();
    for (Hit hit : documents) {
      agencies
          .computeIfAbsent(hit.region() + Catalogue.agency(hit), k -> new ArrayList<>())
          .add(hit);
    }
    return List.copyOf(agencies.values());
  }

  private Row row(List<Hit> hits, List<Integer> years, Labels labels, Links links) {
    List<List<Item>> cells = new ArrayList<>();
    for (Integer year : years) {
      Map<String, List<Hit>> categories = new LinkedHashMap<>();
      hits.stream()
          .filter(h -> Objects.equals(h.year(), year))
          .forEach(
              h ->
                  categories
                      .computeIfAbsent(
                          Objects.requireNonNullElse(h.category(), ""), k -> new ArrayList<>())
                      .add(h));
      cells.add(categories.values().stream().map(same -> item(same, labels, links)).toList());
    }
    Hit first = hits.getFirst();
    return new Row(String.join(" ", first.region()), Catalogue.agency(first), cells);
  }

  private Item item(List<Hit> same, Labels labels, Links links) {
    Hit first = same.getFirst();
    String category = first.category();
    return new Item(
        category == null ? labels.text("unknown") : labels.category(category),
        same.size() == 1 ? links.document(first.documentId()) : links.search(list(first)),
        same.size(),
        same.stream().mapToInt(h -> archive.versions(h.documentId()).size()).max().orElse(1),
        same.stream().allMatch(CoveragePage::scanned));
  }

  private static SearchAddress list(Hit hit) {
    SearchAddress address = SearchAddress.of("", Scope.DOCUMENTS);
    if (hit.agency() != null) {
      address = address.toggled(Dimension.AGENCY, hit.agency());
    }
    if (hit.year() != null) {
      address = address.toggled(Dimension.YEAR, hit.year().toString());
    }
    return address.toggled(
        Dimension.CATEGORY, Objects.requireNonNullElse(hit.category(), SearchRequest.NOT_STATED));
  }

  private static boolean scanned(Hit hit) {
    return !hit.values().getOrDefault("recognised", "0").equals("0");
  }

  /** Categories and provinces by which the grid is narrowed. */
  private List<ResultsPage.Choice> choices(
      @Nullable String region, @Nullable String category, Labels labels, Links links) {
    List<ResultsPage.Choice> choices = new ArrayList<>();
    choices.add(
        new ResultsPage.Choice(
            labels.text("coverage.all"), "", address(region, null, 1, links), category == null));
    catalogue.now().documents().stream()
        .map(Hit::category)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .forEach(
            c ->
                choices.add(
                    new ResultsPage.Choice(
                        labels.category(c), "", address(region, c, 1, links), c.equals(category))));
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
