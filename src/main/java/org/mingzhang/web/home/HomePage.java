package org.mingzhang.web.home;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.account.HeadlineAccounts;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.archive.VersionFilter;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Finding;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.text.ChinaTime;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.coverage.CoverageTiles;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.ChoiceLink;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.results.HitView;
import org.mingzhang.web.source.PortalServices;

/** The first page: search box, counts, examples and recent documents. */
public final class HomePage implements Handler {
  private static final int MAX_EXAMPLES = 4;
  private static final int MAX_TOPICS = 10;

  /**
   * A document that arrived recently.
   *
   * @param title its title
   * @param address its address
   * @param day day of arrival
   * @param version number of its version
   */
  public record Arrival(String title, String address, LocalDate day, int version) {}

  private final PageRenderer pages;
  private final PortalServices services;
  private final DocumentCatalog catalog;

  /** Creates an instance that shows the content of the index. */
  public HomePage(PageRenderer pages, PortalServices services, DocumentCatalog catalog) {
    this.pages = pages;
    this.services = services;
    this.catalog = catalog;
  }

  @Override
  public void handle(Context ctx) {
    PortalLinks links = pages.links(ctx);
    DocumentCatalog.Snapshot documents = catalog.currentSnapshot();
    SearchUrl proven =
        SearchUrl.of("", SearchScope.FINDINGS)
            .withToggled(FacetDimension.SEVERITY, Labels.id(Finding.Severity.PROOF))
            .withSort(Sort.GAP)
            .withSize(50);
    SearchResults findings = services.search().search(proven.request());
    Map<String, Object> model = new HashMap<>();
    SearchResults sections =
        services.search().search(SearchUrl.of("", SearchScope.SECTIONS).withSize(1).request());
    model.put("counts", formatCounts(documents, sections));
    model.put("topics", topicChoices(sections, pages.labels(ctx), links));
    model.put("comparisons", comparisonChoices(documents, pages.labels(ctx), links));
    model.put("tiles", CoverageTiles.build(documents, 12, links));
    model.put("arrivals", findArrivals(links));
    model.put("findings", HitView.withoutHighlights(chooseVariedFindings(findings.hits()), links));
    model.put("years", documents.years());
    pages.show(
        ctx,
        "home/home",
        new PageHead(
            pages.labels(ctx).text("home.title"),
            pages.labels(ctx).text("home.lead"),
            true,
            "/",
            null,
            null),
        model);
  }

  /**
   * Chooses at most {@link #MAX_EXAMPLES} varied examples, preferring findings of kinds and
   * documents that have not been chosen yet.
   */
  private static List<Hit> chooseVariedFindings(List<Hit> findings) {
    Set<String> documents = new HashSet<>();
    Set<String> kinds = new HashSet<>();
    Set<Hit> chosen = new LinkedHashSet<>();
    for (Hit finding : findings) {
      boolean repeated =
          kinds.contains(kind(finding)) || documents.contains(finding.documentTitle());
      if (!repeated) {
        kinds.add(kind(finding));
        documents.add(finding.documentTitle());
        chosen.add(finding);
      }
    }
    findings.stream()
        .filter(f -> kinds.add(kind(f)) || documents.add(f.documentTitle()))
        .forEach(chosen::add);
    chosen.addAll(findings);
    return chosen.stream().limit(MAX_EXAMPLES).toList();
  }

  private static String kind(Hit finding) {
    return finding.values().getOrDefault("kind", "");
  }

  /**
   * Choices for the most frequent topics of sections, at most {@link #MAX_TOPICS}, without the
   * unspecific ones.
   */
  private static List<ChoiceLink> topicChoices(
      SearchResults sections, Labels labels, PortalLinks links) {
    Set<String> vague = Set.of(Topic.OTHER.label(), Topic.OVERVIEW.label(), Topic.ANNEX.label());
    return sections.facets().getOrDefault(FacetDimension.TOPIC, List.of()).stream()
        .filter(t -> Topic.ofLabel(t.path()).isPresent() && !vague.contains(t.path()))
        .limit(MAX_TOPICS)
        .map(
            t -> {
              SearchUrl about =
                  SearchUrl.of("", SearchScope.SECTIONS)
                      .withToggled(FacetDimension.TOPIC, t.path());
              return new ChoiceLink(labels.topic(t.path()), "", links.search(about), false);
            })
        .toList();
  }

  private static List<ChoiceLink> comparisonChoices(
      DocumentCatalog.Snapshot documents, Labels labels, PortalLinks links) {
    return documents.readDocuments().isEmpty()
        ? List.of()
        : headlineAccounts(documents).stream()
            .map(n -> new ChoiceLink(labels.account(n), "", links.compare("figure", n), false))
            .toList();
  }

  /**
   * The headline accounts: those for agencies, followed by those for governments if the archive has
   * a document of a government.
   */
  private static List<String> headlineAccounts(DocumentCatalog.Snapshot documents) {
    boolean governments = documents.readDocuments().stream().anyMatch(Hit::isAboutWholeGovernment);
    HeadlineAccounts headlines = HeadlineAccounts.standard();
    return governments ? headlines.accounts() : headlines.agencyAccounts();
  }

  private static Map<String, String> formatCounts(
      DocumentCatalog.Snapshot documents, SearchResults sections) {
    Map<SearchScope, Long> totals = sections.scopeTotals();
    Map<String, String> counts = new HashMap<>();
    totals.forEach((scope, count) -> counts.put(scope.id(), AmountFormat.formatCount(count)));
    counts.put(
        "regions",
        AmountFormat.formatCount(
            documents.groupByRegion().keySet().stream().filter(r -> !r.isEmpty()).count()));
    counts.put("agencies", AmountFormat.formatCount(documents.agencyCount()));
    return counts;
  }

  private List<Arrival> findArrivals(PortalLinks links) {
    return services.archive().versionLog().latest(VersionFilter.ALL, 6).stream()
        .map(v -> buildArrival(v, links))
        .toList();
  }

  private Arrival buildArrival(DocumentVersion version, PortalLinks links) {
    String title =
        pages
            .documents()
            .find(version)
            .map(DocumentDescription::title)
            .orElse(version.documentId());
    return new Arrival(
        title,
        links.document(version.documentId()),
        ChinaTime.toDate(version.firstSeen()),
        version.number());
  }
}
