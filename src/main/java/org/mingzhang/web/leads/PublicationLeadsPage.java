package org.mingzhang.web.leads;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest.Sort;
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
 * {@code /leads/gone}, {@code /leads/changed} and {@code /leads/late}: documents that have
 * disappeared from their sites, were replaced on them, or were published after their legal
 * deadline.
 */
public final class PublicationLeadsPage implements Handler {
  private final PublicationLeadTab tab;
  private final PageRenderer pages;
  private final PublicationLeadFinder publicationLeadFinder;
  private final LeadTabBuilder tabs;

  /** Creates an instance that shows one of the lists. */
  public PublicationLeadsPage(
      PublicationLeadTab tab,
      PageRenderer pages,
      LeadList leads,
      PublicationLeadFinder publicationLeadFinder) {
    this.tab = tab;
    this.pages = pages;
    this.publicationLeadFinder = publicationLeadFinder;
    this.tabs = new LeadTabBuilder(leads, publicationLeadFinder);
  }

  /** Decodes the filters, page number and page size of a request; drops its query and order. */
  public static SearchUrl parseRequest(Context ctx) {
    SearchUrl given = SearchUrl.decode(PageRenderer.parameters(ctx));
    SearchUrl first =
        given
            .withScope(SearchScope.DOCUMENTS)
            .withQuery("")
            .withSort(Sort.RELEVANCE)
            .withCopies(false);
    return new SearchUrl(first.request(), given.page());
  }

  @Override
  public void handle(Context ctx) {
    SearchUrl searchUrl = parseRequest(ctx);
    Labels labels = pages.labels(ctx);
    PortalLinks links = pages.links(ctx);
    PublicationLeadFinder.Page page = publicationLeadFinder.findPage(tab, searchUrl);
    PublicationLeadCardBuilder cards =
        new PublicationLeadCardBuilder(
            new InquiryLetterWriter(labels, pages.origin(ctx), pages.today(), document -> ""),
            labels,
            links);
    boolean more = page.total() > (long) searchUrl.page() * searchUrl.request().size();
    Map<String, Object> model = new HashMap<>();
    model.put("leads", page.leads().stream().map(cards::build).toList());
    model.put("total", AmountFormat.formatCount(page.total()));
    model.put(
        "tabs",
        tabs.build(
            LeadRequest.decode(PageRenderer.parameters(ctx), LeadTab.ALL),
            tab.path(),
            labels,
            links));
    model.put("sorts", List.of());
    model.put("facets", FacetView.build(page.facets(), searchUrl, labels, links, tab.path()));
    model.put("chips", FacetView.buildChips(searchUrl, labels, links, tab.path()));
    model.put(
        "unfiltered",
        links.page(PortalLinks.pathWithQuery(tab.path(), searchUrl.withoutFilters())));
    model.put("next", more ? pageAddress(searchUrl, searchUrl.page() + 1, links) : "");
    model.put("first", searchUrl.page() == 1 ? "" : pageAddress(searchUrl, 1, links));
    model.put("number", searchUrl.page());
    model.put("exports", exportChoices(searchUrl, links));
    model.put("part", tab.id());
    pages.show(
        ctx,
        "leads/leads",
        PageHead.of(
            labels.text("leads.part." + tab.id()) + " · " + labels.text("leads.title"), tab.path()),
        model);
  }

  private String pageAddress(SearchUrl searchUrl, int number, PortalLinks links) {
    return links.page(
        PortalLinks.pathWithQuery(tab.path(), new SearchUrl(searchUrl.request(), number)));
  }

  private List<ChoiceLink> exportChoices(SearchUrl searchUrl, PortalLinks links) {
    SearchUrl all = searchUrl.withSize(SearchUrl.DEFAULT_SIZE);
    return List.of("csv", "xlsx").stream()
        .map(
            format -> {
              QueryString query = new QueryString().add("part", tab.id());
              String address = query.appendTo(PortalLinks.pathWithQuery("/leads." + format, all));
              return new ChoiceLink(
                  format.toUpperCase(Locale.ROOT), "", links.page(address), false);
            })
        .toList();
  }
}
