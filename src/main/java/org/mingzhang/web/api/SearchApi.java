package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.results.AlternativeQueryFinder;
import org.mingzhang.web.source.SearchPort;

/** Search as JSON, {@code /api/v1/search}. */
public final class SearchApi implements Handler {
  /**
   * The response: hits, facets, and how the query was understood.
   *
   * @param total number of hits on all pages
   * @param tookMs time of the search in milliseconds
   * @param hits the hits of this page
   * @param facets counts by dimension
   * @param scopes number of hits by scope
   * @param next cursor of the next page for {@code after}, or null
   * @param notices how the query was changed
   * @param didYouMean a better spelling, or a translation of English terms without hits, or null
   * @param timedOut whether the search was stopped at the time limit, so that counts are lower
   *     bounds
   */
  public record Body(
      long total,
      double tookMs,
      List<HitItem> hits,
      Map<String, List<FacetValueItem>> facets,
      Map<String, Long> scopes,
      @Nullable String next,
      List<SearchResults.Notice> notices,
      @Nullable String didYouMean,
      boolean timedOut) {}

  /**
   * A hit, with the components of {@link Hit}.
   *
   * @param id permalink id of the row
   * @param url permalink
   * @param document permalink id of the document
   * @param amountYuan amount of a figure or fact in 元, or null
   * @param values further columns of its scope by name
   */
  public record HitItem(
      String id,
      String url,
      String document,
      String documentTitle,
      List<String> path,
      String title,
      @Nullable String agency,
      List<String> region,
      @Nullable Integer year,
      @Nullable String category,
      @Nullable String topic,
      int page,
      int occurrences,
      List<Integer> pages,
      @Nullable BigDecimal amountYuan,
      List<List<Hit.Fragment>> snippets,
      Map<String, String> values) {}

  /** A value of a facet. */
  public record FacetValueItem(
      String value,
      String path,
      long count,
      boolean selected,
      boolean excluded,
      List<FacetValueItem> children) {}

  private final SearchPort search;

  /** Creates an instance that searches an index. */
  public SearchApi(SearchPort search) {
    this.search = search;
  }

  @Override
  public void handle(Context ctx) {
    SearchUrl searchUrl = SearchUrl.decode(RequestParameters.of(ctx));
    ctx.json(buildBody(search.search(searchUrl.request())));
  }

  /** Searches indicators; the scope in the address is ignored. */
  public void sendIndicators(Context ctx) {
    SearchUrl searchUrl = SearchUrl.decode(RequestParameters.of(ctx));
    ctx.json(buildBody(search.search(searchUrl.withScope(SearchScope.INDICATORS).request())));
  }

  private Body buildBody(SearchResults results) {
    Map<String, List<FacetValueItem>> facets = new LinkedHashMap<>();
    for (FacetDimension dimension : FacetDimension.values()) {
      List<FacetValue> values = results.facets().get(dimension);
      if (values != null) {
        facets.put(dimension.id(), values.stream().map(SearchApi::buildFacetValue).toList());
      }
    }
    Map<String, Long> scopes = new LinkedHashMap<>();
    for (SearchScope scope : SearchScope.values()) {
      scopes.put(scope.id(), results.scopeTotals().getOrDefault(scope, 0L));
    }
    return new Body(
        results.total(),
        results.tookNanos() / 1e6,
        results.hits().stream().map(SearchApi::buildItem).toList(),
        facets,
        scopes,
        results.nextCursor(),
        results.notices(),
        AlternativeQueryFinder.find(results),
        results.timedOut());
  }

  static FacetValueItem buildFacetValue(FacetValue value) {
    return new FacetValueItem(
        value.value(),
        value.path(),
        value.count(),
        value.selected(),
        value.excluded(),
        value.children().stream().map(SearchApi::buildFacetValue).toList());
  }

  static HitItem buildItem(Hit hit) {
    return new HitItem(
        hit.id(),
        PortalLinks.row(hit.id()),
        hit.documentId(),
        hit.documentTitle(),
        hit.path(),
        hit.title(),
        hit.agency(),
        hit.region(),
        hit.year(),
        hit.category(),
        hit.topic(),
        hit.page(),
        hit.occurrences(),
        hit.pages(),
        hit.amount(),
        hit.snippets(),
        hit.values());
  }
}
