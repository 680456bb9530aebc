package org.mingzhang.web.results;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.ChoiceLink;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/** The result page: {@code /search}. */
public final class ResultsPage implements Handler {
  /** A panel above the hits of a search. */
  public interface Panel {
    /** Builds the model of the panel for a search; null if the search has no panel. */
    @Nullable Object buildPanel(SearchUrl searchUrl, Labels labels, PortalLinks links);

    /**
     * For a search of which no hit has all words: a sentence that the archive has no documents of
     * the agency that the query names; empty if the query names none or the archive has some.
     */
    String buildMissingAgencyHint(SearchUrl searchUrl, Labels labels);
  }

  private final PageRenderer pages;
  private final SearchPort search;
  private final Panel panel;

  /** Creates an instance that shows the results of searches below a panel. */
  public ResultsPage(PageRenderer pages, SearchPort search, Panel panel) {
    this.pages = pages;
    this.search = search;
    this.panel = panel;
  }

  @Override
  public void handle(Context ctx) {
    SearchUrl requested = SearchUrl.decode(PageRenderer.parameters(ctx));
    if (PublicationDateFilter.isFormRequest(PageRenderer.parameters(ctx))) {
      ctx.header(
              "Location",
              pages.links(ctx).search(PublicationDateFilter.parseRequested(requested, ctx)))
          .status(303);
      return;
    }
    CorrectedSearch searched = CorrectedSearch.run(requested, search);
    SearchUrl searchUrl = searched.searchUrl();
    SearchResults results = searched.results();
    PortalLinks links = pages.links(ctx);
    Labels labels = pages.labels(ctx);
    Map<String, Object> model = new HashMap<>(buildListModel(searchUrl, results, links, labels));
    model.putAll(
        new ResultControls(searchUrl, links, labels, pages.alertsEnabled()).buildModel(results));
    Object answer = mayHavePanel(requested) ? panel.buildPanel(requested, labels, links) : null;
    if (answer == null && mayHavePanel(searchUrl) && searched.originalQuery() != null) {
      answer = panel.buildPanel(searchUrl, labels, links);
    }
    model.put("answer", answer);
    model.put("notices", searched.buildNotices(answer != null));
    String query = searchUrl.request().query();
    String typed = searched.originalQuery();
    model.put("query", query);
    model.put("typed", typed == null ? "" : typed);
    model.put(
        "corrected",
        labels.text(searched.isTranslated() ? "results.translated" : "results.corrected", query));
    model.put(
        "typedAddress",
        typed == null ? "" : links.search(searchUrl.withQuery(typed).withoutCorrection()));
    model.put(
        "kept", searched.hasNoCompleteHit() ? panel.buildMissingAgencyHint(searchUrl, labels) : "");
    String title = query.isEmpty() ? labels.text("results.all") : query;
    String canonical = PortalLinks.pathWithQuery("/search", searchUrl);
    pages.show(
        ctx,
        "results/results",
        new PageHead(
            title + " · " + labels.nameOf(searchUrl.request().scope()),
            "",
            isListable(searchUrl),
            canonical,
            PortalLinks.pathWithQuery("/search.atom", searchUrl),
            null),
        model);
  }

  /**
   * Whether a search may have a panel: without filters, on its first page, in scopes that answer
   * questions.
   */
  private static boolean mayHavePanel(SearchUrl searchUrl) {
    SearchScope scope = searchUrl.request().scope();
    return searchUrl.filterCount() == 0
        && searchUrl.request().after() == null
        && (scope == SearchScope.SECTIONS
            || scope == SearchScope.FACTS
            || scope == SearchScope.DOCUMENTS);
  }

  /**
   * Whether search engines may list the page. Only searches without filters and options may be
   * listed, so that each list has one address.
   */
  private static boolean isListable(SearchUrl searchUrl) {
    return searchUrl.equals(SearchUrl.of(searchUrl.request().query(), searchUrl.request().scope()));
  }

  private Map<String, Object> buildListModel(
      SearchUrl searchUrl, SearchResults results, PortalLinks links, Labels labels) {
    Map<String, Object> model = new HashMap<>();
    SearchRequest request = searchUrl.request();
    model.put("address", searchUrl);
    model.put("scope", request.scope());
    model.put("results", results);
    model.put("total", AmountFormat.formatCount(results.total()));
    model.put("millis", Math.max(1, results.tookNanos() / 1_000_000));
    model.put("hits", HitView.build(results.hits(), request, links, search));
    String next = results.nextCursor();
    model.put("next", next == null ? "" : links.search(searchUrl.withCursor(next)));
    model.put("firstPage", links.search(searchUrl.withSize(request.size())));
    model.put("chips", FacetView.buildChips(searchUrl, labels, links));
    model.put("unfiltered", links.search(searchUrl.withoutFilters()));
    String better = results.didYouMean();
    model.put("better", better == null ? "" : better);
    model.put("betterAddress", better == null ? "" : links.search(searchUrl.withQuery(better)));
    model.put(
        "relaxed", results.total() == 0 ? relaxedChoices(searchUrl, labels, links) : List.of());
    return model;
  }

  /**
   * For a search without hits, the number of hits without each of the filters, if there are any.
   * Searches once for each filter.
   */
  private List<ChoiceLink> relaxedChoices(SearchUrl searchUrl, Labels labels, PortalLinks links) {
    List<ChoiceLink> choices = new ArrayList<>();
    for (FacetView.Chip chip : FacetView.buildChips(searchUrl, labels, links)) {
      long total = search.count(chip.searchWithout().request());
      if (total > 0) {
        String without = chip.facet() + labels.text("colon") + chip.label();
        choices.add(
            new ChoiceLink(without, AmountFormat.formatCount(total), chip.address(), false));
      }
    }
    return choices;
  }
}
