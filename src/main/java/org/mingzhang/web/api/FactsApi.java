package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.source.PortalServices;

/**
 * Search for facts, {@code /api/v1/facts?account=&item=&code=&stage=&fund=&perimeter=&entity=
 * &year=&kind=&disputed=&region=&agency=&category=&document_year=&q=&sort=&size=&after=&format=}.
 * Dimensions can be repeated; {@code -} means not stated, and the prefix {@code not.} excludes
 * values. {@code year} and {@code kind} refer to the fact; in {@link SearchApi} they refer to the
 * document and to a finding.
 */
public final class FactsApi implements Handler {
  /** Names of parameters and facets in this API, with the corresponding names in searches. */
  private static final Map<String, String> SEARCH_NAMES =
      Map.of("year", "fact_year", "kind", "fact_kind", "document_year", "year");

  /** Formats of the response. */
  private enum Format {
    JSON,
    JSONL,
    CSV,
    XLSX
  }

  /**
   * The response: one page of facts.
   *
   * @param total number of facts found
   * @param tookMs time of the search in milliseconds
   * @param facts the facts of this page
   * @param facets counts by dimension
   * @param next cursor of the next page for {@code after}, or null
   * @param notices how the query was changed
   * @param timedOut whether the search was stopped at the time limit, so that {@code total} is a
   *     lower bound
   */
  public record Body(
      long total,
      double tookMs,
      List<FactItem> facts,
      Map<String, List<SearchApi.FacetValueItem>> facets,
      @Nullable String next,
      List<SearchResults.Notice> notices,
      boolean timedOut) {}

  private final PageRenderer pages;
  private final PortalServices services;

  /** Creates an instance that searches an index. */
  public FactsApi(PageRenderer pages, PortalServices services) {
    this.pages = pages;
    this.services = services;
  }

  @Override
  public void handle(Context ctx) throws IOException {
    RequestParameters parameters = PageRenderer.parameters(ctx);
    SearchUrl searchUrl =
        SearchUrl.decode(renameParameters(parameters)).withScope(SearchScope.FACTS);
    String after = parameters.text("after");
    SearchUrl requested = after == null ? searchUrl : searchUrl.withCursor(after);
    switch (parameters.enumConstant("format", Format.JSON)) {
      case JSON -> ctx.json(buildBody(services.search().search(requested.request())));
      case JSONL -> export(ctx, requested, RowWriter.Format.JSONL);
      case CSV -> export(ctx, requested, RowWriter.Format.CSV);
      case XLSX -> export(ctx, requested, RowWriter.Format.XLSX);
    }
  }

  /**
   * Converts the names of the parameters to the names that searches use, and sets the scope of
   * facts.
   */
  private static RequestParameters renameParameters(RequestParameters parameters) {
    Map<String, List<String>> values = new HashMap<>();
    parameters
        .values()
        .forEach(
            (name, members) -> {
              String not = name.startsWith("not.") ? "not." : "";
              String bare = name.substring(not.length());
              values.merge(
                  not + SEARCH_NAMES.getOrDefault(bare, bare),
                  members,
                  (known, more) -> Stream.concat(known.stream(), more.stream()).toList());
            });
    values.put("scope", List.of(SearchScope.FACTS.id()));
    return new RequestParameters(values);
  }

  private void export(Context ctx, SearchUrl searchUrl, RowWriter.Format format)
      throws IOException {
    ExportFileSender file = new ExportFileSender(ctx, pages, format);
    file.sendHits(
        services.search(),
        searchUrl,
        ExportColumns.ofFacts(pages.origin(ctx), file.usesApiNames()));
  }

  private static Body buildBody(SearchResults results) {
    Map<String, List<SearchApi.FacetValueItem>> facets = new LinkedHashMap<>();
    for (FacetDimension dimension : FacetDimension.values()) {
      List<SearchResults.FacetValue> values = results.facets().get(dimension);
      if (values != null) {
        facets.put(
            parameterName(dimension), values.stream().map(SearchApi::buildFacetValue).toList());
      }
    }
    return new Body(
        results.total(),
        results.tookNanos() / 1e6,
        results.hits().stream().map(FactHit::new).map(FactItem::of).toList(),
        facets,
        results.nextCursor(),
        results.notices(),
        results.timedOut());
  }

  private static String parameterName(FacetDimension dimension) {
    return SEARCH_NAMES.entrySet().stream()
        .filter(e -> e.getValue().equals(dimension.id()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(dimension.id());
  }
}
