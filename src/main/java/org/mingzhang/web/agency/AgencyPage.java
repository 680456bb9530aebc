package org.mingzhang.web.agency;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mingzhang.agency.Successions;
import org.mingzhang.model.Scope;
import org.mingzhang.web.address.AgencyLinks;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.RegionLinks;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.Pages;
import org.mingzhang.web.lookup.Catalogue;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.PortalSources;

/** {@code /agencies/REGION?name=}: an agency over the years. */
public final class AgencyPage implements Handler {
  /** Years with columns of their own, the latest. */
  private static final int YEARS = 10;

  private final Pages pages;
  private final PortalSources sources;
  private final AgencyRegister register;
  private final AgencyLinks agencies = AgencyLinks.standard();
  private final Peers peers;

  /** Shows agencies of the catalogue. */
  public AgencyPage(
      Pages pages, PortalSources sources, Catalogue catalogue, Successions successions) {
    this.pages = pages;
    this.sources = sources;
    this.register = new AgencyRegister(catalogue, successions);
    this.peers = new Peers(sources.search(), catalogue);
  }

  /**
   * Another agency that this one took over from, or that took over from it.
   *
   * @param name its name
   * @param address its page
   * @param years first and last year of its documents
   * @param merged whether the successor took over from others as well
   * @param source where that is laid down
   */
  public record Related(String name, String address, String years, boolean merged, String source) {}

  @Override
  public void handle(Context ctx) {
    Parameters parameters = Pages.parameters(ctx);
    String name = parameters.text("name", "");
    AgencyLinks.Key key = agencies.key(ctx.pathParam("place"), name);
    AgencyBody body =
        register.find(key).orElseThrow(() -> new NotFoundException("agency " + key, name));
    Labels labels = pages.labels(ctx);
    Links links = pages.links(ctx);
    Map<String, Object> model = new HashMap<>(about(body, links));
    List<Integer> years = years(body);
    Map<AgencyBody, BodyFacts> facts = new HashMap<>();
    body.all().forEach(each -> facts.put(each, BodyFacts.of(sources.search(), each)));
    model.put("years", years);
    model.put(
        "rows",
        new BodyRows(
                body, years, sources.search(), sources.archive(), pages.documents(), labels, links)
            .rows());
    YearColumns columns = new YearColumns(body, years, labels, links);
    model.putAll(columns.of(facts));
    model.putAll(peers.of(body, facts, parameters.text("account"), labels, links));
    String canonical = agencies.of(key);
    pages.show(ctx, "agency/agency", PageHead.of(body.name(), canonical), model);
  }

  private static List<Integer> years(AgencyBody body) {
    TreeSet<Integer> years = body.years();
    return years.stream().skip(Math.max(0, years.size() - YEARS)).toList();
  }

  private Map<String, Object> about(AgencyBody body, Links links) {
    List<String> region = body.key().region();
    Map<String, Object> model = new HashMap<>();
    model.put("name", body.name());
    model.put("region", String.join(" › ", region));
    model.put(
        "regionAddress", region.isEmpty() ? "" : links.page(RegionLinks.standard().of(region)));
    model.put("names", body.names().stream().filter(n -> !n.equals(body.name())).toList());
    model.put("formers", body.formers().stream().map(f -> related(f, links)).toList());
    model.put(
        "successors", register.successors(body).stream().map(f -> related(f, links)).toList());
    model.put("documentsAddress", links.search(BodyFacts.documents(Scope.DOCUMENTS, body)));
    model.put("factsFile", factsFile(body));
    return model;
  }

  private static String factsFile(AgencyBody body) {
    QueryString query = new QueryString();
    body.names().forEach(name -> query.add("agency", name));
    if (!body.key().region().isEmpty()) {
      query.add("region", String.join("/", body.key().region()));
    }
    return query.add("format", "csv").on("/api/v1/facts");
  }

  private Related related(AgencyBody.Former former, Links links) {
    TreeSet<Integer> years = former.body().years();
    String span =
        years.isEmpty()
            ? ""
            : years.size() == 1 ? years.first().toString() : years.first() + "–" + years.last();
    return new Related(
        former.body().name(),
        links.page(agencies.of(former.body().key())),
        span,
        former.how().merged(),
        former.how().source());
  }
}
