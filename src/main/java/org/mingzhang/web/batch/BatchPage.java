package org.mingzhang.web.batch;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.search.SearchResults.Notice;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.guard.BackgroundThrottle;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.results.FacetView;
import org.mingzhang.web.source.SearchPort;

/**
 * The page that runs many queries at once, {@code /batch}. A long list is run in portions: each
 * page shows the progress and has a button for the next portion, which a script presses.
 */
public final class BatchPage implements Handler {
  private static final List<FacetDimension> FILTERS =
      List.of(FacetDimension.REGION, FacetDimension.YEAR, FacetDimension.CATEGORY);

  /** Maximum number of values of a filter. */
  private static final int MAX_VALUES = 300;

  private final PageRenderer pages;
  private final SearchPort search;

  /**
   * A query with its result, as shown in the table.
   *
   * @param line 1-based number of its line in the list
   * @param query the query
   * @param hitCount number of hits with thousands separators
   * @param documentCount number of documents with hits
   * @param address address of its result page
   * @param passage passage of its best hit, or empty
   * @param heading heading of the best hit, or empty
   * @param documentTitle title of its document, or empty
   * @param hitAddress address of the best hit, or empty
   * @param notices how the query was changed
   * @param countIsLowerBound whether there may be more hits
   */
  public record QueryRow(
      int line,
      String query,
      String hitCount,
      String documentCount,
      String address,
      String passage,
      String heading,
      String documentTitle,
      String hitAddress,
      List<Notice> notices,
      boolean countIsLowerBound) {}

  /** A filter with its values. */
  public record Filter(String id, String label, List<Option> options) {}

  /** A value of a filter. */
  public record Option(String value, String label, boolean isSelected) {}

  /** Creates an instance that searches an index. */
  public BatchPage(PageRenderer pages, SearchPort search) {
    this.pages = pages;
    this.search = search;
  }

  @Override
  public void handle(Context ctx) {
    BatchRequest request = BatchRequest.parse(ctx);
    RequestParameters form = new RequestParameters(ctx.formParamMap());
    int from =
        form.text("from") == null ? 0 : form.positiveInt("from", 1, BatchResults.MAX_QUERIES) - 1;
    BatchResults list =
        BatchResults.run(
            request,
            BatchResults.Portion.ofPage(from),
            search,
            BackgroundThrottle.findThrottle(ctx)::pauseIfBusy);
    PortalLinks links = pages.links(ctx);
    Labels labels = pages.labels(ctx);
    Map<String, Object> model = new HashMap<>();
    model.put("query", "");
    model.put("list", request.queryLines());
    model.put("chosen", request.scope());
    model.put("scopes", SearchScope.offeredScopes());
    model.put("filters", buildFilters(request.filters(), labels));
    model.put("kept", hiddenFilters(request.filters()));
    model.put(
        "lines",
        list.rows().stream().map(queryResult -> buildQueryRow(queryResult, links)).toList());
    model.put("chips", FacetView.buildChips(request.filters(), labels, links, "/batch"));
    model.put("from", from + 1);
    model.put("done", list.runCount());
    model.put("all", list.queryCount());
    model.put("left", list.excessCount());
    model.put("most", BatchResults.MAX_QUERIES);
    pages.show(ctx, "batch/batch", PageHead.of(labels.text("batch.title"), "/batch"), model);
  }

  private static QueryRow buildQueryRow(BatchResults.QueryResult queryResult, PortalLinks links) {
    Hit first = queryResult.firstHit();
    return new QueryRow(
        queryResult.line(),
        queryResult.query(),
        AmountFormat.formatCount(queryResult.total()),
        AmountFormat.formatCount(queryResult.documents()),
        links.search(queryResult.search()),
        firstPassage(first),
        first == null || first.title().equals(first.documentTitle()) ? "" : first.title(),
        first == null ? "" : first.documentTitle(),
        first == null ? "" : links.hit(first, queryResult.query()),
        queryResult.notices(),
        queryResult.countIsLowerBound());
  }

  /** The first passage of a hit; empty if there is no hit or it has no passages. */
  static String firstPassage(@Nullable Hit hit) {
    return hit == null || hit.snippets().isEmpty()
        ? ""
        : hit.snippets().getFirst().stream()
            .map(Hit.Fragment::text)
            .collect(Collectors.joining())
            .strip();
  }

  /** The filters with the values of the scope, at most {@link #MAX_VALUES} each. */
  private List<Filter> buildFilters(SearchUrl searchUrl, Labels labels) {
    SearchUrl all = SearchUrl.of("", searchUrl.request().scope()).withSize(1);
    Map<FacetDimension, List<FacetValue>> facets = search.search(all.request()).facets();
    List<Filter> filters = new ArrayList<>();
    for (FacetDimension dimension : FILTERS) {
      List<Option> options = new ArrayList<>();
      addOptions(options, facets.getOrDefault(dimension, List.of()), dimension, searchUrl, labels);
      filters.add(new Filter(dimension.id(), labels.nameOf(dimension), options));
    }
    return filters;
  }

  private static void addOptions(
      List<Option> options,
      List<FacetValue> values,
      FacetDimension dimension,
      SearchUrl searchUrl,
      Labels labels) {
    for (FacetValue value : values) {
      if (options.size() < MAX_VALUES) {
        String label =
            dimension.hierarchical()
                ? value.path().replace("/", " › ")
                : labels.nameOf(dimension, value.path());
        boolean is = searchUrl.includedValues(dimension).contains(value.path());
        options.add(new Option(value.path(), label, is));
        addOptions(options, value.children(), dimension, searchUrl, labels);
      }
    }
  }

  /**
   * Filters that the fields of the form do not hold, as hidden fields: other dimensions,
   * exclusions, and all but the first value of a dimension. The label of an option is the name of
   * the field.
   */
  private static List<Option> hiddenFilters(SearchUrl searchUrl) {
    List<Option> hiddenFilters = new ArrayList<>();
    for (FacetDimension dimension : FacetDimension.values()) {
      List<String> included = searchUrl.includedValues(dimension);
      included.stream()
          .skip(FILTERS.contains(dimension) ? 1 : 0)
          .forEach(value -> hiddenFilters.add(new Option(value, dimension.id(), true)));
      searchUrl
          .excludedValues(dimension)
          .forEach(value -> hiddenFilters.add(new Option(value, "not." + dimension.id(), true)));
    }
    return hiddenFilters;
  }
}
