package org.mingzhang.web.results;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingzhang.model.Dimension;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.web.address.BadAddressException;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.Pages;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/** All values of one facet of a search: {@code /search/facet}. */
public final class FacetPage implements Handler {
  private static final int MAX_VALUES = 1_000;

  private final Pages pages;
  private final SearchPort search;

  /**
   * The parameters of a request.
   *
   * @param address the search
   * @param dimension the facet
   * @param find text that the values contain; empty for all
   */
  public record FacetRequest(SearchAddress address, Dimension dimension, String find) {
    /**
     * Reads the parameters; the default facet is agencies.
     *
     * @throws BadAddressException if {@code dimension} names no facet
     */
    public static FacetRequest parse(Parameters parameters) {
      String id = parameters.text("dimension", Dimension.AGENCY.id());
      Dimension dimension =
          Dimension.ofId(id)
              .orElseThrow(
                  () ->
                      new BadAddressException(
                          "dimension",
                          id,
                          Arrays.stream(Dimension.values())
                              .map(Dimension::id)
                              .collect(Collectors.joining(", "))));
      return new FacetRequest(
          SearchAddress.decode(parameters), dimension, parameters.text("find", "").strip());
    }

    /** The values, most frequent first. */
    public List<FacetValue> findValues(SearchPort search) {
      return search.findFacetValues(address.request(), dimension, find, MAX_VALUES);
    }
  }

  /** Shows the facets of an index. */
  public FacetPage(Pages pages, SearchPort search) {
    this.pages = pages;
    this.search = search;
  }

  @Override
  public void handle(Context ctx) {
    FacetRequest facetRequest = FacetRequest.parse(Pages.parameters(ctx));
    Links links = pages.links(ctx);
    Labels labels = pages.labels(ctx);
    SearchAddress address =
        facetRequest.address().withSize(facetRequest.address().request().size());
    List<FacetValue> values = facetRequest.findValues(search);
    Map<String, Object> model = new HashMap<>();
    model.put("address", address);
    model.put("dimension", facetRequest.dimension().id());
    model.put("find", facetRequest.find());
    model.put("count", values.size());
    model.put(
        "facet", FacetView.buildWhole(facetRequest.dimension(), values, address, labels, links));
    model.put("back", links.search(address));
    String title = labels.text("facet.page", labels.of(facetRequest.dimension()));
    pages.show(ctx, "results/facet", PageHead.withoutIndexing(title, "/search/facet"), model);
  }
}
