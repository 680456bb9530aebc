package org.mingzhang.web.results;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.web.address.BadParameterException;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/** All values of one facet of a search: {@code /search/facet}. */
public final class FacetPage implements Handler {
  private static final int MAX_VALUES = 1_000;

  private final PageRenderer pages;
  private final SearchPort search;

  /**
   * The parameters of a request.
   *
   * @param searchUrl the search
   * @param dimension the facet
   * @param substring text that the values must contain; empty for all values
   */
  public record FacetRequest(SearchUrl searchUrl, FacetDimension dimension, String substring) {
    /**
     * Reads the parameters; the default facet is agencies.
     *
     * @throws BadParameterException if {@code dimension} is not the name of a facet
     */
    public static FacetRequest parse(RequestParameters parameters) {
      String id = parameters.text("dimension", FacetDimension.AGENCY.id());
      FacetDimension dimension =
          FacetDimension.ofId(id)
              .orElseThrow(
                  () ->
                      new BadParameterException(
                          "dimension",
                          id,
                          Arrays.stream(FacetDimension.values())
                              .map(FacetDimension::id)
                              .collect(Collectors.joining(", "))));
      return new FacetRequest(
          SearchUrl.decode(parameters), dimension, parameters.text("find", "").strip());
    }

    /**
     * Finds the values, most frequent first, years newest first. There are at most {@link
     * FacetPage#MAX_VALUES} besides the included and excluded ones; all values of a hierarchical
     * facet without a text to find, as a tree.
     */
    public List<FacetValue> findValues(SearchPort search) {
      return search.findFacetValues(searchUrl.request(), dimension, substring, MAX_VALUES);
    }
  }

  /** Creates an instance that shows the facets of an index. */
  public FacetPage(PageRenderer pages, SearchPort search) {
    this.pages = pages;
    this.search = search;
  }

  @Override
  public void handle(Context ctx) {
    FacetRequest facetRequest = FacetRequest.parse(PageRenderer.parameters(ctx));
    PortalLinks links = pages.links(ctx);
    Labels labels = pages.labels(ctx);
    SearchUrl searchUrl =
        facetRequest.searchUrl().withSize(facetRequest.searchUrl().request().size());
    List<FacetValue> values = facetRequest.findValues(search);
    Map<String, Object> model = new HashMap<>();
    model.put("address", searchUrl);
    model.put("dimension", facetRequest.dimension().id());
    model.put("find", facetRequest.substring());
    model.put("count", values.size());
    model.put(
        "facet", FacetView.buildWhole(facetRequest.dimension(), values, searchUrl, labels, links));
    model.put("back", links.search(searchUrl));
    String title = labels.text("facet.page", labels.nameOf(facetRequest.dimension()));
    pages.show(ctx, "results/facet", PageHead.withoutIndexing(title, "/search/facet"), model);
  }
}
