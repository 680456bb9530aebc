package org.mingzhang.web.leads;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.ChoiceLink;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.results.FacetView;

/**
 * {@code /leads} and {@code /leads/PART}: findings, and targets with large deviations, of all
 * documents.
 */
public final class LeadsPage implements Handler {
  private static final List<FacetDimension> FILTERS =
      List.of(
          FacetDimension.REGION,
          FacetDimension.YEAR,
          FacetDimension.FINDING_KIND,
          FacetDimension.CATEGORY);

  private final PageRenderer pages;
  private final LeadList leads;
  private final LeadTabBuilder tabs;

  /** Creates an instance that shows a list of leads. */
  public LeadsPage(
      PageRenderer pages, LeadList leads, PublicationLeadFinder publicationLeadFinder) {
    this.pages = pages;
    this.leads = leads;
    this.tabs = new LeadTabBuilder(leads, publicationLeadFinder);
  }

  /**
   * Decodes a request.
   *
   * @throws NotFoundException if there is no such tab
   */
  public static LeadRequest parseRequest(Context ctx) {
    String given = ctx.pathParamMap().getOrDefault("part", "");
    String id = given.isEmpty() ? PageRenderer.parameters(ctx).text("part", "all") : given;
    LeadTab part = LeadTab.ofId(id).orElseThrow(() -> new NotFoundException("leads of " + id, ""));
    return LeadRequest.decode(PageRenderer.parameters(ctx), part);
  }

  @Override
  public void handle(Context ctx) {
    LeadRequest request = parseRequest(ctx);
    Labels labels = pages.labels(ctx);
    PortalLinks links = pages.links(ctx);
    SearchUrl searchUrl = request.searchUrl();
    String path = request.part().path();
    LeadList.Page page = leads.findPage(request);
    LeadCardBuilder cards =
        new LeadCardBuilder(
            new LeadLocationFinder(pages.documents(), links),
            new InquiryLetterWriter(labels, pages.origin(ctx), pages.today(), this::findVersion),
            labels,
            links);
    Map<String, Object> model = new HashMap<>();
    model.put("leads", page.hits().stream().map(cards::build).toList());
    model.put("total", AmountFormat.formatCount(page.total()));
    model.put("tabs", tabs.build(request, path, labels, links));
    model.put("sorts", sortChoices(request, labels, links));
    Map<FacetDimension, List<FacetValue>> facets = new HashMap<>(page.facets());
    facets.keySet().retainAll(FILTERS);
    model.put("facets", FacetView.build(facets, searchUrl, labels, links, path));
    model.put("chips", FacetView.buildChips(searchUrl, labels, links, path));
    model.put(
        "unfiltered", links.page(PortalLinks.pathWithQuery(path, searchUrl.withoutFilters())));
    model.put(
        "next",
        page.next() == null ? "" : links.page(PortalLinks.pathWithQuery(path, page.next())));
    model.put(
        "first",
        searchUrl.page() == 1
            ? ""
            : links.page(
                PortalLinks.pathWithQuery(path, searchUrl.withSize(searchUrl.request().size()))));
    model.put("number", searchUrl.page());
    model.put("exports", exportChoices(request, links));
    model.put("part", request.part().id());
    pages.show(ctx, "leads/leads", PageHead.of(labels.text("leads.title"), path), model);
  }

  /** The beginning of the fingerprint of a document's newest version; empty if there is none. */
  private String findVersion(String document) {
    return pages
        .documents()
        .findLatest(document)
        .map(found -> PortalLinks.fingerprintPrefix(found.version().sha256()))
        .orElse("");
  }

  private static List<ChoiceLink> sortChoices(
      LeadRequest request, Labels labels, PortalLinks links) {
    return List.of(Sort.RELEVANCE, Sort.GAP_PERCENT).stream()
        .map(
            sort ->
                new ChoiceLink(
                    labels.text(sort == Sort.RELEVANCE ? "leads.by.yuan" : "leads.by.share"),
                    "",
                    links.page(
                        PortalLinks.pathWithQuery(
                            request.part().path(), request.searchUrl().withSort(sort))),
                    sort == request.searchUrl().request().sort()))
        .toList();
  }

  private static List<ChoiceLink> exportChoices(LeadRequest request, PortalLinks links) {
    SearchUrl all = request.searchUrl().withSize(SearchUrl.DEFAULT_SIZE);
    return Arrays.asList("csv", "xlsx").stream()
        .map(
            format -> {
              QueryString part =
                  new QueryString()
                      .add("part", request.part() == LeadTab.ALL ? null : request.part().id());
              String address = part.appendTo(PortalLinks.pathWithQuery("/leads." + format, all));
              return new ChoiceLink(
                  format.toUpperCase(Locale.ROOT), "", links.page(address), false);
            })
        .toList();
  }
}
