package org.mingzhang.web.agency;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.mingzhang.agency.SuccessionTable;
import org.mingzhang.model.Fact;
import org.mingzhang.model.SearchScope;
import org.mingzhang.web.address.AgencyLinks;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.RegionLinks;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.PortalServices;

/** The page of an agency over the years, {@code /agencies/REGION?name=}. */
public final class AgencyPage implements Handler {
  /** Maximum number of years, each of which is a column; the latest ones are shown. */
  private static final int MAX_YEARS = 10;

  private final PageRenderer pages;
  private final PortalServices services;
  private final AgencyProfileFinder finder;
  private final AgencyLinks agencyLinks = AgencyLinks.standard();
  private final PeerComparison peers;

  /** Creates an instance that shows agencies that have documents in a catalog. */
  public AgencyPage(
      PageRenderer pages,
      PortalServices services,
      DocumentCatalog catalog,
      SuccessionTable successions) {
    this.pages = pages;
    this.services = services;
    this.finder = new AgencyProfileFinder(catalog, successions);
    this.peers = new PeerComparison(services.search(), catalog);
  }

  /**
   * A predecessor or successor of the agency.
   *
   * @param name its name
   * @param address address of its page
   * @param years first and last year of its documents, or the only one; empty if none is known
   * @param successorHasOtherBodies whether the successor also took over from others
   * @param source legal source of the succession
   */
  public record RelatedAgency(
      String name, String address, String years, boolean successorHasOtherBodies, String source) {}

  @Override
  public void handle(Context ctx) {
    RequestParameters parameters = PageRenderer.parameters(ctx);
    String name = parameters.text("name", "");
    AgencyLinks.AgencyKey agencyKey = agencyLinks.keyFromAddress(ctx.pathParam("place"), name);
    AgencyProfile profile =
        finder
            .find(agencyKey)
            .orElseThrow(() -> new NotFoundException("agency " + agencyKey, name));
    Labels labels = pages.labels(ctx);
    PortalLinks links = pages.links(ctx);
    Map<String, Object> model = new HashMap<>(buildModel(profile, links));
    Map<AgencyProfile, ProfileFacts> facts = new HashMap<>();
    profile
        .withPredecessors()
        .forEach(each -> facts.put(each, ProfileFacts.search(services.search(), each)));
    List<Integer> years = latestYears(profile, facts.values());
    model.put("years", years);
    model.put(
        "rows",
        new AgencyYearTable(
                profile,
                years,
                services.search(),
                services.archive(),
                pages.documents(),
                labels,
                links)
            .buildRows());
    AgencyTables columns = new AgencyTables(profile, years, labels, links);
    model.putAll(columns.buildModel(facts));
    model.putAll(peers.buildModel(profile, facts, parameters.text("account"), labels, links));
    String canonical = agencyLinks.agencyPath(agencyKey);
    pages.show(ctx, "agency/agency", PageHead.of(profile.name(), canonical), model);
  }

  /**
   * The years of the documents and the earlier years for which the documents state amounts, since a
   * disclosure also states amounts of the year before; ascending, at most {@link #MAX_YEARS}.
   */
  private static List<Integer> latestYears(AgencyProfile profile, Collection<ProfileFacts> facts) {
    TreeSet<Integer> documentYears = profile.years();
    TreeSet<Integer> years = new TreeSet<>(documentYears);
    for (ProfileFacts each : facts) {
      each.agencyFacts().stream()
          .filter(fact -> fact.kind() == Fact.Kind.AMOUNT)
          .mapToInt(fact -> Objects.requireNonNull(fact.year()))
          .filter(year -> documentYears.contains(year + 1))
          .forEach(years::add);
    }
    return years.stream().skip(Math.max(0, years.size() - MAX_YEARS)).toList();
  }

  private Map<String, Object> buildModel(AgencyProfile profile, PortalLinks links) {
    List<String> region = profile.key().region();
    Map<String, Object> model = new HashMap<>();
    model.put("name", profile.name());
    model.put("region", String.join(" › ", region));
    model.put(
        "regionAddress",
        region.isEmpty() ? "" : links.page(RegionLinks.standard().regionPageAddress(region)));
    model.put("names", profile.names().stream().filter(n -> !n.equals(profile.name())).toList());
    model.put("formers", profile.predecessors().stream().map(f -> buildRelated(f, links)).toList());
    model.put(
        "successors",
        finder.findSuccessors(profile).stream().map(f -> buildRelated(f, links)).toList());
    model.put(
        "documentsAddress",
        links.search(ProfileFacts.documentSearch(SearchScope.DOCUMENTS, profile)));
    model.put("factsFile", factsFileAddress(profile));
    return model;
  }

  private static String factsFileAddress(AgencyProfile profile) {
    QueryString query = new QueryString();
    profile.names().forEach(name -> query.add("agency", name));
    if (!profile.key().region().isEmpty()) {
      query.add("region", String.join("/", profile.key().region()));
    }
    return query.add("format", "csv").appendTo("/api/v1/facts");
  }

  private RelatedAgency buildRelated(AgencyProfile.Predecessor predecessor, PortalLinks links) {
    TreeSet<Integer> years = predecessor.profile().years();
    String span =
        years.isEmpty()
            ? ""
            : years.size() == 1 ? years.first().toString() : years.first() + "–" + years.last();
    return new RelatedAgency(
        predecessor.profile().name(),
        links.page(agencyLinks.agencyPath(predecessor.profile().key())),
        span,
        predecessor.succession().successorHasOtherBodies(),
        predecessor.succession().source());
  }
}
