package org.mingzhang.web.coverage;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.ChoiceLink;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SiteSection;

/** Existing and missing documents by agency, year and category: {@code /coverage}. */
public final class CoveragePage implements Handler {
  private static final int AGENCIES_PER_PAGE = 100;

  private final PageRenderer pages;
  private final DocumentCatalog catalog;
  private final CoverageGrid grid;
  private final Supplier<List<SiteSection>> siteSections;
  private final AtomicReference<@Nullable KnownGaps> latestGaps = new AtomicReference<>();

  /** All missing documents of one state of the index and of the sources. */
  private record KnownGaps(
      DocumentCatalog.Snapshot documents,
      List<SiteSection> siteSections,
      List<MissingDocument> gaps) {}

  /**
   * Creates an instance that shows the documents of the catalog. Site sections show where missing
   * documents should be published.
   */
  public CoveragePage(
      PageRenderer pages,
      DocumentCatalog catalog,
      CoverageGrid grid,
      Supplier<List<SiteSection>> siteSections) {
    this.pages = pages;
    this.catalog = catalog;
    this.grid = grid;
    this.siteSections = siteSections;
  }

  /** The missing documents that pass the filters of a request. */
  public List<MissingDocument> findGaps(Context ctx) {
    String region = PageRenderer.parameters(ctx).text("region");
    String category = PageRenderer.parameters(ctx).text("category");
    return findAllGaps().stream()
        .filter(gap -> isWithin(gap.region(), region))
        .filter(gap -> category == null || category.equals(gap.category()))
        .toList();
  }

  private List<MissingDocument> findAllGaps() {
    DocumentCatalog.Snapshot documents = catalog.currentSnapshot();
    List<SiteSection> sections = siteSections.get();
    KnownGaps known = latestGaps.get();
    if (known == null || known.documents() != documents || !known.siteSections().equals(sections)) {
      known =
          new KnownGaps(
              documents,
              sections,
              CoverageGapFinder.findMissing(documents.readDocuments(), sections));
      latestGaps.set(known);
    }
    return known.gaps();
  }

  private static boolean isWithin(String path, @Nullable String region) {
    return region == null || path.equals(region) || path.startsWith(region + "/");
  }

  @Override
  public void handle(Context ctx) {
    RequestParameters parameters = PageRenderer.parameters(ctx);
    Labels labels = pages.labels(ctx);
    PortalLinks links = pages.links(ctx);
    String region = parameters.text("region");
    String category = parameters.text("category");
    List<Hit> documents =
        catalog.currentSnapshot().disclosures().filter(d -> matches(d, region, category)).toList();
    List<Integer> years = DocumentCatalog.years(documents);
    List<List<Hit>> agencies = CoverageGrid.groupByAgency(documents);
    List<MissingDocument> gaps = findGaps(ctx);
    boolean list = "gaps".equals(parameters.text("view"));
    int page = parameters.pageNumber(list ? gaps.size() : agencies.size(), AGENCIES_PER_PAGE);
    List<List<Hit>> shown =
        agencies.stream().skip((page - 1L) * AGENCIES_PER_PAGE).limit(AGENCIES_PER_PAGE).toList();
    List<CoverageGrid.AgencyRow> agencyRows = grid.buildRows(shown, years, gaps, labels, links);
    Map<String, Object> model = new HashMap<>();
    model.put("views", viewChoices(region, category, gaps.size(), list, labels, links));
    model.put("list", list);
    model.put("gaps", list ? buildMissingRows(gaps, page, labels) : List.of());
    model.put(
        "export",
        new QueryString()
            .add("region", region)
            .add("category", category)
            .appendTo("/coverage.csv"));
    model.put("years", years);
    model.put("rows", agencyRows);
    long named = agencies.stream().filter(of -> of.getFirst().agency() != null).count();
    model.put("agencies", AmountFormat.formatCount(named));
    model.put("documents", AmountFormat.formatCount(documents.size()));
    model.put("missing", gaps.size());
    model.put("categories", categoryChoices(region, category, labels, links));
    model.put("regions", regionChoices(region, category, labels, links));
    boolean more = (list ? gaps.size() : agencies.size()) > page * AGENCIES_PER_PAGE;
    String view = list ? "gaps" : null;
    model.put("next", more ? address(region, category, view, page + 1, links) : "");
    model.put("undated", documents.stream().filter(d -> d.year() == null).count());
    pages.show(
        ctx, "coverage/coverage", PageHead.of(labels.text("nav.coverage"), "/coverage"), model);
  }

