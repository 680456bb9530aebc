package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.results.FacetPage;
import org.mingzhang.web.source.SearchPort;

/** The values of one facet of a search, optionally filtered by a string, {@code /api/v1/facet}. */
public final class FacetApi implements Handler {
  private final SearchPort search;

  /**
   * The response: values of the facet.
   *
   * @param dimension the facet
   * @param find the string by which values are filtered
   * @param values matching values with their counts in the search
   */
  public record Body(String dimension, String find, List<SearchApi.FacetValueItem> values) {}

  /** Creates an instance that searches an index. */
  public FacetApi(SearchPort search) {
    this.search = search;
  }

  @Override
  public void handle(Context ctx) {
    FacetPage.FacetRequest facetRequest =
        FacetPage.FacetRequest.parse(PageRenderer.parameters(ctx));
    ctx.json(
        new Body(
            facetRequest.dimension().id(),
            facetRequest.substring(),
            facetRequest.findValues(search).stream().map(SearchApi::buildFacetValue).toList()));
  }
}