  private static boolean matches(Hit hit, @Nullable String region, @Nullable String category) {
    return isWithin(String.join("/", hit.region()), region)
        && (category == null || category.equals(hit.category()));
  }

  private List<ChoiceLink> categoryChoices(
      @Nullable String region, @Nullable String category, Labels labels, PortalLinks links) {
    List<ChoiceLink> choices = new ArrayList<>();
    choices.add(
        new ChoiceLink(
            labels.text("coverage.all"),
            "",
            address(region, null, null, 1, links),
            category == null));
    catalog.currentSnapshot().readDocuments().stream()
        .map(Hit::category)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .forEach(
            c ->
                choices.add(
                    new ChoiceLink(
                        labels.category(c),
                        "",
                        address(region, c, null, 1, links),
                        c.equals(category))));
    return choices;
  }

  /** Choices for the provinces and for the region in the address. */
  private List<ChoiceLink> regionChoices(
      @Nullable String region, @Nullable String category, Labels labels, PortalLinks links) {
    List<ChoiceLink> choices = new ArrayList<>();
    choices.add(
        new ChoiceLink(
            labels.text("coverage.regions"),
            "",
            address(null, category, null, 1, links),
            region == null));
    List<String> provinces =
        catalog.currentSnapshot().readDocuments().stream()
            .filter(d -> !d.region().isEmpty())
            .map(d -> d.region().getFirst())
            .distinct()
            .sorted()
            .toList();
    for (String province : provinces) {
      choices.add(
          new ChoiceLink(
              province, "", address(province, category, null, 1, links), province.equals(region)));
    }
    if (region != null && !provinces.contains(region)) {
      choices.add(
          new ChoiceLink(
              region.replace("/", " "), "", address(region, category, null, 1, links), true));
    }
    return choices;
  }

  /**
   * A row of the list of missing documents.
   *
   * @param gap the document
   * @param category name of its category
   * @param reason reason for expecting it
   */
  public record MissingDocumentRow(MissingDocument gap, String category, String reason) {
    /** The names of the region, separated from each other. */
    public String region() {
      return gap.region().replace("/", " ");
    }
  }

  private static List<MissingDocumentRow> buildMissingRows(
      List<MissingDocument> gaps, int page, Labels labels) {
    return gaps.stream()
        .skip((page - 1L) * AGENCIES_PER_PAGE)
        .limit(AGENCIES_PER_PAGE)
        .map(
            gap -> new MissingDocumentRow(gap, labels.category(gap.category()), gap.reason(labels)))
        .toList();
  }

  private static List<ChoiceLink> viewChoices(
      @Nullable String region,
      @Nullable String category,
      int gapCount,
      boolean isList,
      Labels labels,
      PortalLinks links) {
    return List.of(
        new ChoiceLink(
            labels.text("coverage.view.grid"),
            "",
            address(region, category, null, 1, links),
            !isList),
        new ChoiceLink(
            labels.text("coverage.view.gaps"),
            AmountFormat.formatCount(gapCount),
            address(region, category, "gaps", 1, links),
            isList));
  }

  private static String address(
      @Nullable String region,
      @Nullable String category,
      @Nullable String view,
      int page,
      PortalLinks links) {
    return links.page(
        new QueryString()
            .add("region", region)
            .add("category", category)
            .add("view", view)
            .add("page", page == 1 ? null : page)
            .appendTo("/coverage"));
  }
}
